// SPDX-License-Identifier: MIT

import Analysis
import ArgumentParser
import Exchange
import Ledger

/// `homeward import postcodes`
struct ImportPostcodes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "postcodes",
        abstract: "Load where postcodes lie, for distances and for maps.",
        discussion: """
            Takes the ONS Postcode Directory, the National Statistics Postcode Lookup or Code-Point Open, as files or folders of \
            CSV, with the names of columns as they were until 2025 or as they are since. What is needed is kept beside the \
            record, in the place of what was loaded before; the directory itself is not needed any more.

            Example:
              homeward import postcodes path/to/ONSPD_MAY_2026_UK.csv --data /srv/homeward
            """
    )

    @Argument(help: ArgumentHelp("Files, or folders of CSV files.", valueName: "path"))
    var paths: [String]

    @Flag(help: "Say what would be loaded, and store nothing.")
    var dryRun = false

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folder = RecordFolder(data)
        guard try dryRun || folder.isFounded else { throw folder.notThere }
        let progress = ProgressLine()
        defer { progress.end() }
        let directory = try PostcodeDirectory.read(paths) { progress.show("Reading \($0)") }
        guard !directory.entries.isEmpty else {
            throw CommandFault.refused(
                "No postcode directory was found: looked for the columns pcds, oseast1m and osnrth1m (or pcd8, east1m and "
                    + "north1m), and for Code-Point Open, which has no header line.")
        }
        progress.show("Sorting")
        let places = PostcodePlaces(directory.entries)
        if !dryRun {
            try OwnerOnlyFile.replace("\(folder.path)/\(PostcodeFile.name)", with: PostcodeFile.bytes(of: places))
        }
        progress.end()
        let answer = Answer(directory, places, isDryRun: dryRun)
        if output.isJSON { try Printing.json(answer) } else { Printing.toStandardOutput(answer.text) }
    }

    struct Answer: Encodable {
        let isDryRun: Bool
        let rows, postcodes, withoutPosition, notRead: Int
        let leftAlone, faults: [String]

        init(_ directory: PostcodeDirectory, _ places: PostcodePlaces, isDryRun: Bool) {
            self.isDryRun = isDryRun
            (rows, postcodes, withoutPosition) = (directory.rows, places.count, directory.elsewhere)
            notRead = directory.findings.count
            leftAlone = directory.leftAlone
            faults = directory.findings.listed.map { finding in
                "\(finding.file), line \(finding.line ?? 0): “\(finding.value ?? "")” \(finding.says)"
            }
        }

        var text: String {
            var lines = ["\(postcodes) postcodes \(isDryRun ? "would be loaded" : "were loaded") from \(rows) rows."]
            if withoutPosition > 0 {
                lines.append("\(withoutPosition) have no position on the grid of Great Britain, and were left out.")
            }
            if notRead > 0 { lines.append("\(notRead) could not be read.") }
            lines += faults.prefix(20).map { "  \($0)" }
            lines += leftAlone.map { "\($0) is no directory, and was left alone." }
            return lines.joined(separator: "\n")
        }
    }
}
