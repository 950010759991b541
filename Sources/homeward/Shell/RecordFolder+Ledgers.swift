// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import LedgerSQLite

extension RecordFolder {
    /// Folders within the record's that may hold a ledger of their own, sealed by the same master key, and what each is.
    static let besides: [(name: String, what: String)] = [("looks", "The chain of who looked at what")]

    /// Where there is a ledger: the record's own first.
    var ledgerFolders: [String] { [path] + Self.besides.map { "\(path)/\($0.name)" }.filter(Self.holdsLedger) }

    private static func holdsLedger(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/\(SQLiteLedgerStore.fileName)")
    }

    /// Verifies the record, and each ledger beside it under the name of its folder, showing how far it is.
    func verify() throws -> (record: Verification, besides: [(name: String, Verification)]) {
        guard isFounded else { throw notThere }
        let masterKey = try key.read()
        let verifications = try ledgerFolders.map { place in
            try ProgressLine.during("Verifying") { progress in
                try SQLiteLedgerStore.verify(
                    "\(place)/\(SQLiteLedgerStore.fileName)", with: masterKey, progress: progress)
            }
        }
        let names = ledgerFolders.dropFirst().map { String($0.split(separator: "/").last ?? "") }
        return (verifications[0], Array(zip(names, verifications.dropFirst())))
    }
}
