// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Ledger
import LedgerSQLite
import Partnership
import Synchronization
import Testing
import WorkingTime

@Suite struct `Erasing a child's record` {
    private struct Crash: Error {}

    /// Whether any file of the folder holds these bytes.
    private func holds(_ folder: String, _ bytes: [UInt8]) throws -> Bool {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let content = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
            if content.range(of: Data(bytes)) != nil { return true }
        }
        return false
    }

    /// Everything that the ledger still opens, with the state as a snapshot of it has it.
    private func readable(_ ledger: Ledger, _ state: State) throws -> String {
        var text = String(decoding: StoredState.bytes(of: state), as: UTF8.self)
        try ledger.replay { batch in
            for case .entry(let entry) in batch { text += String(decoding: entry.payload, as: UTF8.self) }
        }
        return text
    }

    @Test func `leaves nothing of the child readable, in the ledger, a snapshot, a backup, or after a restart`()
        async throws
    {
        let test = try ErasingPartnership()
        let child = try await test.sentinel()
        try await test.partnership.writeSnapshot(to: test.snapshot)
        let ledger = try test.ledgerForReading()
        #expect(try readable(ledger, test.partnership.state).contains("SENTINEL"))
        let wrapped = try #require(try test.store.key(of: .child(UInt64(child.number)))?.wrapped)
        #expect(try holds(test.folder, wrapped))
        let entryCount = try #require(test.partnership.state.child(child)?.entryCount)

        let receipt = try await test.erase(child)
        #expect(receipt.entryCount == entryCount + 1)
        #expect(test.partnership.state.child(child) == nil)
        #expect(try !holds(test.folder, wrapped))
        #expect(try !readable(try test.ledgerForReading(), test.partnership.state).contains("SENTINEL"))
        let (kept, finding) = try test.ledgerForReading().readState(at: test.snapshot)
        #expect(finding == nil)
        #expect(!String(decoding: StoredState.bytes(of: kept), as: UTF8.self).contains("SENTINEL"))

        let backup = test.folder + "-backup"
        defer { try? FileManager.default.removeItem(atPath: backup) }
        try OwnerOnlyFile.makeDirectory(backup)
        try test.store.backup(to: backup + "/ledger.sqlite")
        #expect(try !holds(backup, wrapped))
        let copy = try SQLiteLedgerStore.openForReading(backup + "/ledger.sqlite")
        #expect(try !readable(try Ledger(opening: copy, masterKey: test.key), State()).contains("SENTINEL"))

        let verification = try test.ledgerForReading().verify()
        #expect(verification.isSound)
        #expect(verification.erasedCount == receipt.entryCount)

        // As it was kept in memory, so it comes from the snapshot, and so it comes from the entries alone.
        let live = StoredState.bytes(of: test.partnership.state)
        #expect(StoredState.bytes(of: kept) == live)
        let again = try test.restarted(withSnapshot: false)
        #expect(StoredState.bytes(of: again.state) == live)
        #expect(again.state.child(child) == nil)
        #expect(child < again.state.nextChild)
    }

    @Test func `keeps the counts`() async throws {
        let test = try ErasingPartnership()
        _ = try await test.register("Ada Other", reference: "EM-2")
        let child = try await test.sentinel()
        let before = test.partnership.state.counts
        try await test.erase(child)
        #expect(test.partnership.state.counts == before)
        #expect(try test.restarted(withSnapshot: true).state.counts == before)
    }

    @Test func `goes on after a crash where it stood still`() async throws {
        let test = try ErasingPartnership()
        let child = try await test.sentinel()
        let wrapped = try #require(try test.store.key(of: .child(UInt64(child.number)))?.wrapped)
        await #expect(throws: Crash.self) { try await test.erase(child, elsewhere: [{ _ in throw Crash() }]) }
        // It is recorded, and no page shows the child, though the key is still there.
        #expect(test.partnership.state.child(child) == nil)
        #expect(try holds(test.folder, wrapped))
        let again = try test.restarted(withSnapshot: true)
        #expect(again.state.child(child) == nil)
        let told = Mutex<[String]>([])
        let count = try await again.finishErasing(elsewhere: [{ record in told.withLock { $0 = record.names } }])
        #expect(count == 1)
        #expect(told.withLock { $0 }.contains("Quillon SENTINEL"))
        #expect(try !holds(test.folder, wrapped))
        #expect(try await again.finishErasing() == 0)
    }

    @Test func `is refused before the record's time, and on a court's order is not`() async throws {
        let test = try ErasingPartnership()
        let child = try await test.register("Ada Other", reference: "EM-2")
        await #expect(throws: ErasureRefusal.self) { try await test.propose(child, .retentionEnded) }
        try await test.propose(child, .courtOrder)
        try await test.confirm(child, reference: "em-2")
        #expect(test.partnership.state.child(child) == nil)
    }

    @Test func `is refused to one person alone, and with another child's reference`() async throws {
        let test = try ErasingPartnership()
        let child = try await test.register("Ada Other", reference: "EM-2")
        await #expect(throws: ErasureRefusal.nothingIsProposed) { try await test.confirm(child, reference: "EM-2") }
        try await test.propose(child, .courtOrder)
        await #expect(throws: ErasureRefusal.needsSomebodyElse) {
            try await test.partnership.erase(child, reference: "EM-2", by: test.first)
        }
        await #expect(throws: ErasureRefusal.referenceIsWrong) { try await test.confirm(child, reference: "EM-3") }
        #expect(test.partnership.state.child(child) != nil)
    }

    @Test func `is refused under a legal hold, in an open episode and while a request is open`() async throws {
        let test = try ErasingPartnership()
        let child = try await test.register("Ada Other", reference: "EM-2")
        try await test.record(.legalHoldPlaced, child, [.reason: .text("An inquiry")])
        await #expect(throws: ErasureRefusal.isOnLegalHold(since: test.partnership.now)) {
            try await test.propose(child, .courtOrder)
        }
        try await test.record(.legalHoldLifted, child, [.reason: .text("Over")])
        try await test.propose(child, .courtOrder)
        try await test.record(
            .subjectAccessRequested, child,
            [.name: .text("Ada"), .kind: .word("the-child"), .due: .time(.at(test.partnership.now))])
        await #expect(throws: ErasureRefusal.requestIsOpen) { try await test.confirm(child, reference: "EM-2") }
        let away = try await test.register("Bo Other", reference: "EM-3")
        try await test.record(.reported, away, [.missingSince: .time(.at(test.partnership.now))])
        await #expect(throws: ErasureRefusal.episodeIsNotClosed(EpisodeID(number: 1))) {
            try await test.propose(away, .courtOrder)
        }
    }

    @Test func `is refused with a reason that names the child, since the reason stays`() async throws {
        let test = try ErasingPartnership()
        let child = try await test.register("Ada Other", reference: "EM-2")
        for (reason, name) in [("Ada asked for it", "Ada"), ("Order on EM-2", "EM-2")] {
            await #expect(throws: ErasureRefusal.reasonNamesTheChild(name)) {
                try await test.propose(child, .courtOrder, reason: reason)
            }
        }
    }

    @Test func `waits until somebody has looked at every text elsewhere that names the child`() async throws {
        let test = try ErasingPartnership()
        let child = try await test.register("Quillon Sentinelle", reference: "EM-2")
        let other = try await test.register("Bo Other", reference: "EM-3")
        try await test.record(
            .concernRaised, other, [.rationale: .text("Says that QUILLON SENTINELLE gave her the phone.")])
        let mentions = try await test.partnership.mentions(of: child)
        #expect(mentions.map(\.words) == [["QUILLON SENTINELLE"]])
        #expect(mentions.map(\.child) == [other])
        await #expect(throws: ErasureRefusal.mentionsAreNotReviewed(mentions.map(\.id))) {
            try await test.propose(child, .courtOrder)
        }
        let decided = Dictionary(uniqueKeysWithValues: mentions.map { ($0.id, "It stays") })
        try await test.propose(child, .courtOrder, decided: decided)
        // One that is written meanwhile is looked at as well.
        try await test.record(.concernRaised, other, [.rationale: .text("Again with Quillon Sentinelle.")])
        await #expect(throws: ErasureRefusal.self) { try await test.confirm(child, reference: "EM-2") }
        #expect(test.partnership.state.child(child) != nil)
    }

    @Test func `does not give its number to another child, and takes no entry any more`() async throws {
        let test = try ErasingPartnership()
        let child = try await test.sentinel()
        try await test.erase(child)
        let next = try await test.register("Bo Other", reference: "EM-3")
        #expect(child < next)
        await #expect(throws: Refusal.childIsNotKnown) {
            try await test.record(.concernRaised, child, [.rationale: .text("x")])
        }
        let again = try test.restarted(withSnapshot: false)
        #expect(next < again.state.nextChild)
    }
}

/// What is counted over the whole record.
private struct Counts: Equatable {
    let children, episodes, unclosed: Int
    let kinds: [String: Int]
}

extension State {
    fileprivate var counts: Counts {
        var kinds: [String: Int] = [:]
        for child in children.values {
            for episode in episodes(of: child.id) {
                if let counted = ErasedEpisode(episode, of: child.facts) { kinds[counted.word, default: 0] += 1 }
            }
        }
        for child in erased { for episode in child.episodes { kinds[episode.word, default: 0] += 1 } }
        return Counts(
            children: childrenEver, episodes: episodesEver, unclosed: unclosed.count, kinds: kinds)
    }
}
