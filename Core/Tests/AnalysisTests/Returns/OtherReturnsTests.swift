// SPDX-License-Identifier: MIT

import Casework
import Procedures
import Testing
import WorkingTime

@testable import Analysis

@Suite struct `List 8 of Annex A` {
    @Test func `counts a year's episodes and says what became of the last interview`() throws {
        var record = ScriptedRecord()
        record.agency("eastmoor", .authority)
        record.agency("northvale", .authority)
        let child = record.child([
            .childReference: .word("E7"), .born: .date(civil("2010-05-06")), .sex: .word("female"),
            .ethnicity: .word("WBRI"), .responsible: .word("eastmoor"),
        ])
        record.care(child, since: "2024-02-01")
        record.placement(child, "foster-care", since: "2024-02-01", [.legalStatus: .word("C2")])
        record.placement(
            child, "childrens-home", since: "2025-06-10",
            [.legalStatus: .word("C2"), .host: .word("northvale"), .postcode: .word("NV2 3MC")])
        record.episode(of: child, from: "2024-05-01", to: "2024-05-02")
        record.episode(of: child, from: "2025-08-01", to: "2025-08-02", away: true)
        record.episode(of: child, from: "2025-09-01", to: "2025-09-02")
        let last = record.episode(of: child, from: "2025-10-01", to: "2025-10-02")
        record.add(.interviewOffered, to: last, on: "2025-10-02")
        record.add(.interviewDeclined, to: last, on: "2025-10-03")
        let list = AnnexAList8(of: record.state, on: civil("2026-01-31"))
        let row = try #require(list.table.rows.first)
        let cells = Dictionary(uniqueKeysWithValues: zip(AnnexAList8.columns, row.map(\.written)))
        #expect(cells["Child Unique ID"] == "E7")
        #expect(cells["Age"] == "15")
        #expect(cells["Date Started to be Looked After"] == "2024-02-01")
        #expect(cells["Start date of current legal status"] == "2024-02-01")
        #expect(cells["Number of Placements in the Last 12 months"] == "2")
        #expect(cells["Start Date of Most Recent Placement"] == "2025-06-10")
        #expect(cells["Placement Location"] == "OUT")
        #expect(cells["LA of Placement"] == "northvale")
        #expect(row.dropFirst(28).prefix(4).map(\.written) == ["2", "1", "a) Yes", "b) No"])
        #expect(list.children == [child])
    }

    @Test func `has who left care within the year, and nobody who left before or is at home`() {
        var record = ScriptedRecord()
        for (reference, until) in [("E1", "2025-12-01"), ("E2", "2024-12-01"), ("E3", nil)] as [(String, String?)] {
            let child = record.child([.childReference: .word(reference), .born: .date(civil("2010-05-06"))])
            if let until { record.care(child, since: "2023-01-01", until: until) }
        }
        let list = AnnexAList8(of: record.state, on: civil("2026-01-31"))
        #expect(list.table.rows.map { $0[0].written } == ["E1"])
        #expect(list.table.rows.map { $0[19].written } == ["2025-12-01"])
    }
}

@Suite struct `The safeguarding dataset's table` {
    @Test func `has each episode with its type and its interview`() {
        var record = ScriptedRecord()
        let child = record.child([.childReference: .word("E7")])
        let first = record.episode(of: child, from: "2025-09-01", to: "2025-09-02", away: true)
        record.add(.interviewHeld, to: first, on: "2025-09-03")
        record.episode(of: child, from: "2025-10-01", to: "2025-10-02")
        record.episode(of: child, from: "2025-11-01")
        let nameless = record.child()
        record.episode(of: nameless, from: "2025-11-01")
        let written = SafeguardingMissing.table(of: record.state)
        #expect(
            written.table.rows.map { $0.map(\.written) } == [
                ["1", "E7", "2025-09-01", "A", "2025-09-02", "Y", "Y"],
                ["2", "E7", "2025-10-01", "M", "2025-10-02", "N", "NA"],
                ["3", "E7", "2025-11-01", "M", "", "NA", "NA"],
            ])
        #expect(written.lacking == [nameless])
    }
}

@Suite struct `The returns about pupils` {
    private static let calendars = Calendars(
        working: WorkingCalendar(
            bankHolidays: BankHolidays(holidays: [:], publishedThrough: civil("2030-12-31"), source: "none")))

    @Test func `name who has been away for ten school days`() throws {
        var record = ScriptedRecord()
        record.agency("academy", .school)
        let long = pupil(&record, "Ada", absentSince: "2026-01-05")
        _ = pupil(&record, "Bo", absentSince: "2026-01-12")
        let returns = SchoolReturns(of: record.state, calendars: Self.calendars)
        let written = returns.tenDays(at: London.endOfDay(civil("2026-01-16")))
        #expect(written.children == [long])
        #expect(written.table.rows.map { [$0[2].written, $0[8].written] } == [["Ada", "10"]])
    }

    @Test func `give the paragraph on which a pupil was taken off the roll`() {
        var record = ScriptedRecord()
        let child = pupil(&record, "Ada", absentSince: "2026-01-05")
        let details: Details = [.ground: .word("continually-absent"), .school: .word("other-school")]
        record.add(.removedFromRoll, to: EpisodeID(number: 1), details, on: "2026-02-10")
        let returns = SchoolReturns(of: record.state, calendars: Self.calendars)
        let written = returns.deletions(in: civil("2026-02-01")...civil("2026-02-28"))
        #expect(written.table.rows.map { $0.suffix(4).map(\.written) }.first?.prefix(2) == ["2026-02-10", "i"])
        #expect(written.table.rows.first?.last?.written == "other-school")
        #expect(written.children == [child])
        #expect(returns.deletions(in: civil("2026-03-01")...civil("2026-03-31")).table.rows.isEmpty)
    }

    @Test func `count who is on no roll by reason and duration`() throws {
        var record = ScriptedRecord()
        let away = pupil(&record, "Ada", absentSince: "2026-01-05", school: nil)
        record.add(.enquiryMade, to: EpisodeID(number: 1), [.ground: .word("moved-abroad")], on: "2026-01-20")
        let off = pupil(&record, "Bo", absentSince: "2025-10-06")
        record.add(.removedFromRoll, to: EpisodeID(number: 2), [.ground: .word("lives-too-far")], on: "2025-12-01")
        _ = pupil(&record, "Cy", absentSince: "2025-10-06")
        let traced = pupil(&record, "Di", absentSince: "2025-10-06", school: nil)
        record.add(.pupilTraced, to: EpisodeID(number: 4), on: "2025-11-01")
        let returns = SchoolReturns(of: record.state, calendars: Self.calendars)
        let written = MissingEducationReturn(returns, on: civil("2026-01-23"))
        #expect(written.children == [away, off])
        #expect(!written.children.contains(traced))
        func count(_ breakdown: String, _ value: String) -> [String] {
            written.table.rows.map { $0.map(\.written) }.filter { $0[1] == breakdown && $0.contains(value) }.map {
                $0[5]
            }
        }
        #expect(count("Total", "2") == ["2"])
        #expect(count("Primary reason", "Believed to have moved to another country") == ["1"])
        #expect(count("Primary reason", "Not recorded") == ["1"])
        #expect(count("Duration", "2 to 4") == ["1"])
        #expect(count("Duration", "12 to 26") == ["1"])
        #expect(count("Primary reason and duration", "Not recorded") == ["1"])
    }

    @Test(arguments: [
        ("2020-09-15", "2025-12-30", false), ("2020-09-15", "2025-12-31", true), ("2010-03-01", "2026-06-26", true),
        ("2010-03-01", "2026-06-27", false), ("2009-09-01", "2026-06-26", true), ("2020-08-31", "2025-08-31", true),
    ]) func `know who has to be at school`(born: String, on: String, isSo: Bool) {
        #expect(SchoolAge.isCompulsory(born: civil(born), on: civil(on)) == isSo)
    }

    @Test(arguments: [("2014-08-31", 7), ("2014-09-01", 6), ("2020-12-01", 0)])
    func `know the year group`(born: String, year: Int) {
        #expect(SchoolAge.yearGroup(born: civil(born), on: civil("2025-10-02")) == year)
    }

    private func pupil(
        _ record: inout ScriptedRecord, _ name: String, absentSince date: String, school: String? = "academy"
    ) -> ChildID {
        var details: Details = [.name: .text(name), .born: .date(civil("2013-05-06"))]
        if let school { details[.school] = .word(school) }
        let child = record.child(details)
        record.schoolCase(of: child, since: date)
        return child
    }
}
