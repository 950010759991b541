// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation

/// `homeward config check`
struct ConfigCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what a server is told, by whom, and whether everything that this leads to can be used.",
        discussion: """
            Opens what a server would open, and changes nothing; a server may be running. Ends with 1 where something \
            can’t be used. What stands after “--” is taken as the server’s own command line.

            Examples:
              homeward config check --config /etc/homeward/homeward.yaml
              homeward config check --config /etc/homeward/homeward.yaml -- --port 8081
            """
    )

    @Option(help: ArgumentHelp("The file of settings. Without it $HOMEWARD_CONFIG.", valueName: "file"))
    var config: String?

    @Argument(help: ArgumentHelp("What the server’s command line says beside it.", valueName: "option"))
    var given: [String] = []

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let told = try SettledServe(
            (config.map { ["--config", $0] } ?? []) + given, environment: ProcessInfo.processInfo.environment)
        let serve: Serve
        do {
            serve = try Serve.parse(told.words)
        } catch {
            throw CommandFault.refused(Serve.message(for: error))
        }
        let findings = try await SetUpCheck(serve).findings()
        if output.isJSON { try Printing.json(Answer(told, findings)) } else { say(told, findings) }
        if findings.contains(where: { !$0.isFine }) { throw ExitCode(1) }
    }

    private func say(_ told: SettledServe, _ findings: [SetUpCheck.Finding]) {
        let rows = told.settled.map { ("\($0.setting.name): \($0.shown)", "\($0.source)") }
        let width = rows.map(\.0.count).max() ?? 0
        for (what, source) in rows {
            Printing.toStandardOutput(what + String(repeating: " ", count: width + 2 - what.count) + source)
        }
        if rows.isEmpty { Printing.toStandardOutput("Nothing is set: every setting is as it is by itself.") }
        Printing.toStandardOutput("")
        for one in findings { Printing.toStandardOutput("\(one.isFine ? "fine " : "FAULT") \(one.about): \(one.says)") }
    }

    private struct Answer: Encodable {
        struct Setting: Encodable { let name, value, source: String }
        struct Finding: Encodable {
            let about, says: String
            let isFine: Bool
        }
        let settings: [Setting]
        let findings: [Finding]

        init(_ told: SettledServe, _ findings: [SetUpCheck.Finding]) {
            settings = told.settled.map { Setting(name: $0.setting.name, value: $0.shown, source: "\($0.source)") }
            self.findings = findings.map { Finding(about: $0.about, says: $0.says, isFine: $0.isFine) }
        }
    }
}
