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
        guard try isFounded else { throw notThere }
        let masterKey = try key.read()
        guard case .folder = place else { return try verifyShared(masterKey) }
        let verifications = try ledgerFolders.map { place in
            try ProgressLine.during("Verifying") { progress in
                try SQLiteLedgerStore.verify(
                    "\(place)/\(SQLiteLedgerStore.fileName)", with: masterKey, progress: progress)
            }
        }
        let names = ledgerFolders.dropFirst().map { String($0.split(separator: "/").last ?? "") }
        return (verifications[0], Array(zip(names, verifications.dropFirst())))
    }

    private func verifyShared(
        _ masterKey: MasterKey
    ) throws -> (record: Verification, besides: [(name: String, Verification)]) {
        let stores = try storesForReading()
        defer { for store in stores { try? store.close() } }
        let verifications = try stores.map { store in
            try ProgressLine.during("Verifying") { progress in
                try Ledger(opening: store, masterKey: masterKey).verify(progress: progress)
            }
        }
        return (verifications[0], verifications.dropFirst().map { (Self.looksName, $0) })
    }

    /// Verifies who looked alone; nothing where nobody did.
    func verifyLooks() throws -> Verification? {
        if case .folder = place, !Self.holdsLedger(looksFolder) { return nil }
        let masterKey = try key.read()
        if case .folder = place {
            return try ProgressLine.during("Verifying") { progress in
                try SQLiteLedgerStore.verify(looksPath, with: masterKey, progress: progress)
            }
        }
        guard let store = try place.looks(isReading: true) else { return nil }
        defer { try? store.close() }
        return try ProgressLine.during("Verifying") { progress in
            try Ledger(opening: store, masterKey: masterKey).verify(progress: progress)
        }
    }

    /// The stores of every ledger there is, for reading: the record's own first.
    func storesForReading() throws -> [any LedgerStore] {
        guard let record = try place.record(isReading: true) else { throw notThere }
        let looks = try place.looks(isReading: true)
        return [record] + (looks.map { [$0] } ?? [])
    }
}
