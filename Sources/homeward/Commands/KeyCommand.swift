// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward key`
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make, check and change the keys that the record is sealed and vouched for with.",
        discussion: """
            Examples:
              homeward key check --data /srv/homeward
              homeward key rotate --data /srv/homeward
              homeward key new checkpoint /media/stick/checkpoint.key
            """,
        subcommands: [KeyNew.self, KeyCheck.self, KeyRotate.self]
    )
}
