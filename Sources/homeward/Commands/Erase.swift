// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward erase`
struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "End a child's record for good, between two people.",
        discussion: """
            One records manager proposes, another confirms. The same is done on the child's page; there each signs in \
            as themselves, here whoever holds the master key is believed. Stop the server first. Backups made before \
            still hold the record: destroy those too.

            Examples:
              homeward erase propose 12 --as a.hale@eastmoor.example --ground retention-ended \\
                --because "Retention list of May 2031, item 4" --data /srv/homeward
              homeward erase confirm 12 --as j.petty@eastmoor.example --reference EM-0012 --data /srv/homeward
            """,
        subcommands: [ErasePropose.self, EraseConfirm.self]
    )
}
