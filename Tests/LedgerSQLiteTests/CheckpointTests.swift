// SPDX-License-Identifier: MIT
import Casework
import Foundation
import LedgerSQLite
import Testing

@testable import Ledger

@Suite struct `A checkpoint` {
    private func compare(_ checkpoints: Checkpoint..., with file: String) throws -> CheckpointComparison {
        let store = try SQLiteLedgerStore.openForReading(file)
        defer { try? store.close() }
        return try Checkpoint.compare(checkpoints, with: store)
    }

    private func make(_ file: String) throws -> Checkpoint {
        let store = try SQLiteLedgerStore.openForReading(file)
        defer { try? store.close() }
        return try Checkpoint.make(of: store, at: 1_900_000_000)
    }

    @Test func `holds as the history grows, keys are changed and a subject is erased`() async throws {
        let (old, new) = (MasterKey.random(), MasterKey.random())
        let place = try Workplace()
        let (store, ledger) = try await filledLedger(in: place, key: old, count: 100)
        let early = ledger.checkpoint(at: 1_900_000_000)
        try await ledger.append([draft(.child(5), "more")])
        try await ledger.erase(.child(3), at: 1_900_000_000)
        try await ledger.rotate(to: new)
        let late = try make(place.file)
        #expect(late.head.position.number == 101)
        #expect(early.head.position.number == 100)
        let comparison = try compare(early, late, with: place.file)
        #expect(comparison.verdicts == [.holds, .holds])
        #expect(comparison.isSound)
        try store.close()
    }

    @Test func `shows an older copy put back, which verify alone cannot`() async throws {
        let ledger = try await ClosedLedger(count: 50)
        let store = try SQLiteLedgerStore.open(in: ledger.place.directory)
        try await Ledger(opening: store, masterKey: ledger.key).append([draft(.child(2), "what was taken back")])
        try store.close()
        let checkpoint = try make(ledger.file)
        try ledger.putBack()
        #expect(try ledger.verify().isSound)
        #expect(try compare(checkpoint, with: ledger.file).verdicts == [.cutShort(endsAt: Position(50))])
    }

    @Test func `shows a history made anew by somebody who holds database and master key`() async throws {
        let ledger = try await ClosedLedger(count: 50)
        let original = try make(ledger.file)
        // The same ledger by name, with one entry other than it was: everything sealed and chained as it should be.
        let forged = try Workplace()
        let genuine = try SQLiteLedgerStore.openForReading(ledger.file)
        let store = try SQLiteLedgerStore.create(in: forged.directory)
        try await Forgery.rebuild(in: store, ledger.key, from: genuine, changing: Position(20))
        try store.close()
        #expect(try SQLiteLedgerStore.verify(forged.file, with: ledger.key).isSound, "the forger did well")
        #expect(try compare(original, with: forged.file).verdicts == [.madeAnew])
        let early = Checkpoint(
            identity: original.identity, foundedAt: original.foundedAt,
            head: try Forgery.head(of: genuine, at: Position(19)), subjectCount: 1, madeAt: 1_900_000_000)
        #expect(try compare(early, original, with: forged.file).verdicts == [.holds, .madeAnew])
    }

    @Test func `shows what was changed, removed, put elsewhere or is missing at the end`() async throws {
        let ledger = try await ClosedLedger(count: 50)
        let checkpoint = try make(ledger.file)
        let changes: [(String, CheckpointVerdict)] = [
            ("UPDATE entry SET sealed = zeroblob(60) WHERE position = 17", .altered(first: Position(17))),
            ("DELETE FROM entry WHERE position = 17", .altered(first: Position(17))),
            ("UPDATE entry SET recorded_at = 5 WHERE position = 50", .altered(first: Position(50))),
            ("DELETE FROM entry WHERE position > 40", .cutShort(endsAt: Position(40))),
            (
                """
                UPDATE entry SET position = -1 WHERE position = 8; UPDATE entry SET position = 8 WHERE position = 9;
                UPDATE entry SET position = 9 WHERE position = -1
                """, .altered(first: Position(8))
            ),
            (
                "DELETE FROM subject_key WHERE subject = (SELECT min(subject) FROM subject_key)",
                .keysAreMissing(there: 7)
            ),
            ("UPDATE founding SET founded_at = founded_at + 1", .ofAnotherLedger),
        ]
        for (sql, verdict) in changes {
            try ledger.putBack()
            try ledger.change(sql)
            #expect(try compare(checkpoint, with: ledger.file).verdicts == [verdict], "\(sql)")
        }
        let other = try await ClosedLedger(count: 50)
        #expect(try compare(checkpoint, with: other.file).verdicts == [.ofAnotherLedger])
    }

    @Test func `is signed, and a single character that differs is seen`() throws {
        let key = CheckpointKey.random()
        let hash = try #require(Hash((0..<32).map { UInt8($0) }))
        let checkpoint = Checkpoint(
            identity: Array(repeating: 7, count: 16), foundedAt: 1_800_000_000,
            head: LedgerHead(position: Position(4_711), hash: hash), subjectCount: 12, madeAt: 1_900_000_000)
        let signed = key.sign(checkpoint)
        #expect(key.publicKey.signed(signed))
        #expect(!CheckpointKey.random().publicKey.signed(signed))
        #expect(SignedCheckpoint(text: signed.text) == signed)
        #expect(SignedCheckpoint(text: "\r\n" + signed.text.replacingOccurrences(of: "\n", with: "\r\n")) == signed)
        var text = Array(signed.text.utf8)
        for place in text.indices where text[place] != UInt8(ascii: "\n") && text[place] != UInt8(ascii: " ") {
            text[place] ^= 1
            if let read = SignedCheckpoint(text: String(decoding: text, as: UTF8.self)) {
                #expect(!key.publicKey.signed(read), "character \(place)")
            }
            text[place] ^= 1
        }
        #expect(CheckpointPublicKey(text: key.publicKey.text) == key.publicKey)
    }
}

/// What somebody can do who holds everything but the checkpoint key: write the ledger again with the program's own parts.
private enum Forgery {
    /// The same up to `place`, and from there on sealed and chained anew, with another content at `place`.
    static func rebuild(
        in store: SQLiteLedgerStore, _ key: MasterKey, from genuine: SQLiteLedgerStore, changing place: Position
    ) async throws {
        let founding = try #require(try genuine.founding())
        let derived = DerivedKeys(master: key, identity: founding.identity)
        let beginning = Chain.beginning(identity: founding.identity, foundedAt: founding.foundedAt)
        try store.found(founding, head: derived.seal(LedgerHead(position: .beginning, hash: beginning)))
        let same = try genuine.rows(from: .first, limit: Int(place.number) - 1).compactMap { row in
            if case .entry(let entry) = row { entry } else { nil }
        }
        let kept = SealedBatch(
            expected: .beginning, entries: same, newKeys: try genuine.keys(),
            head: derived.seal(try head(of: genuine, at: Position(place.number - 1))))
        try store.append(kept)
        var drafts: [EntryDraft] = []
        try Ledger(opening: genuine, masterKey: key).replay(from: place) { batch in
            for case .entry(let entry) in batch {
                let payload = entry.position == place ? Array("what was never said".utf8) : entry.payload
                drafts.append(
                    EntryDraft(subject: entry.subject, recordedAt: entry.header.recordedAt, payload: payload))
            }
        }
        try await Ledger(opening: store, masterKey: key).append(drafts)
    }

    static func head(of store: SQLiteLedgerStore, at position: Position) throws -> LedgerHead {
        guard case .entry(let entry)? = try store.rows(at: [position]).first else {
            throw LedgerFault.notFound("entry")
        }
        return LedgerHead(position: position, hash: entry.hash)
    }
}
