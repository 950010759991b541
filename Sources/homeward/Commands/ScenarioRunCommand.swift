// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation
import Procedures

/// `homeward scenario run`
struct ScenarioRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run scenarios and list what differs from what they expect.",
        discussion: """
            Takes files and folders; folders are searched all the way down. Ends with 1 when anything differs.

            Example:
              homeward scenario run Scenarios
            """
    )

    @Argument(help: ArgumentHelp("Scenario files or folders.", valueName: "path"))
    var paths: [String]

    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folders = try ShareFolders(named: share.folder, record: nil)
        let calendars = try folders.loadCalendars()
        let files = try paths.flatMap(scenarioFiles)
        let packs = RememberedPacks(folders.packs)
        let outcomes = files.map { outcome(of: $0, packs, calendars) }
        if output.isJSON {
            try Printing.json(Answer(scenarios: outcomes))
        } else {
            for outcome in outcomes where !outcome.differences.isEmpty {
                Printing.toStandardOutput(outcome.differences.joined(separator: "\n"))
            }
            let failed = outcomes.filter { !$0.differences.isEmpty }.count
            let checks = outcomes.reduce(0) { $0 + $1.expectations }
            Printing.toStandardOutput(
                "\(outcomes.count) scenarios, \(checks) expectations: \(failed == 0 ? "all met" : "\(failed) with differences")"
            )
        }
        if outcomes.contains(where: { !$0.differences.isEmpty }) { throw ExitCode(1) }
    }

    private func scenarioFiles(at path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFault.refused("There is no file or folder \(path).")
        }
        guard isFolder.boolValue else { return [path] }
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        let files = names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(path)/\($0)" }
        guard !files.isEmpty else { throw CommandFault.refused("There is no scenario in \(path).") }
        return files
    }

    private func outcome(of file: String, _ packs: RememberedPacks, _ calendars: Calendars) -> Outcome {
        let loaded = ScenarioFile.prepare(file, packs: packs, calendars: calendars)
        guard let run = loaded.value else {
            return Outcome(file: file, title: nil, expectations: 0, differences: loaded.faults.map(\.description))
        }
        return Outcome(
            file: file, title: run.scenario.title, expectations: run.scenario.expectations.count,
            differences: run.run().map(\.description))
    }

    private struct Answer: Encodable { let scenarios: [Outcome] }

    private struct Outcome: Encodable {
        let file: String
        let title: String?
        let expectations: Int
        let differences: [String]
    }
}
