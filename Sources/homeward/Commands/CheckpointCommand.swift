// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward checkpoint`
struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Vouch for the history as it is now, and later check that it is still the same.",
        discussion: """
            A checkpoint is a few signed lines. Keep them where the record is not: mailed, printed, with another agency. \
            Whoever holds the record and its master key can then not make another history without it showing.

            Examples:
              homeward checkpoint make --data /srv/homeward --checkpoint-key /media/stick/checkpoint.key
              homeward checkpoint check november.txt --data /srv/homeward --public-key homeward-checkpoint-public-1:…
            """,
        subcommands: [CheckpointMake.self, CheckpointShow.self, CheckpointCheck.self]
    )
}
