// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Procedures
import WorkingTime

/// `homeward scenario evaluate`
struct ScenarioEvaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Say what a scenario’s protocol asks at a moment.",
        discussion: """
            With --as-known, by what had been recorded by then; without, by all that is known now.

            Example:
              homeward scenario evaluate Scenarios/one-night.yaml --at 2015-06-05T23:10 --json
            """
    )

    @Argument(help: ArgumentHelp("The scenario’s file.", valueName: "file"))
    var file: String

    @Option(name: .customLong("at"), help: ArgumentHelp("The moment, as clocks in London show it.", valueName: "time"))
    var moment: String

    @Flag(help: "By what had been recorded by then.")
    var asKnown = false

    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folders = try ShareFolders(named: share.folder, record: nil)
        guard let instant = try? TimeText.instant(moment) else {
            throw CommandFault.misused("“\(moment)” is not a time: write it as 2015-06-05T23:10.")
        }
        let loaded = ScenarioFile.prepare(
            file, packs: RememberedPacks(folders.packs), calendars: try folders.loadCalendars())
        Printing.toStandardOutput(try loaded.valueOrRefusal().evaluate(at: instant, asKnown: asKnown))
    }
}
