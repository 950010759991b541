// SPDX-License-Identifier: MIT

import Analysis
import ArgumentParser
import Exchange
import Foundation
import Procedures
import Web

/// `homeward protocol clauses`
struct ProtocolClauses: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clauses",
        abstract: "Write which clause of each source is carried out by what, and find what is lacking.",
        discussion: """
            Reads a row for each clause from docs/clauses and writes docs/clause-coverage.md. With --check it writes \
            nothing. Ends with 1 where a row names nothing that there is, where a pack cites a clause without a row, \
            or, with --check, where the page is out of date.

            Examples:
              homeward protocol clauses
              homeward protocol clauses --check
            """
    )

    @Flag(help: "Write nothing; find faults, and whether the page is up to date.")
    var check = false

    @Option(help: ArgumentHelp("The folder with a file of clauses for each source.", valueName: "folder"))
    var clauses = "docs/clauses"

    @Option(help: ArgumentHelp("The page to write.", valueName: "file"))
    var page = "docs/clause-coverage.md"

    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folders = try ShareFolders(named: share.folder, record: nil)
        let sources = try ClauseFolder(path: clauses).load().valueOrRefusal()
        let docs = URL(fileURLWithPath: page).deletingLastPathComponent().path
        let pages = FileManager.default.enumerator(atPath: docs)?.compactMap { $0 as? String } ?? []
        let table = ClauseTable(
            sources: sources, packs: folders.packs.loadItems(),
            pages: SiteMap.addresses + pages.filter { $0.hasSuffix(".md") }.map { "docs/\($0)" },
            measures: AbsenceFigures.ids, commands: Self.commands(of: Homeward.self))
        let text = ClausePage.markdown(table)
        var faults = table.faults()
        if String(decoding: FileManager.default.contents(atPath: page) ?? Data(), as: UTF8.self) != text {
            if check {
                let says = "The page is out of date: run “homeward protocol clauses”."
                faults.append(ReadingFault(file: page, line: 1, says: says))
            } else {
                try Data(text.utf8).write(to: URL(fileURLWithPath: page))
            }
        }
        let rows = sources.flatMap(\.rows)
        if output.isJSON {
            try Printing.json(Answer(sources: sources.map(Count.init), faults: faults.map(FaultAnswer.init)))
        } else {
            for fault in faults { Printing.toStandardOutput("\(fault)") }
            let counts = ClauseRow.Standing.allCases.map { standing in
                "\(rows.count { $0.standing == standing }) \(standing.rawValue)"
            }
            Printing.toStandardOutput(
                "\(rows.count) clauses of \(sources.count) sources: \(counts.joined(separator: ", ")); "
                    + (faults.isEmpty ? "no fault" : "\(faults.count) found"))
        }
        if !faults.isEmpty { throw ExitCode(1) }
    }

    /// The commands without their first word: `import ssda903`.
    static func commands(of command: any ParsableCommand.Type, under words: [String] = []) -> [String] {
        command.configuration.subcommands.flatMap { each -> [String] in
            let name = words + [each.configuration.commandName ?? "\(each)".lowercased()]
            let below = commands(of: each, under: name)
            return below.isEmpty ? [name.joined(separator: " ")] : below
        }
    }

    private struct Answer: Encodable {
        let sources: [Count]
        let faults: [FaultAnswer]
    }

    private struct Count: Encodable {
        let source: String
        let clauses, carriedOut, inPart, planned, notForSoftware: Int

        init(_ source: ClauseSource) {
            self.source = source.short
            func count(_ standing: ClauseRow.Standing) -> Int { source.rows.count { $0.standing == standing } }
            clauses = source.rows.count
            (carriedOut, inPart) = (count(.carriedOut), count(.inPart))
            (planned, notForSoftware) = (count(.planned), count(.notForSoftware))
        }
    }
}
