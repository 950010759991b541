// SPDX-License-Identifier: MIT
import Casework
import Ledger
import LedgerSQLite
import Testing

@Suite struct `A ledger on SQLite` {
    @Test func `reads back what was appended, in order, after being opened again`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        do {
            let (store, _) = try await filledLedger(in: place, key: key, count: 10_000)
            try store.close()
        }
        let ledger = try Ledger(opening: try SQLiteLedgerStore.open(in: place.directory), masterKey: key)
        var texts: [String?] = []
        try ledger.replay { texts += $0.map(\.text) }
        #expect(texts == (1...10_000).map { "entry number \($0)" })
        let verification = try ledger.verify()
        #expect(verification.head == ledger.head)
        #expect(verification.entryCount == 10_000)
        #expect(verification.findings.isEmpty)
    }

    @Test func `reads a subject's entries and single positions`() async throws {
        let place = try Workplace()
        let (_, ledger) = try await filledLedger(in: place, key: .random(), count: 100)
        let texts = try await ledger.entries(of: .child(3)).map(\.text)
        #expect(texts == (1...100).filter { $0 % 7 == 3 && $0 % 10 != 0 }.map { "entry number \($0)" })
        let some = try await ledger.entries(at: [Position(90), Position(101), Position(5)])
        #expect(some.map(\.text) == ["entry number 90", nil, "entry number 5"])
        #expect(some[1] == .damaged(Position(101), .missing))
    }

    @Test func `acknowledges many writers at once and keeps each one's order`() async throws {
        let place = try Workplace()
        let store = try SQLiteLedgerStore.create(in: place.directory)
        let ledger = try Ledger.found(in: store, masterKey: .random(), foundedAt: 1_800_000_000)
        try await withThrowingTaskGroup { group in
            for writer in 0..<32 {
                group.addTask {
                    for number in 0..<20 {
                        try await ledger.append([draft(.child(UInt64(writer)), "\(number)")])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(ledger.head.position == Position(640))
        for writer in 0..<32 {
            let texts = try await ledger.entries(of: .child(UInt64(writer))).map(\.text)
            #expect(texts == (0..<20).map(String.init))
        }
        #expect(try ledger.verify().isSound)
    }

    @Test func `refuses an append that expects another head, and names the head`() async throws {
        let place = try Workplace()
        let (_, ledger) = try await filledLedger(in: place, key: .random(), count: 3)
        await #expect(throws: LedgerFault.positionTaken(head: Position(3))) {
            try await ledger.append([draft(.partnership, "late")], expecting: Position(2))
        }
        let ticket = try await ledger.append([draft(.partnership, "in time")], expecting: Position(3))
        #expect(ticket.first == Position(4))
    }

    @Test func `a second process is refused, a reader is not`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let (_, ledger) = try await filledLedger(in: place, key: key, count: 3)
        #expect(throws: LedgerFault.inUse(path: place.path("ledger.lock"))) {
            try SQLiteLedgerStore.open(in: place.directory)
        }
        let reader = try Ledger(opening: SQLiteLedgerStore.openForReading(place.file), masterKey: key)
        #expect(try reader.verify().head == ledger.head)
        await #expect(throws: LedgerFault.readOnly) { try await reader.append([draft(.partnership, "no")]) }
    }
}
