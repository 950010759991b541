// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Analysis

/// A record of two years in which every kind occurs, for reports.
enum ReportedYears {
    static let first = CivilDate.stated(2016, 4, 1)
    static let last = CivilDate.stated(2018, 3, 31)
    static let year = CivilDate.stated(2017, 4, 1)...last

    static let record: MarginRecord = {
        var record = MarginRecord(from: first, to: last)
        let inside: Details = [.outOfArea: .flag(false), .postcode: .word("B31 2AB")]
        let outside: Details = [.outOfArea: .flag(true), .postcode: .word("WS1 4XY")]
        let sexes: [Details] = [[.sex: .word("F")], [.sex: .word("M")], [:]]
        let home = (0..<60).map { record.child(sexes[$0 % 3].replacing(with: [.postcode: .word("B27 6QZ")])) }
        let placed = (0..<24).map { record.child(sexes[$0 % 2], lookedAfter: true, placed: $0 < 15 ? inside : outside) }
        var lot: UInt64 = 7
        func draw(_ count: Int) -> Int {
            lot = lot &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((lot >> 33) % UInt64(count))
        }
        for number in 0..<900 {
            let child = draw(3) == 0 ? placed[draw(placed.count)] : home[min(draw(home.count), draw(home.count))]
            let day = draw(730)
            let hours = [2, 5, 9, 14, 20, 30, 60, 200][draw(8)]
            let isPlaced = placed.contains(child)
            let kind: AbsenceKind = draw(6) == 0 ? .absent : isPlaced && draw(3) == 0 ? .away : .missing
            let interview: EventWord? = [.interviewHeld, .interviewDeclined, nil, .interviewOffered][draw(4)]
            record.episode(
                of: child,
                .init(
                    kind: kind, hours: hours,
                    start: London.startOfDay(first.adding(days: day))
                        + .hours([22, 23, 0, 1, 17, 18, 20, 9, 14][draw(9)]),
                    foundAt: ["B1 1AA", "B9 4TT", "WS2 8AB", nil][draw(4)], interview: kind == .absent ? nil : interview
                ))
        }
        for number in 0..<31 { record.schoolCase(of: record.child(), located: number % 6 != 0) }
        return record
    }()

    static func source(_ period: ClosedRange<CivilDate>) -> ReportSource {
        ReportSource(
            of: record.state, period: period, authorities: nil, area: "Eastmoor", reader: EpisodeReader(),
            at: record.now)
    }
}

@Suite struct `A report` {
    private static let quarter = CivilDate.stated(2018, 1, 1)...CivilDate.stated(2018, 3, 31)

    private static func period(_ kind: ReportKind) -> ClosedRange<CivilDate> {
        switch kind {
        case .storyboard, .annual: ReportedYears.year
        case .quarterly, .members, .themes: quarter
        case .weekly: CivilDate.stated(2018, 3, 19)...CivilDate.stated(2018, 3, 25)
        case .panel: CivilDate.stated(2018, 3, 1)...CivilDate.stated(2018, 3, 31)
        }
    }

    private static func report(_ kind: ReportKind) -> Report {
        var source = ReportedYears.source(period(kind))
        source.named = { "Child \($0.number)" }
        return kind.report(source)
    }

    @Test(arguments: ReportKind.allCases)
    func `comes out as it is kept`(kind: ReportKind) throws {
        let report = Self.report(kind)
        let text = report.long.csv(for: .people) + "\n" + report.sheet.markup.replacing("><", with: ">\n<") + "\n"
        let path = #filePath.replacing("ReportTests.swift", with: "Golden/\(kind.id).txt")
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] == "1" {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }
        if let folder = ProcessInfo.processInfo.environment["HOMEWARD_REPORTS"] {
            try Data(report.document.markup.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(kind.id).html"))
        }
        let kept = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        #expect(text == kept, "renew with HOMEWARD_RENEW_PAGES=1 and read the difference")
    }

    @Test(arguments: ReportKind.allCases.filter(\.isPublished))
    func `that leaves the circle shows no count of one to four children, in no form`(kind: ReportKind) throws {
        let report = Self.report(kind)
        #expect(report.rule != nil)
        for table in report.tables {
            for row in table.rows {
                for (column, cell) in zip(table.columns, row.cells) where column.lowercased().hasSuffix("children") {
                    if case .count(let count) = cell {
                        #expect(count == 0 || count >= 5, "\(table.title), \(row.label)")
                    }
                }
            }
        }
        // In a year there is so much of everything that nothing is small; in a month something always is.
        let month = kind.report(ReportedYears.source(CivilDate.stated(2018, 3, 1)...CivilDate.stated(2018, 3, 31)))
        let hidden = month.tables.contains { $0.rows.contains { $0.cells.contains(.hidden) } }
        #expect(hidden || month.sheet.markup.contains("left out, because there are too few children"))
    }

    @Test(arguments: ReportKind.allCases.filter(\.isPublished))
    func `that leaves the circle is about whole months`(kind: ReportKind) {
        #expect(kind.fault(CivilDate.stated(2018, 1, 1)...CivilDate.stated(2018, 3, 30)) != nil)
        #expect(kind.fault(CivilDate.stated(2018, 1, 2)...CivilDate.stated(2018, 3, 31)) != nil)
        #expect(kind.fault(CivilDate.stated(2018, 1, 1)...CivilDate.stated(2018, 3, 31)) == nil)
    }

    @Test(arguments: ReportKind.allCases)
    func `has its usual stretch over, and of whole months where it has to be`(kind: ReportKind) {
        for day in 0..<800 {
            let today = CivilDate.stated(2017, 1, 1).adding(days: day)
            let period = kind.usualPeriod(today: today)
            #expect(period.upperBound < today)
            #expect(kind.fault(period) == nil)
        }
    }

    @Test(arguments: ReportKind.allCases)
    func `names each sheet and picture once`(kind: ReportKind) {
        let report = Self.report(kind)
        #expect(Set(report.tables.map(\.id)).count == report.tables.count)
        let markup = report.sheet.markup
        let ids = markup.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count, "\(ids.filter { id in ids.count { $0 == id } > 1 })")
        for picture in markup.components(separatedBy: "<svg class=\"chart\"").dropFirst() {
            #expect(picture.contains("<title id=") && picture.contains("<desc id="))
        }
    }

    @Test(arguments: ReportKind.allCases.filter(\.isPublished))
    func `that leaves the circle shows how many were missing, whatever else it hides`(kind: ReportKind) throws {
        let months = CivilDate.stated(2018, 2, 1)...CivilDate.stated(2018, 2, 28)
        for period in [months, Self.quarter, ReportedYears.year] {
            let report = kind.report(ReportedYears.source(period))
            let missing = report.tables.lazy.flatMap(\.rows).first { $0.label == AbsenceKind.missing.title }
            #expect(try #require(missing).cells.prefix(2).allSatisfy { $0 != .hidden }, "\(ReportPeriod.short(period))")
        }
    }

    @Test func `of another kind on the same stretch hides the same`() throws {
        for period in [Self.quarter, ReportedYears.year] {
            var tables: [String: ReportTable] = [:]
            for kind in ReportKind.allCases where kind.isPublished {
                for table in kind.report(ReportedYears.source(period)).tables {
                    if let other = tables[table.id] { #expect(table.rows == other.rows, "\(kind), \(table.id)") }
                    tables[table.id] = table
                }
            }
            #expect(tables.count > 8)
        }
    }

    @Test func `begins its months with the first that the record holds whole`() throws {
        var record = MarginRecord(from: .stated(2017, 5, 17), to: .stated(2018, 3, 31))
        let children = (0..<12).map { _ in record.child() }
        for day in 0..<318 {
            let start = London.startOfDay(CivilDate.stated(2017, 5, 17).adding(days: day)) + .hours(20)
            record.episode(of: children[day % 12], .init(start: start))
        }
        func report(_ period: ClosedRange<CivilDate>) -> Report {
            ReportKind.quarterly.report(
                ReportSource(
                    of: record.state, period: period, authorities: nil, area: "Eastmoor", reader: EpisodeReader(),
                    at: record.now))
        }
        let months = try #require(report(Self.quarter).tables.first { $0.id == "months" })
        #expect(months.rows.first?.label == "June 2017")
        #expect(months.rows.count == 10)
        // A year ago there was no record: nothing stands beside the quarter but the one before it.
        let beside = try #require(report(Self.quarter).tables.first { $0.id == "change" })
        #expect(beside.groups.map(\.title) == ["October to December 2017", "January to March 2018"])
        let whole = report(CivilDate.stated(2017, 4, 1)...CivilDate.stated(2018, 3, 31))
        #expect(whole.gaps.contains("June 2017 is the first month that the record holds whole."))
        // The months of the stretch are all there, so that none can be worked out as what is lacking.
        #expect(whole.tables.first { $0.id == "months" }?.rows.count == 12)
    }

    @Test func `says so where its stretch is not over or empty`() {
        let future = CivilDate.stated(2018, 4, 1)...CivilDate.stated(2018, 6, 30)
        let report = ReportKind.quarterly.report(ReportedYears.source(future))
        #expect(report.gaps.contains { $0.contains("not over") })
        #expect(report.gaps.contains { $0.contains("No episode") })
    }

    @Test func `leaves out a child whom its reader may not see, and says how many`() {
        var source = ReportedYears.source(Self.period(.panel))
        source.named = { $0.number % 2 == 0 ? "Child \($0.number)" : nil }
        let report = ReportKind.panel.report(source)
        #expect(report.children.allSatisfy { $0.number % 2 == 0 })
        #expect(report.sheet.markup.contains("not shown: whoever made this may not see them."))
    }
}

@Suite struct `The storyboard of Hartlepool's year` {
    @Test func `has the numbers of its source, but for the two pupils who can be told`() throws {
        typealias Source = `Hartlepool's year to March 2018`
        let source = ReportSource(
            of: Source.record, period: Source.period, authorities: nil, area: "Hartlepool", reader: EpisodeReader(),
            at: Source.now)
        let report = ReportKind.storyboard.report(source)
        let table = try #require(report.tables.first { $0.id == "storyboard" })
        #expect(table.rows.map(\.label) == ["Absent", "Away without authorisation", "Missing"])
        #expect(table.rows[0].cells == [.count(48), .count(28), .count(0), .count(0), .count(0), .count(0)])
        #expect(table.rows[1].cells == [.count(28), .count(14), .count(6), .count(6), .count(22), .count(10)])
        #expect(table.rows[2].cells == [.count(621), .count(190), .count(90), .count(19), .count(157), .count(31)])
        let education = try #require(report.tables.first { $0.id == "education" })
        #expect(education.rows.map(\.cells) == [[.hidden, .hidden], [.hidden, .hidden], [.count(103), .count(103)]])
        if let folder = ProcessInfo.processInfo.environment["HOMEWARD_REPORTS"] {
            try Data(report.document.markup.utf8).write(to: URL(fileURLWithPath: "\(folder)/hartlepool.html"))
        }
    }
}
