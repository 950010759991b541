// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward export`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Take a return or a table out of the record.",
        discussion: """
            In somebody's name, who may take it out: of the children whom they may take out and nobody else. It is noted \
            for each child that it was done. Stop the server first: the record is opened.

            Examples:
              homeward export 903 --year 2026 --out ./return-2026 --as t.marsh@eastmoor.example --data /srv/homeward
              homeward export annex-a --out ./annex-a --as t.marsh@eastmoor.example
            """,
        subcommands: [Export903.self, ExportAnnexA.self, ExportSSD.self, ExportCME.self, ExportExtract.self]
    )
}
