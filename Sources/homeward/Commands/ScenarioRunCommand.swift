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

            Examples:
              homeward scenario run Scenarios
              homeward scenario run Scenarios --only interview
              homeward scenario run Scenarios/found --under birmingham-2015
            """
    )

    @Argument(help: ArgumentHelp("Scenario files or folders.", valueName: "path"))
    var paths: [String]

    @Option(
        name: .customLong("only"),
        help: ArgumentHelp("Only scenarios with this in their path or title; may be given again.", valueName: "text"))
    var wanted: [String] = []

    @Option(
        name: .customLong("under"),
        help: ArgumentHelp(
            "Run them under this protocol, its id or file, instead of the one they name.", valueName: "protocol"))
    var other: String?

    @OptionGroup var share: ShareOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folders = try ShareFolders(named: share.folder, record: nil)
        let calendars = try folders.loadCalendars()
        let packs = RememberedPacks(folders.packs)
        if let other {
            guard other.hasSuffix(".yaml") || folders.packs.ids.contains(other) else {
                throw CommandFault.refused(
                    "There is no protocol “\(other)” in \(folders.protocols). There are: "
                        + folders.packs.ids.joined(separator: ", ") + ".")
            }
            _ = try packs.load(other).valueOrRefusal()
        }
        let all = try paths.flatMap(scenarioFiles).map { outcome(of: $0, packs, calendars) }
        let outcomes = wanted.isEmpty ? all : all.filter(isWanted)
        guard !outcomes.isEmpty else {
            throw CommandFault.misused("None of \(all.count) scenarios has \(spokenWanted) in its path or title.")
        }
        if output.isJSON {
            try Printing.json(Answer(scenarios: outcomes))
        } else {
            Printing.toStandardOutput(text(of: outcomes))
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
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        let files = names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
        guard !files.isEmpty else { throw CommandFault.refused("There is no scenario in \(path).") }
        return files
    }

    private func outcome(of file: String, _ packs: RememberedPacks, _ calendars: Calendars) -> ScenarioOutcome {
        let loaded = ScenarioFile.prepare(file, packs: packs, calendars: calendars, under: other)
        guard let run = loaded.value else {
            // A fault names its file by its last part, and it may be the pack's.
            return ScenarioOutcome(
                file: file, title: nil, expectations: 0, differences: loaded.faults.map(\.description))
        }
        return ScenarioOutcome(
            file: file, title: run.scenario.title, expectations: run.scenario.expectations.count,
            differences: run.run().map { difference in
                let details = difference.details.map { "\n    \($0)" }.joined()
                return "\(file):\(difference.line): \(difference.says)\(details)"
            })
    }

    private func isWanted(_ outcome: ScenarioOutcome) -> Bool {
        wanted.contains { text in
            outcome.file.localizedCaseInsensitiveContains(text)
                || (outcome.title?.localizedCaseInsensitiveContains(text) ?? false)
        }
    }

    private var spokenWanted: String { wanted.map { "“\($0)”" }.joined(separator: " or ") }

    private func text(of outcomes: [ScenarioOutcome]) -> String {
        var lines: [String] = []
        for outcome in outcomes where !outcome.differences.isEmpty {
            lines.append("\(outcome.title ?? outcome.file)")
            lines += outcome.differences.map { "  \($0.replacingOccurrences(of: "\n", with: "\n  "))" } + [""]
        }
        let folders = ScenarioTally.byFolder(outcomes)
        if folders.count > 1 { lines += folders.map(\.line) + [""] }
        let under = other.map { " under \($0)" } ?? ""
        let whole = ScenarioTally(outcomes, in: "")
        lines.append("\(whole.counted)\(under), \(whole.summary)")
        return lines.joined(separator: "\n")
    }

    private struct Answer: Encodable { let scenarios: [ScenarioOutcome] }
}
