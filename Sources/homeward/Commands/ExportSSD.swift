// SPDX-License-Identifier: MIT

import Analysis
import ArgumentParser
import Casework

/// `homeward export ssd`
struct ExportSSD: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ssd",
        abstract: "Write the table ssd_missing of the standard safeguarding dataset.",
        discussion: """
            Every missing and away episode of children who have an identifier of the authority’s, with whether the return \
            interview was offered and accepted.

            Example:
              homeward export ssd --out ./ssd --as t.marsh@eastmoor.example
            """
    )

    @OptionGroup var whose: WhoseChildren
    @OptionGroup var formats: TableFormats
    @OptionGroup var options: ExportOptions

    func run() async throws {
        let run = ExportRun(
            options: options, what: "homeward export ssd", roles: Set(Role.allCases.filter(\.writesReturns)))
        var answer: ExportAnswer?
        try await run.run { setting, progress in
            progress.show("Writing the table")
            let written = SafeguardingMissing.table(
                of: setting.state, authorities: [try setting.authority(named: whose.authority)],
                includes: setting.mayExport([.identity, .episode]))
            let files = try formats.files(of: [written.table], named: "ssd-missing", at: setting.now)
            answer = ExportAnswer(
                files, [written.table], children: written.children.count, lacking: written.lacking.map(\.number))
            return ExportRun.Taken(files: files, children: written.children)
        }
        try answer?.print(options.output)
    }
}
