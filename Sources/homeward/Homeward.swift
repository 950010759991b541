// SPDX-License-Identifier: MIT

import ArgumentParser

/// The command line of Homeward. The names of its commands are a contract.
struct Homeward: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "homeward",
        abstract: "One record and one clock for all who act when a child goes missing.",
        discussion: """
            Begin with an invented partnership, which needs nothing and leaves nothing behind:
              homeward demo

            Look at an SSDA903 return without storing anything:
              homeward analyse path/to/903-folder --year 2026

            Begin a record of your own:
              homeward user add --data /srv/homeward --email june@eastmoor.example --name "June Petty" --role administrator
              homeward serve --data /srv/homeward

            The record lives in the folder given with --data; else in $HOMEWARD_DATA; else in ./homeward-data.

            Every command ends with 0 when it is done, 1 when something was refused or faults were found, and 2 when it \
            was asked wrongly. What can be answered is printed; everything else goes to the error output.
            """,
        version: Version.text,
        subcommands: [
            Serve.self, DemoCommand.self, Import.self, ExportCommand.self, ReportCommand.self, Analyse.self,
            MatchCommand.self, ScenarioCommand.self, ProtocolCommand.self,
            AccessCommand.self, Verify.self, AuditCommand.self, Backup.self, Restore.self, KeyCommand.self,
            CheckpointCommand.self, LedgerCommand.self, OutboxCommand.self, User.self, ClientCommand.self, Records.self,
            Erase.self,
            SubjectAccessCommand.self,
        ]
    )
}

/// What this build calls itself.
enum Version {
    static let text = "0.1.0"
}
