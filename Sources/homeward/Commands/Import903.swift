// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Exchange

/// `homeward import ssda903`
struct Import903: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ssda903",
        abstract: "Bring an SSDA903 return into the record.",
        discussion: """
            Takes a folder of CSV files or an XML return: children by the authority’s own identifier, else by \
            pupil number or by birth date and home, placements, and missing and away periods, kept as the dates that the \
            return has. Who may be a child of the record and is not certainly the one is listed for you to decide. A row that would make the record wrong \
            stops the import with nothing stored. Importing the same return again changes nothing.

            Example:
              homeward import ssda903 path/to/903-folder --data /srv/homeward --dry-run
            """
    )

    @Argument(help: ArgumentHelp("Folders or files of one return.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("The short name of the authority whose return it is.", valueName: "name"))
    var authority: String?

    @Flag(help: "Leave out, and list, the rows that cannot be recorded, instead of stopping.")
    var leaveOutFaulty = false

    @Flag(help: "Say what would be done, and store nothing.")
    var dryRun = false

    @OptionGroup var data: DataOptions
    @OptionGroup var share: ShareOptions
    @OptionGroup var matching: NamesOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let progress = ProgressLine()
        let index = try matching.index()
        let loaded = try LoadedReturn.load(paths) { progress.show("Reading \($0)") }
        progress.end()
        let (authority, leavesOut) = (authority, leaveOutFaulty)
        let run = ImportRun(data: data, share: share, output: output, isDryRun: dryRun)
        try await run.run { state in
            let whose = try ImportRun.authority(named: authority, in: state)
            let source = ReturnIntoRecord(
                loaded, authority: whose.id, now: RealTime.now(), leavesOutFaulty: leavesOut, index: index)
            return source.plan(in: state).preceded(by: whose.founding)
        }
    }
}
