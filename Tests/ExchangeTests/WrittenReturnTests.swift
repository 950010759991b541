// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Demo
import Foundation
import Testing
import WorkingTime

@testable import Exchange

/// The return written from the record, beside csc-validator-be-903 and imported again: 200 seeded records that have gaps and
/// contradictions, and the years of the demonstration.
///
/// The validator takes half a second for each folder, whatever is in it. Its rules look at one child at a time, so the
/// children of many records stand in one folder for each year, each record's under identifiers of its own.
@Suite struct `The return written from a record` {
    private static let records = (0..<200).map { RandomRecord(seed: UInt64($0)) }
    private static let demoState: State = {
        do {
            let now = Instant(secondsSince1970: 1_795_212_000)
            var state = State()
            for event in try DemoHistory(seed: 1, now: now, pack: "birmingham-2015").events(after: state) {
                state.apply(event, at: state.position.next)
            }
            return state
        } catch {
            preconditionFailure("the history holds something impossible: \(error)")
        }
    }()

    @Test(.enabled(if: PeerValidator.python != nil, "skipped: csc-validator-be-903 is not installed"))
    func `breaks the rules that it says it breaks, and no other`() throws {
        var gathered: [Int: Gathered] = [:]
        for record in Self.records {
            gathered[record.year.ending, default: Gathered()].add(
                ReturnFromRecord(of: record.state, year: record.year))
        }
        var folders: [(folder: Folder, year: Int, gathered: Gathered)] = []
        for (year, each) in gathered { folders.append((try each.written(), year, each)) }
        let eastmoor: Set<AgencyID> = [AgencyID("eastmoor")]
        for ending in [2025, 2026, 2027] {
            let year = try #require(CollectionYear(ending: ending))
            var demo = Gathered()
            demo.add(ReturnFromRecord(of: Self.demoState, year: year, authorities: eastmoor))
            #expect(!demo.tables.isEmpty)
            folders.append((try demo.written(), ending, demo))
        }
        let found = try PeerValidator.faults(in: folders.map { "\($0.folder.path):\($0.year)" })
        var announced = 0
        for (folder, year, each) in folders {
            let theirs = try #require(found[folder.path])
            announced += each.faults.count
            #expect(theirs == each.faults.sorted(), "the year ending \(year)")
        }
        // The records are made to break rules that nothing but the people who keep them can mend.
        #expect(announced > 100)
    }

    @Test func `breaks no rule that could have been kept`() {
        let avoidable: Set<Rule903> = [
            .startBlank, .startWithoutKind, .endWithoutKind, .endsBeforeStart, .startsAfterYear, .endsOutsideYear,
            .overlapsPrevious, .startNotADate, .endNotADate, .kindInvalid, .notInHeader, .birthDiffersFromHeader,
        ]
        for record in Self.records {
            let faults = ReturnFromRecord(of: record.state, year: record.year).check.faults
            #expect(faults.filter { avoidable.contains($0.rule) }.isEmpty, "seed \(record.seed)")
        }
    }

    @Test func `imported again gives the same periods`() throws {
        var compared = 0
        for record in Self.records {
            let written = ReturnFromRecord(of: record.state, year: record.year)
            let folder = try Folder()
            for table in ReturnFromRecord.tables {
                try folder.write(Array(written.table(table).csv(for: .programs).utf8), to: "\(table.rawValue).csv")
            }
            let loaded = try LoadedReturn.load([folder.path])
            #expect(loaded.findings.count == 0)
            let authority = AgencyID("eastmoor")
            var state = State()
            let plan = ReturnIntoRecord(loaded, authority: authority, now: RandomRecord.now).plan(in: state)
            #expect(plan.report.mayGoOn)
            for event in try decide(plan.acts, by: Actor(role: .administrator), at: RandomRecord.now, in: state) {
                state.apply(event, at: state.position.next)
            }
            let again = MissingReturn(of: state, year: record.year)
            // What lies outside care is no period of a looked-after child, and is announced as such.
            let outside = Set(
                written.check.faults.filter { Self.outsideCare.contains($0.rule) && $0.table == .missing }.map(\.row))
            let expected = written.missing.rows.enumerated().filter { !outside.contains($0.offset) }
                .map(\.element.fields)
            let got = again.rows.map(\.fields)
            #expect(expected.allSatisfy { got.contains($0) }, "seed \(record.seed): \(expected) \(got)")
            #expect(
                got.allSatisfy { each in written.missing.rows.contains { $0.fields == each } }, "seed \(record.seed)")
            compared += expected.count
        }
        #expect(compared > 500)
    }

    @Test func `has a child who was away twice on one day twice`() throws {
        let rows = ["A,10/10/2017,10/10/2017", "M,10/10/2017,10/10/2017", "M,10/10/2017,12/10/2017"]
        var files = SmallReturn.files
        files["c.csv"] = "CHILD,DOB,MISSING,MIS_START,MIS_END\n" + rows.map { "101,05/06/2008,\($0)\n" }.joined()
        let source = ReturnIntoRecord(
            try LoadedReturn.load([try Folder(files).path]), authority: AgencyID("eastmoor"), now: RandomRecord.now)
        var state = State()
        let plan = source.plan(in: state)
        for event in try decide(plan.acts, by: Actor(role: .administrator), at: RandomRecord.now, in: state) {
            state.apply(event, at: state.position.next)
        }
        let again = MissingReturn(of: state, year: try #require(CollectionYear(ending: 2018)))
        #expect(Set(again.rows.map { $0.fields[2...].joined(separator: ",") }) == Set(rows))
        #expect(source.plan(in: state).changesNothing)
    }

    private static let outsideCare: Set<Rule903> = [.startsAfterCare, .startsBeforeCare, .noEpisodes, .openAfterCare]
}

/// The returns of several records in one folder.
private struct Gathered {
    private(set) var tables: [Table903: [[String]]] = [:]
    private var last: [[String]] = []
    /// Rule, table and row of each fault, the rows counted in the folder.
    private(set) var faults: [String] = []

    mutating func add(_ written: ReturnFromRecord) {
        for fault in written.check.faults {
            faults.append(
                "\(fault.rule.rawValue) \(fault.table.rawValue) \(fault.row + (tables[fault.table]?.count ?? 0))")
        }
        for table in ReturnFromRecord.tables {
            tables[table, default: []] += written.table(table).rows.map { $0.map(\.written) }
        }
        last += (written.data.missingLastYear ?? []).map { row in
            [written.data.identifier(of: row.child), row.born.text, row.kind, row.began.text, row.ended.text]
        }
    }

    func written() throws -> Folder {
        let folder = try Folder()
        for (table, rows) in tables { try folder.write(csv(table, rows), to: "\(table.rawValue).csv") }
        try folder.write(csv(.missing, last), to: "prev/missing.csv")
        return folder
    }

    private func csv(_ table: Table903, _ rows: [[String]]) -> [UInt8] {
        let cells = rows.map { $0.map { $0.isEmpty ? DataTable.Cell.blank : .text($0) } }
        return Array(DataTable(table.rawValue, columns: table.columns, rows: cells).csv(for: .programs).utf8)
    }
}
