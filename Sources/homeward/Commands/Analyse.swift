// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation

/// `homeward analyse`
struct Analyse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Figures, charts and faults straight from files, with nothing stored.",
        discussion: """
            Takes an SSDA903 return as a folder of CSV files or as XML, or, with --mapping, a police extract. Files are \
            told by their columns, whatever their names. Ends with 1 when faults were found.

            Examples:
              homeward analyse path/to/903-folder --year 2018 --out report.html
              homeward analyse extract.csv --mapping compact.yaml --json
            """
    )

    @Argument(help: ArgumentHelp("Folders or files.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("The year in which the collection year ends. Without it, as the dates say."))
    var year: Int?

    @Option(help: ArgumentHelp("The folder of last year’s return, for the rules that look back.", valueName: "folder"))
    var previous: String?

    @Option(help: ArgumentHelp("Which column of a police extract is what.", valueName: "file"))
    var mapping: String?

    @Option(name: .customLong("out"), help: ArgumentHelp("Write the page with its charts here.", valueName: "file"))
    var page: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let progress = ProgressLine()
        var run = AnalyseRun(paths: paths, year: year, previous: previous)
        run.mapping = try mapping.map(MappingFile.read)
        let result = try run.run { progress.show($0) }
        progress.end()
        if let page {
            do {
                try Data(result.html.utf8).write(to: URL(fileURLWithPath: page), options: .atomic)
            } catch {
                throw CommandFault.refused("The page cannot be written to \(page).")
            }
        }
        Printing.toStandardOutput(output.isJSON ? result.json : result.text)
        if result.hasFaults { throw ExitCode(1) }
    }
}
