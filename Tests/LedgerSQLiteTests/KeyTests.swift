// SPDX-License-Identifier: MIT

import Casework
import Ledger
import LedgerSQLite
import Testing

@Suite struct `A subject's key` {
    @Test func `once destroyed leaves nothing readable of the subject, and the chain whole`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let (store, ledger) = try await filledLedger(in: place, key: key, count: 100)
        try await ledger.erase(.child(3), at: 1_900_000_000)
        try store.close()
        let reopened = try Ledger(opening: SQLiteLedgerStore.open(in: place.directory), masterKey: key)
        let texts = try await reopened.entries(of: .child(3)).map(\.text)
        #expect(texts == Array(repeating: nil, count: 12))
        #expect(try await reopened.entries(of: .child(4)).allSatisfy { $0.text != nil })
        let verification = try reopened.verify()
        #expect(verification.isSound)
        #expect(verification.erasedCount == 12)
        await #expect(throws: LedgerFault.subjectErased(.child(3))) {
            try await reopened.append([draft(.child(3), "more")])
        }
        try reopened.reload()
        try await reopened.append([draft(.child(4), "others go on")])
    }

    @Test func `once destroyed stands in no file, while others write and read, in no backup and in no snapshot`()
        async throws
    {
        let place = try Workplace()
        let key = MasterKey.random()
        let store = try SQLiteLedgerStore.create(in: place.directory)
        let ledger = try Ledger.found(in: store, masterKey: key, foundedAt: 1_800_000_000)
        var random = Seeded(seed: 11)
        // Keys that come in any order split pages, and a split leaves copies in what is then unused space.
        for number in (0..<600 as Range<UInt64>).shuffled(using: &random) {
            try await ledger.append([draft(.child(number), "about \(number)")])
        }
        let snapshot = Snapshot(head: ledger.head, contentVersion: 1, content: [1, 2, 3])
        try ledger.write(snapshot, to: place.path("kept.snapshot"))
        try ledger.write(snapshot, to: place.path("state.snapshot"))
        let writing = Task {
            while !Task.isCancelled { try await ledger.append([draft(.partnership, "meanwhile")]) }
        }
        let reading = Task {
            while !Task.isCancelled { _ = try await ledger.entries(of: .child(8)) }
        }
        for number in [7, 300, 599] as [UInt64] {
            let old = try #require(try store.key(of: .child(number))).wrapped
            #expect(try place.filesHolding(old).isEmpty == false)
            try await ledger.erase(.child(number), at: 1_900_000_000, snapshot: place.path("state.snapshot"))
            #expect(try place.filesHolding(old) == [])
            let kept = try Workplace()
            try store.backup(to: kept.path("backup"))
            #expect(try kept.filesHolding(old) == [])
            let backup = try Ledger(opening: SQLiteLedgerStore.openForReading(kept.path("backup")), masterKey: key)
            #expect(try await backup.entries(of: .child(number)).map(\.text) == [nil])
            #expect(try await backup.entries(of: .child(301)).map(\.text) == ["about 301"])
        }
        writing.cancel()
        reading.cancel()
        try? await writing.value
        #expect(ledger.readSnapshot(at: place.path("state.snapshot"), contentVersion: 1) == .none)
        guard case .unusable = ledger.readSnapshot(at: place.path("kept.snapshot"), contentVersion: 1) else {
            Issue.record("a snapshot from before the erasure is used")
            return
        }
        let verification = try ledger.verify()
        #expect(verification.isSound, "\(verification.findings)")
        #expect(verification.erasedCount == 3)
    }

    @Test func `is destroyed once: a second time keeps the first instant, and an unknown one is refused`() async throws
    {
        let place = try Workplace()
        let (store, ledger) = try await filledLedger(in: place, key: .random(), count: 30)
        try await ledger.erase(.child(3), at: 1_900_000_000)
        let snapshot = Snapshot(head: ledger.head, contentVersion: 1, content: [1])
        try ledger.write(snapshot, to: place.path("snapshot"))
        try await ledger.erase(.child(3), at: 1_950_000_000)
        #expect(ledger.readSnapshot(at: place.path("snapshot"), contentVersion: 1) == .usable(snapshot))
        await #expect(throws: LedgerFault.notFound("key of C99")) {
            try await ledger.erase(.child(99), at: 1_900_000_000)
        }
        #expect(try store.examine().isEmpty)
    }

    @Test func `is wrapped anew when the master key changes, and the old one opens nothing`() async throws {
        let place = try Workplace()
        let (old, new) = (MasterKey.random(), MasterKey.random())
        let (store, ledger) = try await filledLedger(in: place, key: old, count: 100)
        try await ledger.rotate(to: new)
        await #expect(throws: LedgerFault.needsReload) { try await ledger.append([draft(.child(4), "more")]) }
        #expect(throws: LedgerFault.masterKeyWrong) { try Ledger(opening: store, masterKey: old) }
        let reopened = try Ledger(opening: store, masterKey: new)
        #expect(try reopened.verify().isSound)
        #expect(try await reopened.entries(of: .child(4)).allSatisfy { $0.text != nil })
        try await reopened.append([draft(.child(4), "more")])
    }
}
