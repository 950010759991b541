// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Ledger
import LedgerSQLite
import OutboxSQLite

/// `homeward backup`
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the record to a new folder, also while a server is working.",
        discussion: """
            The copy is of one moment, sealed as the record is, and is never written over. It holds the record, the \
            accounts and the notices on their way, and not the master key: keep that apart from it. To verify it: \
            homeward verify --data FOLDER --master-key-file KEY. Ledgers in a database come out as files, with the \
            same chain.

            Example:
              homeward backup /mnt/backups/homeward-2026-11-21 --data /srv/homeward
            """
    )

    @Argument(help: ArgumentHelp("The folder to make; it must not be there yet.", valueName: "to"))
    var target: String

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folder = RecordFolder(data)
        let (store, ledger) = try folder.openForReading()
        defer { try? store.close() }
        guard !FileManager.default.fileExists(atPath: target) else { throw LedgerFault.alreadyThere(target) }
        try OwnerOnlyFile.makeDirectory(target)
        if let file = store as? SQLiteLedgerStore {
            try ProgressLine.during("Copying the record") { progress in
                try file.backup(to: "\(target)/\(SQLiteLedgerStore.fileName)", progress: progress)
            }
            try backUpBesides(folder)
        } else {
            try LedgerCopy(from: folder.place, to: .folder(target), masterKey: folder.key.read()).run()
        }
        for name in [RecordFolder.aboutName, AccountsKey.name] { try copy(name, from: folder) }
        if FileManager.default.fileExists(atPath: folder.accountsPath) {
            try folder.accounts().backup(to: "\(target)/\(RecordFolder.accountsName)")
        }
        if FileManager.default.fileExists(atPath: folder.outboxPath) {
            let outbox = try SQLiteOutboxStore(path: folder.outboxPath)
            defer { try? outbox.close() }
            try outbox.backup(to: "\(target)/\(SQLiteOutboxStore.fileName)")
        }
        let position = ledger.head.position.number
        if output.isJSON {
            try Printing.json(Answer(folder: target, position: position))
        } else {
            Printing.toStandardOutput(
                "Backed up to \(target): everything up to entry \(position). The master key is not in it.")
        }
    }

    private func backUpBesides(_ folder: RecordFolder) throws {
        let masterKey = try folder.key.read()
        for place in folder.ledgerFolders.dropFirst() {
            let name = place.dropFirst(folder.path.count + 1)
            let store = try SQLiteLedgerStore.openForReading("\(place)/\(SQLiteLedgerStore.fileName)")
            defer { try? store.close() }
            _ = try Ledger(opening: store, masterKey: masterKey)
            try OwnerOnlyFile.makeDirectory("\(target)/\(name)")
            try ProgressLine.during("Copying \(name)") { progress in
                try store.backup(to: "\(target)/\(name)/\(SQLiteLedgerStore.fileName)", progress: progress)
            }
        }
    }

    private func copy(_ name: String, from folder: RecordFolder) throws {
        guard let bytes = FileManager.default.contents(atPath: "\(folder.path)/\(name)") else { return }
        try OwnerOnlyFile.replace("\(target)/\(name)", with: Array(bytes))
    }

    private struct Answer: Encodable {
        let folder: String
        let position: Int64
    }
}
