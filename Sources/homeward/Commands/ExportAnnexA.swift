// SPDX-License-Identifier: MIT

import Analysis
import ArgumentParser
import Casework
import WorkingTime

/// `homeward export annex-a`
struct ExportAnnexA: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annex-a",
        abstract: "Write list 8 of Annex A, the children in care, for an inspection.",
        discussion: """
            Every column of the list is there; those that the record does not hold are blank, to be filled from the \
            authority’s own system. Missing, absent and return interviews are counted from the record.

            Example:
              homeward export annex-a --on 2026-01-31 --out ./annex-a --xlsx --as t.marsh@eastmoor.example
            """
    )

    @Option(help: ArgumentHelp("As it stood on this day; without it today.", valueName: "date"))
    var on: String?

    @OptionGroup var whose: WhoseChildren
    @OptionGroup var formats: TableFormats
    @OptionGroup var options: ExportOptions

    func run() async throws {
        let run = ExportRun(
            options: options, what: "homeward export annex-a", roles: Set(Role.allCases.filter(\.writesReturns)))
        var answer: ExportAnswer?
        try await run.run { setting, progress in
            progress.show("Writing the list")
            let list = AnnexAList8(
                of: setting.state, on: try TypedDate.read(on, else: London.date(of: setting.now)),
                authorities: [try setting.authority(named: whose.authority)],
                includes: setting.mayExport([.identity, .episode, .location, .plans]))
            let files = try formats.files(of: [list.table], named: "annex-a", at: setting.now)
            answer = ExportAnswer(
                files, [list.table], children: list.children.count, lacking: list.lacking.map(\.number))
            return ExportRun.Taken(files: files, children: list.children)
        }
        try answer?.print(options.output)
    }
}
