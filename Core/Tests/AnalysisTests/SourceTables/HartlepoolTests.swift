// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Analysis

@Suite struct `Hartlepool's year to March 2018` {
    static let period = CivilDate.stated(2017, 4, 1)...CivilDate.stated(2018, 3, 31)

    static let record: State = {
        var record = MarginRecord(from: period.lowerBound, to: period.upperBound)
        let inside: Details = [.outOfArea: .flag(false)]
        let outside: Details = [.outOfArea: .flag(true)]
        let home = (0..<140).map { _ in record.child() }
        let inBorough = (0..<31).map { _ in record.child(lookedAfter: true, placed: inside) }
        let outOfBorough = (0..<19).map { _ in record.child(lookedAfter: true, placed: outside) }
        record.episodes(374, by: home)
        record.episodes(157, by: inBorough)
        record.episodes(90, by: outOfBorough)
        record.episodes(48, by: Array(home.prefix(28)), .init(kind: .absent))
        // Two of the fourteen were away from a placement in the borough, and later from one outside it.
        let away = MarginRecord.Course(kind: .away)
        record.episodes(22, by: Array(inBorough.prefix(10)), away)
        for child in inBorough.prefix(2) { record.place(child, outside, on: .stated(2018, 3, 1)) }
        for (place, child) in (Array(inBorough.prefix(2)) + Array(outOfBorough.prefix(4))).enumerated() {
            var late = away
            late.start = London.startOfDay(.stated(2018, 3, 3 + place))
            record.episode(of: child, late)
        }
        for number in 0..<103 { record.schoolCase(of: record.child(), located: number < 101) }
        return record.state
    }()

    static let now = London.startOfDay(.stated(2018, 5, 1))

    @Test func `is reproduced: episodes, by how many children`() {
        let table = EpisodeReader().table(of: Self.record, at: Self.now)
        let rows = table.rows(EpisodeSelection(period: Self.period))
        let all = Crosstab(.kind, of: table, rows: rows)
        #expect(all.count(AbsenceKind.absent.rawValue) == Count(episodes: 48, children: 28))
        #expect(all.count(AbsenceKind.away.rawValue) == Count(episodes: 28, children: 14))
        #expect(all.count(AbsenceKind.missing.rawValue) == Count(episodes: 621, children: 190))
        let placed = Crosstab(.kind, by: .area, of: table, rows: rows)
        let (inside, outside) = (0, 1)
        #expect(placed.count(AbsenceKind.away.rawValue, outside) == Count(episodes: 6, children: 6))
        #expect(placed.count(AbsenceKind.missing.rawValue, outside) == Count(episodes: 90, children: 19))
        #expect(placed.count(AbsenceKind.away.rawValue, inside) == Count(episodes: 22, children: 10))
        #expect(placed.count(AbsenceKind.missing.rawValue, inside) == Count(episodes: 157, children: 31))
    }

    @Test func `is reproduced: referrals of pupils missing from education`() {
        let education = EducationFigure(of: Self.record.children.values, in: Self.record, period: Self.period)
        #expect(education.referrals == Count(episodes: 103, children: 103))
        #expect(education.locatedAndClosed.episodes == 101)
        #expect(education.ongoing.episodes == 2)
        #expect(education.closedOtherwise.episodes == 0)
        #expect(education.daysToLocate.median == 8)
    }
}

@Suite struct `Bracknell Forest's notifications of 2014` {
    @Test func `are reproduced: 73 for 34 children, by their status`() {
        let period = CivilDate.stated(2014, 4, 1)...CivilDate.stated(2014, 11, 7)
        var record = MarginRecord(from: period.lowerBound, to: period.upperBound)
        var children = (0..<8).map { _ in record.child(lookedAfter: true, placed: [:]) }
        for (status, count) in [("child-protection-plan", 1), ("child-in-need", 25)] {
            for _ in 0..<count {
                let child = record.child()
                record.start(status, of: child)
                children.append(child)
            }
        }
        record.episodes(73, by: children)
        let table = EpisodeReader().table(of: record.state, at: record.now)
        let rows = table.rows(EpisodeSelection(period: period))
        let groups = Crosstab(.careGroup, of: table, rows: rows)
        #expect(groups.total == Count(episodes: 73, children: 34))
        #expect((0..<5).map { groups.count($0).children } == [8, 1, 25, 0, 0])
        #expect(groups.unknown == Count())
    }
}
