// SPDX-License-Identifier: MIT

import ArgumentParser
import Ledger

/// `homeward key rotate`
struct KeyRotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Put a new master key in place of the old one.",
        discussion: """
            Wraps every key of the record anew; what happened to whom is not touched. Stop the server first. Where the \
            master key is kept in the record's folder, the new one is made and put there, and the old one stays beside \
            it: backups made before open with it alone. Where the master key is elsewhere, make a new one first and name \
            both. Interrupted at any moment, the record opens with one of the two; give the same command again to finish.

            Examples:
              homeward key rotate --data /srv/homeward
              homeward key new master /etc/homeward/new.key
              homeward key rotate --data /srv/homeward --master-key-file /etc/homeward/master.key \\
                --new-master-key-file /etc/homeward/new.key
            """
    )

    @OptionGroup var data: DataOptions

    @Option(help: ArgumentHelp("The file with the new master key.", valueName: "file"))
    var newMasterKeyFile: String?

    @Option(help: ArgumentHelp("The environment variable that holds the new master key.", valueName: "name"))
    var newMasterKeyEnvironment: String?

    @Option(help: ArgumentHelp("A command that prints the new master key.", valueName: "command"))
    var newMasterKeyCommand: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if data.keepsKeyInFolder, newKey != nil {
            throw ValidationError(
                "The master key is in the record's folder, so the new one is made there. Leave out --new-master-key-….")
        }
        if !data.keepsKeyInFolder, newKey == nil {
            throw ValidationError("Say where the new master key is, with one of --new-master-key-….")
        }
    }

    private var newKey: MasterKeySource? {
        if let newMasterKeyFile { return .file(newMasterKeyFile) }
        if let newMasterKeyEnvironment { return .environment(newMasterKeyEnvironment) }
        return newMasterKeyCommand.map { .command($0.split(separator: " ").map(String.init)) }
    }

    func run() throws {
        let folder = RecordFolder(data)
        guard try folder.isFounded else { throw folder.notThere }
        if folder.place.isShared {
            throw CommandFault.refused(
                """
                The master key of a ledger in a database is not changed there. Stop every server, copy it to a folder \
                (homeward ledger copy), change the key there, and copy it to an empty database.
                """)
        }
        let progress = ProgressLine()
        progress.show("Wrapping keys")
        let changed = try KeyChange(folder).change(to: newKey)
        progress.end()
        if output.isJSON { return try Printing.json(changed) }
        Printing.toStandardOutput(
            "The record is sealed with the new master key \(changed.fingerprint): \(changed.subjects) keys wrapped anew."
        )
        if let kept = changed.oldKeyFile {
            Printing.toStandardOutput(
                """
                KEEP A COPY OF THE NEW ONE SOMEWHERE ELSE: \(folder.path)/\(RecordFolder.keyName)
                The old one is kept in \(kept). Backups made before open with it alone: take a new \
                backup, and when the old ones are gone, destroy the old key.
                """)
        } else {
            Printing.toStandardOutput(
                "Name the new key from now on. Backups made before open with the old one alone: keep it as long as them."
            )
        }
    }
}
