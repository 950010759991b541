// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import LedgerSQLite

extension RecordFolder {
    /// Copies the looks into the folder of a backup, also while a server notes them; nothing where nobody ever looked.
    func backUpLooks(to target: String) throws {
        guard let (store, _) = try looksForReading() else { return }
        defer { try? store.close() }
        let folder = "\(target)/\(Self.looksName)"
        try OwnerOnlyFile.makeDirectory(folder)
        try store.backup(to: "\(folder)/\(SQLiteLedgerStore.fileName)")
    }

    /// Puts the looks of a backup's folder back; nothing where it has none.
    func restoreLooks(from source: String) throws {
        let backup = "\(source)/\(Self.looksName)/\(SQLiteLedgerStore.fileName)"
        guard FileManager.default.fileExists(atPath: backup) else { return }
        try SQLiteLedgerStore.restore(backup, in: looksFolder)
    }
}
