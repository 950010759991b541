// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange

/// `homeward import police`
struct ImportPolice: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "police",
        abstract: "Bring a police extract into the record.",
        discussion: """
            One row is one report. Columns differ from force to force, so a mapping file says which is what. A child is \
            found by the force’s person number, by name and date of birth exactly, else by everything the row says where \
            that leaves no doubt; a row that could be about one of several children is listed for somebody to decide, \
            and not stored.

            Example:
              homeward import police extract.csv --mapping compact.yaml --data /srv/homeward --dry-run
            """
    )

    @Argument(help: ArgumentHelp("The extract’s files.", valueName: "file"))
    var paths: [String]

    @Option(help: ArgumentHelp("Which column of the extract is what.", valueName: "file"))
    var mapping: String

    @Option(help: ArgumentHelp("The short name of the force.", valueName: "name"))
    var force = "police"

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
        var extract = PoliceExtract(mapping: try MappingFile.read(mapping))
        for path in paths {
            progress.show("Reading \(path)")
            try extract.read(file: path)
        }
        progress.end()
        let index = try matching.index()
        let source = PoliceImport(
            extract, force: force, now: RealTime.now(), leavesOutFaulty: leaveOutFaulty, index: index)
        let run = ImportRun(data: data, share: share, output: output, isDryRun: dryRun)
        try await run.run { source.plan(in: $0) }
    }
}
