// SPDX-License-Identifier: MIT
import Foundation
import Ledger
import LedgerSQLite
import Testing

@Suite struct `A snapshot` {
    @Test func `comes back with the entry that it was taken at`() async throws {
        let place = try Workplace()
        let (_, ledger) = try await filledLedger(in: place, key: .random(), count: 20)
        let snapshot = Snapshot(head: ledger.head, contentVersion: 4, content: Array("state".utf8))
        #expect(ledger.readSnapshot(at: place.path("snapshot"), contentVersion: 4) == .none)
        try ledger.write(snapshot, to: place.path("snapshot"))
        try await ledger.append([draft(.partnership, "later")])
        #expect(ledger.readSnapshot(at: place.path("snapshot"), contentVersion: 4) == .usable(snapshot))
    }

    @Test func `is ignored with a finding when a byte of it was changed, or it is another version's`() async throws {
        let place = try Workplace()
        let (_, ledger) = try await filledLedger(in: place, key: .random(), count: 20)
        let path = place.path("snapshot")
        try ledger.write(Snapshot(head: ledger.head, contentVersion: 4, content: Array("state".utf8)), to: path)
        let whole = try OwnerOnlyFile.read(path)
        for place in whole.indices {
            var changed = whole
            changed[place] ^= 1
            try OwnerOnlyFile.replace(path, with: changed)
            #expect(ledger.readSnapshot(at: path, contentVersion: 4).isUnusable, "byte \(place)")
        }
        try OwnerOnlyFile.replace(path, with: Array(whole.prefix(30)))
        #expect(ledger.readSnapshot(at: path, contentVersion: 4).isUnusable)
        try OwnerOnlyFile.replace(path, with: whole)
        #expect(ledger.readSnapshot(at: path, contentVersion: 5).isUnusable)
    }

    @Test func `of another history is ignored`() async throws {
        let (place, other) = (try Workplace(), try Workplace())
        let key = MasterKey.random()
        let (store, ledger) = try await filledLedger(in: place, key: key, count: 20)
        try store.backup(to: place.path("backup"))
        try await ledger.append([draft(.partnership, "one history")])
        try ledger.write(Snapshot(head: ledger.head, contentVersion: 1, content: [1]), to: place.path("snapshot"))
        try SQLiteLedgerStore.restore(place.path("backup"), in: other.directory)
        let restored = try Ledger(opening: SQLiteLedgerStore.open(in: other.directory), masterKey: key)
        try await restored.append([draft(.partnership, "another history")])
        #expect(restored.readSnapshot(at: place.path("snapshot"), contentVersion: 1).isUnusable)
    }
}

extension SnapshotReading {
    fileprivate var isUnusable: Bool {
        if case .unusable = self { true } else { false }
    }
}
