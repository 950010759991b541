// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Ledger
import LedgerSQLite

/// `homeward backup`
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the record to a new folder, also while a server is working.",
        discussion: """
            The copy is of one moment, sealed as the record is, and is never written over. It holds the record and the \
            accounts, and not the master key: keep that apart from it.

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
        let progress = ProgressLine()
        progress.show("Copying the record")
        try store.backup(to: "\(target)/\(SQLiteLedgerStore.fileName)")
        try folder.backUpLooks(to: target)
        try copy(RecordFolder.aboutName, from: folder)
        if FileManager.default.fileExists(atPath: folder.accountsPath) {
            try folder.accounts().backup(to: "\(target)/\(RecordFolder.accountsName)")
        }
        progress.end()
        let position = ledger.head.position.number
        if output.isJSON {
            try Printing.json(Answer(folder: target, position: position))
        } else {
            Printing.toStandardOutput(
                "Backed up to \(target): everything up to entry \(position). The master key is not in it.")
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
