// SPDX-License-Identifier: MIT
import Casework
import Ledger
import LedgerPostgres
import LedgerSQLite
import Testing

@Suite struct `A ledger on PostgreSQL` {
    @Test func `reads back what was appended, in order, after being opened again`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        try await place.founded(key).append(
            (1...10_000).map { draft($0 % 10 == 0 ? .partnership : .child(UInt64($0 % 7)), "entry number \($0)") })
        let ledger = try Ledger(opening: try place.open(), masterKey: key)
        var texts: [String?] = []
        try ledger.replay { texts += $0.map(\.text) }
        #expect(texts == (1...10_000).map { "entry number \($0)" })
        let verification = try ledger.verify()
        #expect(verification.head == ledger.head && verification.entryCount == 10_000)
        #expect(verification.findings.isEmpty, "\(verification.findings)")
    }

    /// What may stand anywhere stands behind whatever others appended first; what was decided against one position is
    /// refused there.
    @Test func `takes from several processes at once what may stand anywhere, each entry once`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        _ = try place.founded(key)
        let ledgers = try (0..<3).map { _ in try Ledger(opening: place.open(), masterKey: key) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, ledger) in ledgers.enumerated() {
                for writer in 0..<4 {
                    group.addTask {
                        for round in 0..<25 {
                            try await ledger.append([draft(.child(UInt64(writer)), "\(number) \(writer) \(round)")])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let whole = try Ledger(opening: place.open(), masterKey: key)
        var texts: [String] = []
        try whole.replay { texts += $0.compactMap(\.text) }
        #expect(texts.count == 300 && Set(texts).count == 300)
        #expect(try whole.verify().findings.isEmpty)
        try await whole.append([draft(.partnership, "first")])
        await #expect(throws: LedgerFault.positionTaken(head: Position(301))) {
            try await ledgers[0].append([draft(.partnership, "late")], expecting: ledgers[0].head.position)
        }
    }

    @Test func `follows what another process appended and whom it erased`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let one = try place.founded(key)
        let another = try Ledger(opening: place.open(), masterKey: key)
        try await one.append([draft(.child(1), "of one"), draft(.child(2), "of two")])
        let head = try #require(try another.headElsewhere())
        #expect(head == one.head && another.adopt(head) && another.head == head)
        #expect(try await another.entries(of: .child(1)).map(\.text) == ["of one"])
        try await one.erase(.child(1), at: 1_900_000_000)
        #expect(try another.refreshKeys())
        #expect(try await another.entries(of: .child(1)).map(\.text) == [nil])
        #expect(try another.refreshKeys() == false)
        await #expect(throws: LedgerFault.subjectErased(.child(1))) {
            try await another.append([draft(.child(1), "x")])
        }
        try another.reload()
        #expect(try another.verify().erasedCount == 1)
    }

    @Test func `keeps no old key in the table's files`() async throws {
        let place = try Workplace()
        let ledger = try place.founded()
        try await ledger.append((1...50).map { draft(.child($0), "entry") })
        let old = try #require(try place.open().key(of: .child(7)))
        let before = try place.database.change("SELECT pg_relation_filenode('record.subject_key')")
        try await ledger.erase(.child(7), at: 1_900_000_000)
        #expect(try place.database.change("SELECT pg_relation_filenode('record.subject_key')") != before)
        #expect(try place.open().key(of: .child(7)) != old)
        #expect(try place.open().keys().count == 50)
    }

    /// What the server throws out is taken up again: nothing is lost, nothing stands there twice.
    @Test func `goes on when the server throws everybody out, again and again`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let ledger = try place.founded(key)
        let throwing = Task {
            while !Task.isCancelled {
                try place.database.change(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """)
            }
        }
        for round in 0..<60 { try await ledger.append([draft(.child(UInt64(round % 5)), "round \(round)")]) }
        throwing.cancel()
        _ = await throwing.result
        var texts: [String?] = []
        try ledger.replay { texts += $0.map(\.text) }
        #expect(texts == (0..<60).map { "round \($0)" })
        #expect(try ledger.verify().findings.isEmpty)
    }

    @Test func `is copied to SQLite and back, with the chain as it was`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let ledger = try place.founded(key)
        try await ledger.append((1...5_000).map { draft(.child(UInt64($0 % 90)), "entry \($0)") })
        try await ledger.erase(.child(4), at: 1_900_000_000)
        let folder = try TemporaryFolder()
        let file = try SQLiteLedgerStore.create(in: folder.path)
        #expect(try ledger.copy(to: file) == ledger.head)
        let copied = try Ledger(opening: file, masterKey: key)
        let verification = try copied.verify()
        #expect(verification.findings.isEmpty && verification.head == ledger.head, "\(verification.findings)")
        #expect(verification.erasedCount == (1...5_000).count { $0 % 90 == 4 })
        let back = try Workplace()
        try copied.copy(to: back.open())
        let returned = try Ledger(opening: back.open(), masterKey: key)
        #expect(returned.head == ledger.head && returned.identity == ledger.identity)
        #expect(try returned.verify().findings.isEmpty)
        #expect(throws: LedgerFault.alreadyFounded) { try copied.copy(to: back.open()) }
        try await returned.append([draft(.child(1), "goes on")])
        #expect(try returned.verify().entryCount == 5_001)
    }

    @Test func `says what is not there, and shows no password`() throws {
        let place = try Workplace()
        let address = try #require(PostgresPlace(place.database.address))
        #expect(throws: LedgerFault.notFound("\(address), schema other")) {
            try PostgresLedgerStore.open(address, schema: "other")
        }
        let secret = try #require(PostgresPlace("postgres://june:s3cret@db1,db2:5433/homeward?sslmode=verify-full"))
        #expect(secret.holdsPassword && "\(secret)" == "postgres://db1,db2:5433/homeward")
        #expect(PostgresPlace("postgres://june@db/homeward").map { !$0.holdsPassword } == true)
        #expect(PostgresPlace("postgres://db/homeward?password=x")?.holdsPassword == true)
        #expect(PostgresPlace("/srv/homeward") == nil)
    }
}
