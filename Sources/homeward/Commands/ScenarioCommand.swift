// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward scenario`
struct ScenarioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario",
        abstract: "Try a protocol on a story: what is owed, by whom, by when.",
        discussion: """
            A scenario is a YAML file: children, events, and what is expected of the protocol at given times.

            Examples:
              homeward scenario run Scenarios
              homeward scenario evaluate Scenarios/one-night.yaml --at 2015-06-05T23:10 --json
            """,
        subcommands: [ScenarioRunCommand.self, ScenarioEvaluate.self]
    )
}
