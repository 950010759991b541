// SPDX-License-Identifier: MIT
import Casework
import Foundation
import Ledger
import LedgerSQLite
import WorkingTime

/// The measured pieces of work; each makes its own ledger in a new directory and gives its rate per second.
enum Bench {
    static let report = Event(
        .reported,
        child: ChildID(number: 1_043),
        episode: EpisodeID(number: 77),
        occurredAt: .at(Instant(secondsSince1970: 1_777_669_200)),
        recordedAt: Instant(secondsSince1970: 1_777_669_295),
        by: Actor(worker: "a.worker", role: .carer, agency: AgencyID("larch-house")),
        details: [
            .missingSince: .time(.about(Instant(secondsSince1970: 1_777_665_600))),
            .lastSeenAt: .text("Larch House, front door"),
            .circumstances: .text("Went out after tea and did not come back by ten as agreed"),
            .clothing: .text("Grey hooded top, black jeans"),
        ]
    )

    static func raw(total: Int, batch: Int, _ bytes: [UInt8], isLike: Bool) throws -> Double {
        let directory = try newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let raw = RawSQLite(directory + "/raw.sqlite", isLike: isLike)
        // As much stands there before as in the ledger: a log that still has to grow makes each sync dearer.
        raw.append([[UInt8]](repeating: [UInt8](repeating: 1, count: 32), count: 20_000))
        let payloads = [[UInt8]](repeating: bytes, count: batch)
        let time = ContinuousClock().measure { for _ in 0..<total / batch { raw.append(payloads) } }
        raw.close()
        return Double(total) / time.seconds
    }

    static func ledger(total: Int, writers: Int, _ payload: [UInt8]) async throws -> Double {
        try await inNewLedger { try await rate(of: $0, total: total, writers: writers, payload) }
    }

    /// Writers who each wait until theirs is kept before they go on.
    static func rate(of ledger: Ledger, total: Int, writers: Int, _ payload: [UInt8]) async throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try await withThrowingTaskGroup { group in
            for writer in 0..<writers {
                group.addTask {
                    for number in 0..<total / writers {
                        try await ledger.append([draft(writer * 1_000 + number, payload)])
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(total) / (clock.now - start).seconds
    }

    /// A ledger in an empty store, as it is after a partnership's first days: keys are made with a child's first entry.
    static func founded(in store: any LedgerStore) async throws -> Ledger {
        let ledger = try Ledger.found(in: store, masterKey: .random(), foundedAt: 0)
        try await ledger.append((0..<20_000).map { draft($0, [1]) })
        return ledger
    }

    /// One owner who decides and enqueues, with sixty-four submissions in flight.
    static func pipelined(total: Int, _ payload: [UInt8]) async throws -> Double {
        try await inNewLedger { ledger in
            let clock = ContinuousClock()
            let start = clock.now
            var inFlight: [Ticket] = []
            for number in 0..<total {
                inFlight.append(try ledger.enqueue([draft(number, payload)]))
                if inFlight.count == 128 {
                    try await ledger.durable(inFlight[63])
                    inFlight.removeFirst(64)
                }
            }
            if let last = inFlight.last { try await ledger.durable(last) }
            return Double(total) / (clock.now - start).seconds
        }
    }

    static func reading(_ count: Int) async throws {
        let directory = try newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let key = MasterKey.random()
        let store = try SQLiteLedgerStore.create(in: directory)
        let writer = try Ledger.found(in: store, masterKey: key, foundedAt: 0)
        let bytes = StoredEvent.bytes(of: report)
        for start in stride(from: 0, to: count, by: 5_000) {
            try await writer.append((start..<min(start + 5_000, count)).map { draft($0 * 7_919, bytes) })
        }
        try store.close()
        let clock = ContinuousClock()
        let opening = clock.now
        let ledger = try Ledger(opening: SQLiteLedgerStore.open(in: directory), masterKey: key)
        say("open (\(count) entries)", 1, (clock.now - opening).seconds)
        var seen = 0
        let replay = try clock.measure { try ledger.replay { seen += $0.count } }
        say("read and open", seen, replay.seconds)
        var events = 0
        let decode = try clock.measure {
            try ledger.replayEvents { batch in
                for case .event in batch { events += 1 }
            }
        }
        say("read, open and decode events", events, decode.seconds)
        var isSound = false
        let verify = try clock.measure { isSound = try ledger.verify().isSound }
        say("verify (\(isSound ? "sound" : "findings"))", count, verify.seconds)
    }

    private static func say(_ what: String, _ count: Int, _ seconds: Double) {
        print(
            what.padding(toLength: 44, withPad: " ", startingAt: 0)
                + String(format: "%10.0f/s  %.3f s", Double(count) / seconds, seconds)
        )
    }

    private static func draft(_ number: Int, _ payload: [UInt8]) -> EntryDraft {
        EntryDraft(subject: .child(UInt64(number % 20_000)), recordedAt: 1_777_669_295, payload: payload)
    }

    private static func inNewLedger(_ body: (Ledger) async throws -> Double) async throws -> Double {
        let directory = try newDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let store = try SQLiteLedgerStore.create(in: directory)
        let rate = try await body(founded(in: store))
        try store.close()
        return rate
    }

    private static func newDirectory() throws -> String {
        let directory = FileManager.default.temporaryDirectory.path + "/homeward-bench-\(UUID().uuidString)"
        try OwnerOnlyFile.makeDirectory(directory)
        return directory
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
