// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Ledger
import LedgerSQLite

/// `homeward restore`
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup back as the record of a folder that has none.",
        discussion: """
            Never writes over a record that is there. Put the master key back too, as master.key in the folder with \
            mode 0600, or name another place for it; the restored record is then verified at once.

            Example:
              homeward restore /mnt/backups/homeward-2026-11-21 --data /srv/homeward
            """
    )

    @Argument(help: ArgumentHelp("The folder that “homeward backup” made, or its ledger.sqlite.", valueName: "from"))
    var source: String

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folder = RecordFolder(data)
        if folder.isFounded { throw LedgerFault.alreadyThere(folder.ledgerPath) }
        try SQLiteLedgerStore.restore(ledgerPath, in: folder.path)
        if isFolder { try folder.restoreLooks(from: source) }
        for name in [RecordFolder.aboutName, RecordFolder.accountsName] { try copy(name, to: folder) }
        let verification = try verified(folder)
        if output.isJSON {
            try Printing.json(
                Answer(
                    folder: folder.path, isVerified: verification?.isSound ?? false,
                    position: verification?.head.position.number))
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

    private func copy(_ name: String, to folder: RecordFolder) throws {
        guard isFolder, let bytes = FileManager.default.contents(atPath: "\(source)/\(name)") else { return }
        try OwnerOnlyFile.replace("\(folder.path)/\(name)", with: Array(bytes))
    }

    /// Nil where the master key is not there yet.
    private func verified(_ folder: RecordFolder) throws -> Verification? {
        do {
            let (store, ledger) = try folder.openForReading()
            defer { try? store.close() }
            return try ledger.verify()
        } catch LedgerFault.masterKeyMissing {
            return nil
        }
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
