// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB
import Ledger
import LedgerSQLite
import OtherPrograms
import Partnership
import Synchronization
import Testing
import WorkingTime

/// A real book of looks on a real SQLite ledger in a directory of its own, with a clock that the test sets.
private final class TestBook: Sendable {
    let directory: String
    let store: SQLiteLedgerStore
    let ledger: Ledger
    let book: LookBook
    fileprivate let masterKey: MasterKey
    private let time: Mutex<Instant>

    static let jo = Actor(worker: "jo", role: .socialWorker, agency: AgencyID("eastmoor"))
    static let kezia = ChildID(number: 1)

    init(in place: String = NSTemporaryDirectory()) throws {
        directory = place + "/homeward-looks-\(UUID().uuidString)"
        masterKey = MasterKey.random()
        store = try SQLiteLedgerStore.create(in: directory)
        let start = try TimeText.instant("2026-06-05T21:00")
        time = Mutex(start)
        ledger = try Ledger.found(in: store, masterKey: masterKey, foundedAt: start.secondsSince1970)
        book = LookBook(ledger: ledger, clock: PartnershipClock { start })
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func advance(seconds: Int64) { time.withLock { $0 = $0 + Elapsed(seconds: seconds) } }

    /// A record with one child.
    static let state: State = {
        var state = State()
        let event = Event(
            .childRegistered, child: kezia, occurredAt: .at(Instant(secondsSince1970: 0)),
            recordedAt: Instant(secondsSince1970: 0), by: Actor(role: .administrator),
            details: [.name: .text("Kezia Adams")])
        state.apply(event, at: .first)
        return state
    }()

    func look(
        _ kind: LookKind = .looked, child: UInt32? = 1, route: String = "/children/{child}", words: String? = nil
    ) -> Look {
        Look(
            kind, by: Self.jo, at: time.withLock { $0 }, child: child.map { ChildID(number: $0) }, part: .identity,
            route: route, words: words)
    }

    func note(_ look: Look, _ manner: LookBook.Manner = LookBook.Manner()) async throws {
        try await book.note([look], in: Self.state, manner)
    }

    /// Whole looks, the newest first.
    func looks(child: UInt32? = nil, worker: String? = nil, in book: LookBook? = nil) async throws -> [RecordedLook] {
        let span = Instant(secondsSince1970: 0)..<Instant(secondsSince1970: 4_000_000_000)
        let question = LookBook.Question(child: child.map { ChildID(number: $0) }, worker: worker, span: span)
        return try await (book ?? self.book).answer(question, limit: 100).looks
    }

    /// Makes the disk refuse, as one that is full does, until it is healed.
    func breakDisk(_ isBroken: Bool) throws {
        let queue = try DatabaseQueue(path: directory + "/ledger.sqlite")
        try queue.write { database in
            try database.execute(
                sql: isBroken
                    ? "CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'full'); END"
                    : "DROP TRIGGER full")
        }
        try queue.close()
    }

    func sameAgain() throws -> LookBook {
        try store.close()
        let opened = try Ledger(opening: SQLiteLedgerStore.open(in: directory), masterKey: masterKey)
        let now = time.withLock { $0 }
        return LookBook(ledger: opened, clock: PartnershipClock { now })
    }
}

extension [RecordedLook] {
    fileprivate var kinds: [LookKind?] {
        map { if case .look(let placed) = $0 { placed.look.kind } else { nil } }
    }
}

@Suite struct `The book of looks` {
    @Test func `keeps who looked at whom, and gives it back after a restart`() async throws {
        let test = try TestBook()
        let look = test.look()
        try await test.note(look)
        test.advance(seconds: 5)
        try await test.note(test.look(.searched, child: nil, words: "kez"))
        let found = try await test.looks(child: 1)
        #expect(found == [.look(PlacedLook(look, at: .first))])
        #expect(try await test.looks(worker: "jo").kinds == [.searched, .looked])
        #expect(try await test.looks(worker: "pat").isEmpty)
        let again = try test.sameAgain()
        #expect(try await test.looks(child: 1, in: again) == found)
        #expect(await again.marks().count == 2)
        #expect(await again.marks().readerCount(of: TestBook.kezia, since: look.at) == 1)
    }

    @Test func `takes the same look within a minute once, and a page that refreshes itself once in half an hour`()
        async throws
    {
        let test = try TestBook()
        let byItself = LookBook.Manner(isByItself: true)
        try await test.note(test.look())
        test.advance(seconds: 30)
        try await test.note(test.look())
        try await test.note(test.look(route: "/episodes/{episode}/part"), byItself)
        #expect(try await test.looks(child: 1).count == 1)
        test.advance(seconds: 31)
        try await test.note(test.look())
        #expect(try await test.looks(child: 1).count == 2)
        for _ in 0..<40 {
            test.advance(seconds: 60)
            try await test.note(test.look(route: "/episodes/{episode}/part"), byItself)
        }
        #expect(try await test.looks(child: 1).count == 3)
        try await test.note(test.look(.listed))
        test.advance(seconds: 600)
        try await test.note(test.look(.listed))
        #expect(try await test.looks(child: 1).count == 4)
    }

    @Test func `says so when it cannot note a look, and notes everything once it can again`() async throws {
        let test = try TestBook()
        try await test.note(test.look())
        try await test.book.settle()
        try test.breakDisk(true)
        test.advance(seconds: 100)
        // The first after the failure is in memory only; every later one is told.
        try? await test.note(test.look())
        try? await test.book.settle()
        for _ in 0..<3 {
            test.advance(seconds: 100)
            await #expect(throws: LedgerFault.self) { try await test.note(test.look()) }
        }
        await test.book.noteInAnyCase([test.look(.openedUrgently)], in: TestBook.state)
        try test.breakDisk(false)
        test.advance(seconds: 100)
        try await test.note(test.look())
        #expect(try await test.looks(child: 1).kinds == [.looked, .openedUrgently, .looked, .looked])
        #expect(await test.book.marks().count == 4)
        #expect(try test.ledger.verify().isSound)
    }

    @Test func `says so on a disk that is full, and goes on once there is room`() async throws {
        guard let disk = SmallDisk() else {
            print("SKIPPED: a disk that is full cannot be tried, since no small disk may be mounted here")
            return
        }
        let test = try TestBook(in: disk.path)
        try await test.note(test.look())
        try await test.book.settle()
        try disk.fill()
        var faults: [LedgerFault] = []
        for _ in 0..<400 where faults.count < 3 {
            test.advance(seconds: 100)
            do {
                try await test.note(
                    test.look(words: String(repeating: "x", count: 20_000)), LookBook.Manner(isDurable: true))
            } catch let fault as LedgerFault {
                faults.append(fault)
            }
        }
        #expect(faults == [.diskFull, .diskFull, .diskFull])
        try disk.makeRoom()
        test.advance(seconds: 100)
        try await test.note(test.look(.exported))
        #expect(try await test.looks(child: 1).kinds.first == .exported)
        #expect(try test.ledger.verify().isSound)
    }

    @Test func `forgets who looked at a child who is erased, and the chain stays whole`() async throws {
        let test = try TestBook()
        try await test.note(test.look(.found, words: "kezia"))
        try await test.note(test.look(child: nil))
        try await test.book.erase(TestBook.kezia)
        try await test.book.erase(ChildID(number: 77))
        guard case .erased(let header) = try await test.looks(child: 1).first else {
            Issue.record("what was erased is told as erased")
            return
        }
        #expect(header.subject == .child(1))
        #expect(await test.book.marks().count == 1)
        let verification = try test.ledger.verify()
        #expect(verification.isSound && verification.erasedCount == 1)
        test.advance(seconds: 100)
        try await test.note(test.look(.refused), LookBook.Manner(isDurable: true))
        #expect(try await test.looks(worker: "jo").kinds == [.refused, .looked])
    }

    @Test func `forgets what was searched for long ago`() async throws {
        let test = try TestBook()
        try await test.note(test.look(.searched, child: nil, words: "zoe who is not here"))
        try await test.book.eraseSearches(endedBefore: CivilDate(year: 2026, month: 6, day: 30)!)
        #expect(try test.ledger.verify().erasedCount == 0)
        try await test.book.eraseSearches(endedBefore: CivilDate(year: 2026, month: 7, day: 1)!)
        #expect(try test.ledger.verify().erasedCount == 1)
    }

    @Test func `shows any look that is altered or taken away`() async throws {
        let test = try TestBook()
        for second in 0..<5 {
            test.advance(seconds: 100 + Int64(second))
            try await test.note(test.look())
        }
        try await test.book.settle()
        #expect(try test.ledger.verify().isSound)
        try test.store.close()
        let queue = try DatabaseQueue(path: test.directory + "/ledger.sqlite")
        try await queue.write { database in
            try database.execute(
                sql: "DROP TRIGGER entry_refuses_update; UPDATE entry SET recorded_at = 5 WHERE position = 3")
        }
        try queue.close()
        let again = try test.sameAgain()
        _ = await again.marks()
        let store = try SQLiteLedgerStore.openForReading(test.directory + "/ledger.sqlite")
        #expect(!(try Ledger(opening: store, masterKey: test.masterKey).verify().isSound))
    }
}

/// A disk of four megabytes in memory, where this process may mount one.
private final class SmallDisk {
    let path = NSTemporaryDirectory() + "homeward-small-disk-\(UUID().uuidString)"

    init?() {
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard Self.run("mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", path) else {
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
    }

    deinit {
        _ = Self.run("umount", "--lazy", path)
        try? FileManager.default.removeItem(atPath: path)
    }

    private var filler: String { path + "/filler" }

    func fill() throws {
        _ = FileManager.default.createFile(atPath: filler, contents: nil)
        let handle = try #require(FileHandle(forWritingAtPath: filler))
        let piece = Data(repeating: 7, count: 4_096)
        while (try? handle.write(contentsOf: piece)) != nil {}
        try? handle.close()
    }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: filler) }

    private static func run(_ words: String...) -> Bool {
        (try? OtherProgram.run("/usr/bin/env", words))?.code == 0
    }
}
