// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Ledger
import LedgerSQLite
import OutboxSQLite

/// `homeward restore`
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup back as the record of a folder that has none.",
        discussion: """
            Never writes over a record that is there, and never puts back a backup that is not sound. Put the master \
            key back too, as master.key in the folder with mode 0600, or name another place for it: then the backup is \
            verified first. Where a damaged backup is all there is, --even-if-damaged puts back what can be read.

            Example:
              homeward restore /mnt/backups/homeward-2026-11-21 --data /srv/homeward
            """
    )

    @Argument(help: ArgumentHelp("The folder that “homeward backup” made, or its ledger.sqlite.", valueName: "from"))
    var source: String

    @Flag(help: "Put the backup back although it is damaged.")
    var evenIfDamaged = false

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folder = RecordFolder(data)
        if folder.place.isShared {
            throw CommandFault.refused(
                "A backup is put back into a folder. From there into a database: homeward ledger copy FOLDER ADDRESS")
        }
        if try folder.isFounded { throw LedgerFault.alreadyThere(folder.ledgerPath) }
        let verification = try verified(folder)
        if let verification, !verification.isSound, !evenIfDamaged { throw Self.damaged(verification) }
        for (from, to) in ledgers(folder) {
            try ProgressLine.during("Copying the record") { progress in
                try SQLiteLedgerStore.restore(from, in: to, evenIfDamaged: evenIfDamaged, progress: progress)
            }
        }
        for name in [RecordFolder.aboutName, RecordFolder.accountsName, AccountsKey.name, SQLiteOutboxStore.fileName] {
            try copy(name, to: folder)
        }
        if output.isJSON {
            try Printing.json(
                Answer(
                    folder: folder.path, isVerified: verification?.isSound ?? false,
                    position: verification?.head?.position.number))
        } else {
            Printing.toStandardOutput(text(verification, folder))
        }
        if let verification, !verification.isSound { throw ExitCode(1) }
    }

    private var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: source, isDirectory: &isFolder) && isFolder.boolValue
    }

    private var ledgerPath: String { isFolder ? "\(source)/\(SQLiteLedgerStore.fileName)" : source }

    /// Each ledger of the backup, and the folder that it goes to. The record itself comes last: with it the folder has a
    /// record, and nothing is restored there again.
    private func ledgers(_ folder: RecordFolder) -> [(from: String, to: String)] {
        let besides = isFolder ? RecordFolder.besides.map(\.name) : []
        return besides.map { ("\(source)/\($0)/\(SQLiteLedgerStore.fileName)", "\(folder.path)/\($0)") }
            .filter { FileManager.default.fileExists(atPath: $0.0) } + [(ledgerPath, folder.path)]
    }

    private func copy(_ name: String, to folder: RecordFolder) throws {
        guard isFolder, let bytes = FileManager.default.contents(atPath: "\(source)/\(name)") else { return }
        try OwnerOnlyFile.replace("\(folder.path)/\(name)", with: Array(bytes))
    }

    /// Nil where the master key is not there yet.
    private func verified(_ folder: RecordFolder) throws -> Verification? {
        let masterKey: MasterKey
        do {
            masterKey = try folder.key.read()
        } catch LedgerFault.masterKeyMissing {
            return nil
        }
        for (from, _) in ledgers(folder).dropLast() {
            let beside = try SQLiteLedgerStore.verify(from, with: masterKey)
            if !beside.isSound, !evenIfDamaged { throw Self.damaged(beside) }
        }
        return try ProgressLine.during("Verifying the backup") { progress in
            try SQLiteLedgerStore.verify(ledgerPath, with: masterKey, progress: progress)
        }
    }

    private static func damaged(_ verification: Verification) -> CommandFault {
        .refused(
            """
            The backup is damaged, and nothing was put back:
            \(verification.findings.prefix(20).map { "  \($0)" }.joined(separator: "\n"))
            Take another backup. Where this is all there is: --even-if-damaged puts back what can be read.
            """)
    }

    private func text(_ verification: Verification?, _ folder: RecordFolder) -> String {
        guard let verification else {
            return "Restored to \(folder.path). Now put the master key back as \(folder.path)/\(RecordFolder.keyName) "
                + "with mode 0600, and run: homeward verify --data \(folder.path)"
        }
        if verification.isSound {
            return "Restored to \(folder.path) and verified: \(verification.entryCount) entries."
        }
        return "Restored to \(folder.path), but verifying found:\n"
            + verification.findings.map { "  \($0)" }.joined(separator: "\n")
    }

    private struct Answer: Encodable {
        let folder: String
        let isVerified: Bool
        let position: Int64?
    }
}
