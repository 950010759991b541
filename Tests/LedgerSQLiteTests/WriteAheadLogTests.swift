// SPDX-License-Identifier: MIT
import Foundation
import Ledger
import LedgerSQLite
import Testing

@Suite struct `A ledger that was not closed` {
    /// The files as they lie there when the process ends at once: part of the record is in the write-ahead log alone.
    private func killed(_ key: MasterKey) async throws -> ClosedLedger {
        let place = try Workplace()
        let (store, ledger) = try await filledLedger(in: place, key: key, count: 12)
        try await ledger.append([draft(.child(3), "and one more")])
        let left = try Workplace()
        for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.lock"] {
            try FileManager.default.copyItem(atPath: place.path(name), toPath: left.path(name))
        }
        try store.close()
        return try ClosedLedger(standingIn: left, key: key)
    }

    @Test func `is sound, and says that its file was not compared`() async throws {
        let ledger = try await killed(.random())
        let verification = try ledger.verify()
        #expect(verification.isSound, "\(verification.findings)")
        #expect(verification.entryCount == 13)
        #expect(verification.file == .notCompared(.isNotSealed, []))
    }

    @Test func `shows any byte of the write-ahead log that changes, although the database passes over it`() async throws
    {
        let ledger = try await killed(.random())
        let name = SQLiteLedgerStore.fileName + "-wal"
        let count = ledger.bytes(of: name).count
        var random = Seeded(seed: 31)
        var missed: [Int] = []
        // All of the log's header and of its last write's, and anywhere.
        let last = count - 4_096 - 24
        let anywhere = (0..<400).map { _ in Int(random.next() % UInt64(count)) }
        for place in Array(0..<32) + Array(last..<last + 24) + anywhere {
            let bits = UInt8(random.next() % 255) + 1
            if try !ledger.withByte(place, of: name, changedBy: bits, ledger.isFound) { missed.append(place) }
        }
        #expect(missed.isEmpty)
        #expect(try ledger.verify().isSound)
    }

    @Test func `goes on when it is opened, with nothing lost, and is sealed when it is closed`() async throws {
        let key = MasterKey.random()
        let ledger = try await killed(key)
        let store = try SQLiteLedgerStore.open(in: ledger.place.directory)
        let opened = try Ledger(opening: store, masterKey: key)
        #expect(opened.head.position.number == 13)
        try store.close()
        guard case .same = try ledger.verify().file else {
            Issue.record("it is not sealed")
            return
        }
    }

    @Test func `with a write-ahead log put beside a closed one is found`() async throws {
        let ledger = try await ClosedLedger(count: 12)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: ledger.file + "-wal"))
        #expect(try ledger.verify().findings.map(\.kind).contains(.fileAltered))
    }
}
