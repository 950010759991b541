// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward import`
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring files into the record, whole or not at all.",
        discussion: """
            Try with --dry-run first: it counts, says who is known already, and lists faults by line. Importing the \
            same again changes nothing.

            Examples:
              homeward import ssda903 path/to/903-folder --data /srv/homeward --dry-run
              homeward import police extract.csv --mapping compact.yaml --data /srv/homeward
            """,
        subcommands: [Import903.self, ImportPolice.self, ImportPostcodes.self]
    )
}
