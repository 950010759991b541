// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Ledger
import LedgerSQLite

/// Puts a new master key in place of the old one, so that at any instant, whatever happens, one of the two opens each
/// part of the record, both stand somewhere, and doing it again finishes it.
struct KeyChange {
    let folder: RecordFolder

    init(_ folder: RecordFolder) {
        self.folder = folder
    }

    /// What was done.
    struct Changed: Encodable {
        let fingerprint: String
        let subjects: Int
        let oldKeyFile: String?
    }

    static let isUnderWaySentence =
        "A change of the master key was begun and not finished: give “homeward key rotate” to finish it."

    private var keyPath: String { "\(folder.path)/\(RecordFolder.keyName)" }
    private var newKeyPath: String { keyPath + ".next" }

    /// Whether a change was begun in the folder and not finished.
    var isUnderWay: Bool { FileManager.default.fileExists(atPath: newKeyPath) }

    /// Changes to the key that `source` gives; without one, to a new one that is kept in the folder.
    func change(to source: MasterKeySource?) throws -> Changed {
        // Nobody else writes from here on.
        let stores = try folder.ledgerFolders.map { try SQLiteLedgerStore.open(in: $0) }
        defer { for store in stores { try? store.close() } }
        let old = try folder.key.read()
        try refuseDamaged(stores, old)
        let new = try source?.read() ?? nextKey()
        // Until all is proved, both keys open the accounts.
        try AccountsKey(folder).keep(under: [old, new], openedWith: [old, new])
        for store in stores { try wrapAnew(store, from: old, to: new) }
        let subjects = try stores.map { try prove($0, new) }.reduce(0, +)
        try AccountsKey(folder).keep(under: [new], openedWith: [new])
        // It is sealed under a key that follows from the old one, and is of no more use.
        try OwnerOnlyFile.remove("\(folder.path)/\(OpenedRecord.snapshotName)")
        let kept = source == nil ? try swap(old) : nil
        return Changed(fingerprint: new.fingerprint, subjects: subjects, oldKeyFile: kept)
    }

    /// Before anything is done: a damaged key can't be wrapped anew, and is not to be left behind.
    private func refuseDamaged(_ stores: [SQLiteLedgerStore], _ old: MasterKey) throws {
        for store in stores {
            guard let ledger = try opened(store, old) else {
                // Where a change was begun, this one may be done already.
                if isUnderWay || !folder.keepsKey { continue }
                throw LedgerFault.masterKeyWrong
            }
            if let broken = ledger.brokenKeys.first {
                throw CommandFault.refused(
                    "The key of \(broken) is damaged, so the master key was not changed. "
                        + "“homeward verify” says what is damaged; put a backup back first.")
            }
        }
    }

    /// The one that an interrupted change made, else a new one.
    private func nextKey() throws -> MasterKey {
        if !isUnderWay { try MasterKeySource.createFile(newKeyPath, holding: .random()) }
        return try MasterKeySource.file(newKeyPath).read()
    }

    /// One transaction: before it the old key opens the ledger, after it the new one.
    private func wrapAnew(_ store: SQLiteLedgerStore, from old: MasterKey, to new: MasterKey) throws {
        if try opened(store, new) != nil { return }
        guard let ledger = try opened(store, old) else { throw LedgerFault.masterKeyWrong }
        try ledger.rotateNow(to: new)
    }

    /// Opens with the new key alone and unwraps everything. Returns how many keys there are.
    private func prove(_ store: SQLiteLedgerStore, _ new: MasterKey) throws -> Int {
        let ledger = try Ledger(opening: store, masterKey: new)
        if let fault = ledger.fault { throw fault }
        if let broken = ledger.brokenKeys.first { throw LedgerFault.damaged("key of \(broken)") }
        return ledger.subjectCount
    }

    private func opened(_ store: SQLiteLedgerStore, _ key: MasterKey) throws -> Ledger? {
        try Ledger.opened(over: store, ifSealedWith: key)
    }

    /// Keeps the old key under a name of its own, and puts the new one in its place in one step.
    private func swap(_ old: MasterKey) throws -> String {
        let kept = "\(keyPath).before-\(old.fingerprint)"
        guard link(keyPath, kept) == 0 || errno == EEXIST else { throw OwnerOnlyFile.fault(errno, kept) }
        try OwnerOnlyFile.syncDirectory(of: keyPath)
        guard rename(newKeyPath, keyPath) == 0 else { throw OwnerOnlyFile.fault(errno, keyPath) }
        try OwnerOnlyFile.syncDirectory(of: keyPath)
        return kept
    }
}
