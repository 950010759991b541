// SPDX-License-Identifier: MIT
import Foundation
import Ledger
import LedgerSQLite

/// What proving a ledger costs: its verification closed and open, a checkpoint checked offline, its keys wrapped anew, and
/// one subject's key destroyed.
enum Proof {
    static func measure(entries: Int, subjects: Int) async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/homeward-proof-\(UUID().uuidString)"
        try OwnerOnlyFile.makeDirectory(directory)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let (key, next) = (MasterKey.random(), MasterKey.random())
        let file = "\(directory)/\(SQLiteLedgerStore.fileName)"
        try await fill(directory, key, entries, subjects)
        let size = try FileBytes.size(of: file) ?? 0
        print("\(entries) entries of \(subjects) subjects, \(size >> 20) MiB")
        let verified = try timed("verify, closed: every byte, chain, seals") {
            try SQLiteLedgerStore.verify(file, with: key)
        }
        let reading = try SQLiteLedgerStore.openForReading(file)
        let checkpoint = try timed("make a checkpoint, along the chain") { try Checkpoint.make(of: reading, at: 0) }
        let compared = try timed("check a checkpoint, without any key") {
            try Checkpoint.compare([checkpoint], with: reading)
        }
        try reading.close()
        let store = try SQLiteLedgerStore.open(in: directory)
        let ledger = try Ledger(opening: store, masterKey: key)
        let begun = ContinuousClock.now
        try await ledger.erase(.child(7), at: 1)
        say("destroy one subject's key", begun)
        try timed("wrap every key anew") { try ledger.rotateNow(to: next) }
        try timed("close, sealing the file") { try store.close() }
        let after = try timed("verify again") { try SQLiteLedgerStore.verify(file, with: next) }
        let isSound = verified.isSound && compared.isSound && after.isSound
        print(isSound ? "all sound" : "NOT SOUND: \(verified.findings) \(after.findings)")
        print("most memory in use: \(try mostMemoryInMebibytes()) MiB")
    }

    private static func fill(_ directory: String, _ key: MasterKey, _ entries: Int, _ subjects: Int) async throws {
        let store = try SQLiteLedgerStore.create(in: directory)
        let ledger = try Ledger.found(in: store, masterKey: key, foundedAt: 0)
        let bytes = StoredEvent.bytes(of: Bench.report)
        for start in stride(from: 0, to: entries, by: 5_000) {
            try await ledger.append(
                (start..<min(start + 5_000, entries)).map { number in
                    let subject = SubjectID.child(UInt64(number * 7_919 % subjects))
                    return EntryDraft(subject: subject, recordedAt: 1_777_669_295, payload: bytes)
                })
        }
        try store.close()
    }

    @discardableResult
    private static func timed<T>(_ what: String, _ work: () throws -> T) rethrows -> T {
        let begun = ContinuousClock.now
        defer { say(what, begun) }
        return try work()
    }

    private static func say(_ what: String, _ begun: ContinuousClock.Instant) {
        let seconds = begun.duration(to: .now).seconds
        print(what.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%10.2f s", seconds))
    }

    private static func mostMemoryInMebibytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1_024
    }
}
