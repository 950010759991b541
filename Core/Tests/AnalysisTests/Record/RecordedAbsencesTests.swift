// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Analysis

@Suite struct `Figures of the record itself` {
    @Test func `an episode counts in the period in which it started, under its kind`() throws {
        var record = InventedRecord()
        let first = try record.child(details: [.sex: .word("F"), .born: .date(day(2008, 5, 1))])
        try record.episode(of: first, from: "2026-03-30T22:00", returned: "2026-04-01T06:00")
        try record.episode(of: first, from: "2026-04-10T22:00", returned: "2026-04-11T08:00", classified: "absent")
        let second = try record.child()
        try record.episode(of: second, from: "2026-04-20T18:30")
        let table = RecordedAbsences(period: day(2026, 4, 1)...day(2026, 4, 30)).table(of: record.state, at: record.now)
        #expect(table.rows.map(\.kind) == [.absent, .missing])
        #expect(table.rows[0].age == 17)
        #expect(table.rows[0].sex == .female)
        #expect(table.rows[0].lengthMinutes == 600)
        #expect(table.rows[0].beganAtMinute == 22 * 60)
        #expect(table.rows[1].isOpen)
    }

    @Test func `a child of another authority is not in an authority's figures`() throws {
        var record = InventedRecord()
        let ours = try record.child(details: [.responsible: .word("eastmoor")])
        let theirs = try record.child(details: [.responsible: .word("westmoor")])
        try record.episode(of: ours, from: "2026-04-10T22:00")
        try record.episode(of: theirs, from: "2026-04-10T22:00")
        let asked = RecordedAbsences(period: day(2026, 4, 1)...day(2026, 4, 30), authorities: [AgencyID("eastmoor")])
        #expect(asked.table(of: record.state, at: record.now).rows.map(\.child) == [Int32(ours.number)])
    }

    @Test func `an interview counts by how far it came, and 72 hours run from the return`() throws {
        var record = InventedRecord()
        let child = try record.child()
        let inTime = try record.episode(of: child, from: "2026-04-01T22:00", returned: "2026-04-02T08:00")
        try record.records(.interviewOffered, inTime, "2026-04-02T10:00")
        try record.records(.interviewHeld, inTime, "2026-04-05T08:00")
        let late = try record.episode(of: child, from: "2026-04-07T22:00", returned: "2026-04-08T08:00")
        try record.records(.interviewHeld, late, "2026-04-11T08:01")
        let declined = try record.episode(of: child, from: "2026-04-12T22:00", returned: "2026-04-13T08:00")
        try record.records(.interviewOffered, declined, "2026-04-13T10:00")
        try record.records(.interviewDeclined, declined, "2026-04-13T11:00")
        try record.episode(of: child, from: "2026-04-14T22:00", returned: "2026-04-15T08:00")
        try record.episode(of: child, from: "2026-04-20T22:00")
        let table = RecordedAbsences(period: day(2026, 4, 1)...day(2026, 4, 30)).table(of: record.state, at: record.now)
        #expect(table.rows.map(\.interview) == [.heldInTime, .heldLater, .declined, .notOffered, nil])
        let timeliness = AbsenceFigures(table, year: nil).interviewTimeliness
        #expect(timeliness == (owed: 4, held: 2, heldInTime: 1))
    }

    @Test func `no interview is owed after an absence unless somebody offered one`() throws {
        var record = InventedRecord()
        let child = try record.child()
        try record.episode(of: child, from: "2026-04-01T22:00", returned: "2026-04-02T08:00", classified: "absent")
        let table = RecordedAbsences(period: day(2026, 4, 1)...day(2026, 4, 30)).table(of: record.state, at: record.now)
        #expect(table.rows.map(\.interview) == [nil])
    }
}

@Suite struct `The Missing table written from the record` {
    private let year = CollectionYear(ending: 2026)

    @Test func `a looked-after child's periods are written as the return wants them`() throws {
        var record = InventedRecord()
        let child = try record.child(details: [
            .lookedAfter: .flag(true), .childReference: .word("EM1042"), .born: .date(day(2010, 2, 9)),
        ])
        try record.episode(
            of: child, from: "2025-06-01T23:30", located: "2025-06-02T04:00", returned: "2025-06-03T10:00")
        try record.episode(of: child, from: "2026-03-30T22:00", returned: "2026-04-02T08:00")
        let written = MissingReturn(of: record.state, year: try #require(year))
        #expect(
            written.rows.map(\.fields) == [
                ["EM1042", "09/02/2010", "M", "01/06/2025", "02/06/2025"],
                ["EM1042", "09/02/2010", "M", "30/03/2026", ""],
            ])
        #expect(written.lacking.isEmpty)
    }

    @Test func `a child who lives at home is in no row, and one without an identifier is named`() throws {
        var record = InventedRecord()
        let home = try record.child(details: [.childReference: .word("EM7"), .born: .date(day(2010, 2, 9))])
        try record.episode(of: home, from: "2025-06-01T23:30", returned: "2025-06-03T10:00")
        let care = try record.child(details: [.lookedAfter: .flag(true), .born: .date(day(2010, 2, 9))])
        let lacking = try record.episode(of: care, from: "2025-07-01T23:30", returned: "2025-07-03T10:00")
        let written = MissingReturn(of: record.state, year: try #require(year))
        #expect(written.rows.isEmpty)
        #expect(written.lacking.map(\.episode) == [lacking])
        #expect(written.lacking.map(\.lack) == [.noReference])
    }

    @Test func `whom the asker may not take out is left out`() throws {
        var record = InventedRecord()
        let child = try record.child(details: [
            .lookedAfter: .flag(true), .childReference: .word("EM1"), .born: .date(day(2010, 2, 9)),
        ])
        try record.episode(of: child, from: "2025-06-01T23:30", returned: "2025-06-03T10:00")
        #expect(MissingReturn(of: record.state, year: try #require(year), includes: { _ in false }).rows.isEmpty)
    }
}

private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else { preconditionFailure("the test's own date") }
    return date
}
