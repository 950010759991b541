// SPDX-License-Identifier: MIT
import Foundation
import Glibc
import Ledger
import LedgerSQLite
import Testing

@Suite struct `The seal of a ledger's file` {
    @Test func `is there when it was closed, and shows every single byte that changes`() async throws {
        let ledger = try await ClosedLedger(count: 12)
        let verification = try ledger.verify()
        #expect(verification.isSound, "\(verification.findings)")
        #expect(verification.file == .same(byteCount: ledger.bytes().count))
        guard case .sealed(let seal) = try FileSeal.read(of: ledger.file) else {
            Issue.record("there is no seal")
            return
        }
        var random = Seeded(seed: 21)
        var missed: [Int] = []
        for place in ledger.bytes().indices {
            let bits = UInt8(random.next() % 255) + 1
            let isSame = try ledger.withByte(place, changedBy: bits) { try seal.isSame(as: ledger.file) }
            if isSame { missed.append(place) }
        }
        #expect(missed.isEmpty)
        #expect(try seal.isSame(as: ledger.file))
    }

    @Test func `lets verify find any byte of it, whatever it does to the database`() async throws {
        let ledger = try await ClosedLedger(count: 12)
        var random = Seeded(seed: 22)
        // The file's header and the definitions, where a change may keep it from being opened; then anywhere.
        let anywhere = (0..<700).map { _ in Int(random.next() % UInt64(ledger.bytes().count)) }
        var missed: [Int] = []
        for place in Array(0..<100) + anywhere {
            let bits = UInt8(random.next() % 255) + 1
            if try !ledger.withByte(place, changedBy: bits, { ledger.isFound() }) { missed.append(place) }
        }
        #expect(missed.isEmpty)
        #expect(try ledger.verify().isSound)
    }

    @Test func `shows every byte of its own that changes, and a file cut short or grown`() async throws {
        let ledger = try await ClosedLedger(count: 12)
        let name = SQLiteLedgerStore.fileName + ".seal"
        var missed: [Int] = []
        for place in ledger.bytes(of: name).indices
        where try !ledger.withByte(place, of: name, changedBy: 1, ledger.isFound) {
            missed.append(place)
        }
        #expect(missed.isEmpty)
        truncate(ledger.file, off_t(ledger.bytes().count - 4_096))
        #expect(ledger.isFound())
        truncate(ledger.file, off_t(ledger.bytes().count + 4_096))
        #expect(ledger.isFound())
        try ledger.putBack()
        #expect(try ledger.verify().isSound)
    }

    @Test func `is gone while the ledger is open, and verify says what it could not look at`() async throws {
        let ledger = try await ClosedLedger(count: 12)
        let store = try SQLiteLedgerStore.open(in: ledger.place.directory)
        let opened = try Ledger(opening: store, masterKey: ledger.key)
        #expect(try FileSeal.read(of: ledger.file) == .none)
        #expect(try ledger.verify().file == .notCompared(.isOpen, []))
        try await opened.append([draft(.partnership, "more")])
        try store.close()
        try store.close()
        guard case .same = try ledger.verify().file else {
            Issue.record("it is not sealed anew")
            return
        }
        await #expect(throws: LedgerFault.self) { try await opened.erase(.child(1), at: 1_900_000_000) }
        unlink(ledger.file + ".seal")
        let unsealed = try ledger.verify()
        #expect(unsealed.isSound)
        #expect(unsealed.file == .notCompared(.isNotSealed, []))
    }

    @Test func `made with another master key, or moved from another file, is found`() async throws {
        let ledger = try await ClosedLedger(count: 12)
        let other = try await ClosedLedger(count: 12, key: ledger.key)
        for name in [".seal", ""] {
            let moved = SQLiteLedgerStore.fileName + name
            unlink(ledger.place.path(moved))
            try FileManager.default.copyItem(atPath: other.place.path(moved), toPath: ledger.place.path(moved))
            #expect(ledger.isFound() == (name == ".seal"), "both together are the other ledger, whole")
        }
        let stranger = try await ClosedLedger(count: 12)
        unlink(stranger.file + ".seal")
        FileSealTests.writeUnauthorisedSeal(of: stranger)
        #expect(try stranger.verify().findings.map(\.kind) == [.fileAltered])
    }

    @Test func `of a backup shows every byte, and a damaged one is not put back`() async throws {
        let ledger = try await ClosedLedger(count: 12)
        let kept = try Workplace()
        let reading = try SQLiteLedgerStore.openForReading(ledger.file)
        _ = try Ledger(opening: reading, masterKey: ledger.key)
        try reading.backup(to: kept.file)
        try reading.close()
        let backup = try ClosedLedger(standingIn: kept, key: ledger.key)
        guard case .same = try backup.verify().file, case .sealed(let seal) = try FileSeal.read(of: backup.file) else {
            Issue.record("a backup has no seal")
            return
        }
        var random = Seeded(seed: 23)
        for place in backup.bytes().indices {
            let bits = UInt8(random.next() % 255) + 1
            let isSame = try backup.withByte(place, changedBy: bits) { try seal.isSame(as: backup.file) }
            #expect(!isSame, "byte \(place)")
        }
        for _ in 0..<200 {
            let place = Int(random.next() % UInt64(backup.bytes().count))
            try backup.withByte(place, changedBy: UInt8(random.next() % 255) + 1) {
                #expect(backup.isFound(), "byte \(place)")
                let elsewhere = try Workplace()
                let fault = #expect(throws: LedgerFault.self) {
                    try SQLiteLedgerStore.restore(backup.file, in: elsewhere.directory)
                }
                #expect(fault?.code == "damaged")
                #expect(!FileManager.default.fileExists(atPath: elsewhere.file))
            }
        }
        let elsewhere = try Workplace()
        try SQLiteLedgerStore.restore(backup.file, in: elsewhere.directory)
        guard case .same = try SQLiteLedgerStore.verify(elsewhere.file, with: ledger.key).file else {
            Issue.record("what was restored is not what was sealed")
            return
        }
    }
}

private enum FileSealTests {
    /// The right digest and size under a seal that no master key made.
    static func writeUnauthorisedSeal(of ledger: ClosedLedger) {
        let name = SQLiteLedgerStore.fileName + ".seal"
        let text = String(decoding: ledger.bytes(of: name), as: UTF8.self)
        let lines = text.split(separator: "\n").map { line in
            line.hasPrefix("seal ") ? "seal " + String(repeating: "0", count: 64) : String(line)
        }
        try? OwnerOnlyFile.replace(ledger.file + ".seal", with: Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}
