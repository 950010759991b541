// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward protocol`
struct ProtocolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protocol",
        abstract: "Check a local protocol, or show what it asks of whom.",
        discussion: """
            A protocol is a YAML file that people edit: duties with their clocks, each citing its clause.

            Examples:
              homeward protocol check Protocols/birmingham-2015.yaml
              homeward protocol show birmingham-2015
            """,
        subcommands: [ProtocolCheck.self, ProtocolShow.self, ProtocolNew.self, ProtocolClauses.self]
    )
}
