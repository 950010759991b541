// SPDX-License-Identifier: MIT
import Casework
import Foundation
import Glibc
import Ledger
import LedgerSQLite
import Testing

@Suite struct `A backup` {
    @Test func `taken while writers write is one consistent moment, and comes back whole`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let (store, ledger) = try await filledLedger(in: place, key: key, count: 2_000)
        let writing = Task {
            var written = 0
            while !Task.isCancelled {
                try await ledger.append([draft(.child(UInt64(written % 50)), "meanwhile \(written)")])
                written += 1
            }
        }
        while ledger.head.position < Position(2_050) { await Task.yield() }
        let before = ledger.head
        try store.backup(to: place.path("backup"))
        writing.cancel()
        try? await writing.value

        let elsewhere = try Workplace()
        try SQLiteLedgerStore.restore(place.path("backup"), in: elsewhere.directory)
        let restored = try Ledger(opening: SQLiteLedgerStore.open(in: elsewhere.directory), masterKey: key)
        let verification = try restored.verify()
        #expect(verification.isSound, "\(verification.findings)")
        #expect(before.position <= restored.head.position)
        #expect(restored.head.position <= ledger.head.position)
        try await restored.append([draft(.partnership, "the restored ledger goes on")])
        #expect(try restored.verify().isSound)
    }

    @Test func `is one file that only its owner may read, and can be verified as it is`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let (store, _) = try await filledLedger(in: place, key: key, count: 50)
        try store.backup(to: place.path("backup"))
        var status = stat()
        stat(place.path("backup"), &status)
        #expect(status.st_mode & 0o777 == 0o600)
        let backup = try SQLiteLedgerStore.openForReading(place.path("backup"))
        #expect(try Ledger(opening: backup, masterKey: key).verify().entryCount == 50)
    }

    @Test func `never takes another file's place, and a ledger is never restored over`() async throws {
        let place = try Workplace()
        let (store, _) = try await filledLedger(in: place, key: .random(), count: 5)
        try store.backup(to: place.path("backup"))
        #expect(throws: LedgerFault.alreadyThere(place.path("backup"))) { try store.backup(to: place.path("backup")) }
        try store.close()
        let other = try Workplace()
        let (held, _) = try await filledLedger(in: other, key: .random(), count: 5)
        #expect(throws: LedgerFault.inUse(path: other.path("ledger.lock"))) {
            try SQLiteLedgerStore.restore(place.path("backup"), in: other.directory)
        }
        withExtendedLifetime(held) {}
        try FileManager.default.removeItem(atPath: other.path("ledger.lock"))
        #expect(throws: LedgerFault.alreadyThere(other.file)) {
            try SQLiteLedgerStore.restore(place.path("backup"), in: other.directory)
        }
    }
}
