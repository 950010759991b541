// SPDX-License-Identifier: MIT

import ArgumentParser

/// `homeward ledger`
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Prepare a database for a record, and move a record between a folder and a database.",
        discussion: """
            Example:
              homeward ledger prepare postgres://homeward_owner@db/homeward --role homeward_app
              homeward ledger copy /srv/homeward postgres://homeward_app@db/homeward
            """,
        subcommands: [LedgerPrepare.self, LedgerCopyCommand.self]
    )
}
