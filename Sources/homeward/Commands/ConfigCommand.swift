// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward config`
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Write a server’s file of settings, and check everything that it leads to.",
        discussion: """
            Examples:
              homeward config new > /etc/homeward/homeward.yaml
              homeward config check --config /etc/homeward/homeward.yaml
            """,
        subcommands: [ConfigNew.self, ConfigCheck.self]
    )
}
