// SPDX-License-Identifier: MIT

import Analysis
import ArgumentParser
import Casework
import Exchange

/// `homeward export 903`
struct Export903: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "903",
        abstract: "Write the Missing table of an SSDA903 return, checked, with header and episodes.",
        discussion: """
            Periods that lie over one another become one. The tables are checked with the national rules that touch the \
            Missing table before they are written; each fault is told with the child and how to put it right, and the \
            command ends with 1. Columns that the record does not hold are blank. With --previous the Missing table that was \
            sent last year is looked back at; without it, the one that the record would write.

            Example:
              homeward export 903 --year 2026 --out ./return-2026 --as t.marsh@eastmoor.example --data /srv/homeward
            """,
        aliases: ["ssda903"]
    )

    @Option(help: "The year in which the collection year ends: 2026 is 1 April 2025 to 31 March 2026.")
    var year: Int

    @Option(help: ArgumentHelp("The folder of last year’s return as it was sent.", valueName: "folder"))
    var previous: String?

    @OptionGroup var whose: WhoseChildren
    @OptionGroup var options: ExportOptions

    func run() async throws {
        guard let year = CollectionYear(ending: year) else { throw CommandFault.misused("\(year) is no year.") }
        let sent = try previous.map(Self.sentLastYear)
        let run = ExportRun(
            options: options, what: "homeward export 903", roles: Set(Role.allCases.filter(\.writesReturns)))
        var answer: Answer?
        try await run.run { setting, progress in
            progress.show("Writing and checking the return")
            let written = ReturnFromRecord(
                of: setting.state, year: year, authorities: [try setting.authority(named: whose.authority)],
                sentLastYear: sent, includes: setting.mayExport([.identity, .episode, .location]))
            answer = Answer(written)
            return ExportRun.Taken(
                files: ReturnFromRecord.tables.map { table in
                    ("\(table.rawValue.lowercased()).csv", Array(written.table(table).csv(for: .programs).utf8))
                }, children: written.children.sorted())
        }
        guard let answer else { return }
        if options.output.isJSON { try Printing.json(answer) } else { Printing.toStandardOutput(answer.text) }
        if answer.hasFaults { throw ExitCode(1) }
    }

    private static func sentLastYear(_ folder: String) throws -> [MissingRow903] {
        let data = try LoadedReturn.load([folder]).data
        guard let rows = data.missing else {
            throw CommandFault.refused("There is no Missing table in \(folder).")
        }
        return rows.map { MissingRow903($0, of: data) }
    }

    /// What was written, and what has to be put right.
    struct Answer: Encodable {
        struct Fault: Encodable {
            let table, rule, reference, says, mend: String
            let row: Int
            let child: UInt32?
        }

        struct Lack: Encodable {
            let child, episode: UInt32
            let says: String
        }

        let year: Int
        let rows: [String: Int]
        /// Rows that were made of several periods.
        let merged: Int
        let faults: [Fault]
        let lacking: [Lack]

        var hasFaults: Bool { !faults.isEmpty || !lacking.isEmpty }

        init(_ written: ReturnFromRecord) {
            year = written.missing.year.ending
            rows = Dictionary(
                uniqueKeysWithValues: ReturnFromRecord.tables.map {
                    ($0.rawValue.lowercased(), written.table($0).rows.count)
                })
            merged = written.missing.merged.count
            faults = written.check.faults.map { fault in
                Fault(
                    table: fault.table.rawValue, rule: fault.rule.rawValue, reference: fault.child, says: fault.says,
                    mend: fault.mend, row: fault.row, child: written.child(of: fault)?.number)
            }
            lacking = written.missing.lacking.map {
                Lack(child: $0.child.number, episode: $0.episode.number, says: $0.lack.rawValue)
            }
        }

        var text: String {
            let counts = ["header", "episodes", "missing"].map { "\($0) \(rows[$0] ?? 0)" }.joined(separator: ", ")
            var lines = ["The return of the year ending 31 March \(year) was written. Rows: \(counts)."]
            if 0 < merged { lines.append("\(merged) of the periods were made of several that lay over one another.") }
            if faults.isEmpty { lines.append("None of the national rules for the Missing table is broken.") }
            for fault in faults {
                let child = fault.child.map { "child \($0), " } ?? ""
                lines.append("  Rule \(fault.rule), \(child)\(fault.reference): \(fault.says) \(fault.mend)")
            }
            for lack in lacking {
                lines.append("  Left out: child \(lack.child), episode \(lack.episode). \(lack.says)")
            }
            return lines.joined(separator: "\n")
        }
    }
}
