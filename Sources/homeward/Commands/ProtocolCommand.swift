// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward protocol`
struct ProtocolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protocol",
        abstract: "Check, show, compare, explain, replay and adopt local protocols.",
        discussion: """
            A protocol is a YAML file that people edit: duties with their clocks, each citing its clause.

            Examples:
              homeward protocol check Protocols/birmingham-2015.yaml
              homeward protocol show birmingham-2015
              homeward protocol diff england-2014 birmingham-2015
              homeward protocol replay --demo --with england-2014
            """,
        subcommands: [
            ProtocolCheck.self, ProtocolShow.self, ProtocolNew.self, ProtocolDiff.self, ProtocolExplain.self,
            ProtocolReplay.self, ProtocolAdopt.self, ProtocolClauses.self,
        ]
    )
}
