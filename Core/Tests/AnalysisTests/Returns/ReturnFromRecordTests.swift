// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Analysis

@Suite struct `The return written from the record` {
    private let year = CollectionYear(ending: 2026)

    @Test func `has each placement as an episode, and says what changed`() throws {
        var record = ScriptedRecord()
        let child = record.child([
            .childReference: .word("E1"), .born: .date(civil("2010-05-06")), .sex: .word("female"),
            .ethnicity: .word("WBRI"), .upn: .word("B801200005001"), .postcode: .word("EM1 2AB"),
        ])
        record.care(child, since: "2025-02-01")
        record.placement(
            child, "foster-care", since: "2025-02-01", [.legalStatus: .word("C2"), .provider: .word("PR1")])
        record.placement(
            child, "childrens-home", since: "2025-06-10", [.legalStatus: .word("C2"), .postcode: .word("EM2 4LH")])
        let written = try written(record)
        #expect(
            fields(written, .header) == [["E1", "F", "06/05/2010", "WBRI", "B801200005001", "", ""]])
        #expect(
            fields(written, .episodes) == [
                ["E1", "01/02/2025", "S", "C2", "", "", "PR1", "10/06/2025", "X1", "", "EM1 2AB", "", ""],
                ["E1", "10/06/2025", "P", "C2", "", "K2", "", "", "", "", "EM1 2AB", "EM2 4LH", ""],
            ])
    }

    @Test func `has being looked after without a placement as an episode, so that no period lies outside care`() throws
    {
        var record = ScriptedRecord()
        let child = record.child([.childReference: .word("E1"), .born: .date(civil("2010-05-06"))])
        record.care(child, since: "2025-02-01", until: "2025-12-24")
        record.placement(child, "childrens-home", since: "2025-06-10")
        record.episode(of: child, from: "2025-05-01", to: "2025-05-02")
        let written = try written(record)
        #expect(
            fields(written, .episodes).map { [$0[1], $0[5], $0[7], $0[8]] } == [
                ["01/02/2025", "", "10/06/2025", "X1"], ["10/06/2025", "K2", "24/12/2025", ""],
            ])
        #expect(written.check.faults.isEmpty)
        #expect(written.check.notRun.isEmpty)
    }

    @Test func `merges periods that lie over one another, and not those that touch`() throws {
        var record = ScriptedRecord()
        let child = record.child([.childReference: .word("E1"), .born: .date(civil("2010-05-06"))])
        record.care(child, since: "2025-02-01")
        record.episode(of: child, from: "2025-05-01", to: "2025-05-04", away: true)
        record.episode(of: child, from: "2025-05-03", to: "2025-05-06")
        record.episode(of: child, from: "2025-05-06", to: "2025-05-07", away: true)
        let written = try written(record)
        #expect(
            written.missing.rows.map { Array($0.fields[2...]) } == [
                ["M", "01/05/2025", "06/05/2025"], ["A", "06/05/2025", "07/05/2025"],
            ])
        #expect(written.missing.merged.map(\.episodes.count) == [2])
        #expect(written.check.faults.isEmpty)
    }

    @Test func `announces what the record itself has wrong, with the child`() throws {
        var record = ScriptedRecord()
        let child = record.child([.childReference: .word("E1"), .born: .date(civil("2010-05-06"))])
        record.care(child, since: "2025-02-01", until: "2025-08-01")
        record.episode(of: child, from: "2025-07-30")
        let written = try written(record)
        #expect(written.check.faults.map(\.rule) == [.openThoughPlacementEnded, .openAfterCare])
        #expect(written.check.faults.allSatisfy { written.child(of: $0) == child })
    }

    @Test func `carries on what was open last year`() throws {
        var record = ScriptedRecord()
        let child = record.child([.childReference: .word("E1"), .born: .date(civil("2010-05-06"))])
        record.care(child, since: "2024-02-01")
        record.episode(of: child, from: "2025-03-20", to: "2025-04-02")
        record.episode(of: child, from: "2025-09-01", to: "2025-09-02")
        let written = try written(record)
        #expect(written.missing.rows.map { $0.fields[3] } == ["20/03/2025", "01/09/2025"])
        #expect(written.check.faults.isEmpty)
        #expect(written.data.missingLastYear?.count == 1)
    }

    @Test func `is of the authority's children alone, whom the asker may take out`() throws {
        var record = ScriptedRecord()
        for (reference, authority) in [("E1", "eastmoor"), ("N1", "northvale"), ("E2", "eastmoor")] {
            let child = record.child([
                .childReference: .word(reference), .born: .date(civil("2010-05-06")), .responsible: .word(authority),
            ])
            record.care(child, since: "2025-02-01")
        }
        let written = ReturnFromRecord(
            of: record.state, year: try #require(year), authorities: [AgencyID("eastmoor")],
            includes: { $0.number != 3 })
        #expect(fields(written, .header).map { $0[0] } == ["E1"])
        #expect(written.children == [ChildID(number: 1)])
    }

    private func written(_ record: ScriptedRecord) throws -> ReturnFromRecord {
        ReturnFromRecord(of: record.state, year: try #require(year))
    }

    private func fields(_ written: ReturnFromRecord, _ table: Table903) -> [[String]] {
        written.table(table).rows.map { $0.map(\.written) }
    }
}

@Suite struct `A table as CSV` {
    private let table = DataTable(
        "t", columns: ["who", "n", "on"],
        rows: [
            [.text("=1+1"), .number(-3), .date(civil("2026-04-01"))], [.text("a \"b\", c"), .decimal(2.5), .blank],
        ])

    @Test func `has no cell that a spreadsheet would reckon with`() {
        #expect(
            table.csv(for: .people)
                == "\"who\",\"n\",\"on\"\r\n\"'=1+1\",-3,2026-04-01\r\n\"a \"\"b\"\", c\",2.5,\r\n")
    }

    @Test func `for a program has no quotes that are not needed`() {
        let plain = DataTable("t", columns: ["CHILD", "DOB"], rows: [[.text("E1"), .text("01/04/2010")]])
        #expect(plain.csv(for: .programs) == "CHILD,DOB\r\nE1,01/04/2010\r\n")
        #expect(table.csv(for: .programs).contains("\"'=1+1\",-3"))
    }
}
