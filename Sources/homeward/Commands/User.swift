// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward user`
struct User: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Who may sign in.",
        discussion: """
            Example:
              homeward user add --data /srv/homeward --email a.hale@eastmoor.example --name "Amira Hale" \\
                --role social-worker --agency eastmoor
            """,
        subcommands: [UserAdd.self]
    )
}
