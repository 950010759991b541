// SPDX-License-Identifier: MIT
import Casework
import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Testing

@Suite struct `Tampering with the database` {
    /// What somebody who holds the file can do to it, with the positions that must be named; none where the finding
    /// is about the ledger as a whole.
    @Test(
        arguments: [
            ("UPDATE entry SET sealed = zeroblob(length(sealed)) WHERE position = 17", [17]),
            ("UPDATE entry SET hash = zeroblob(32) WHERE position = 17", [17]),
            ("UPDATE entry SET subject = subject + 1 WHERE position = 17", [17]),
            ("UPDATE entry SET recorded_at = recorded_at + 1 WHERE position = 17", [17]),
            ("UPDATE entry SET format = 2 WHERE position = 17", [17]),
            ("DELETE FROM entry WHERE position = 17", [17]),
            ("DELETE FROM entry WHERE position BETWEEN 17 AND 19", [17, 18, 19]),
            ("DELETE FROM entry WHERE position = 100", [100]),
            (
                """
                UPDATE entry SET position = 1017 WHERE position = 17; UPDATE entry SET position = 17 WHERE position = 18;
                UPDATE entry SET position = 18 WHERE position = 1017
                """, [17, 18]
            ),
            (
                """
                UPDATE entry SET (subject, recorded_at, sealed) =
                    (SELECT subject, recorded_at, sealed FROM entry WHERE position = 30) WHERE position = 17
                """, [17]
            ),
            (
                """
                INSERT INTO entry SELECT 101, subject, recorded_at, format, hash, sealed FROM entry WHERE position = 5
                """, [101]
            ),
            ("UPDATE head SET position = 99", []),
            ("UPDATE head SET seal = zeroblob(32)", []),
            (
                """
                DELETE FROM entry WHERE position = 100;
                UPDATE head SET (position, hash) = (SELECT position, hash FROM entry WHERE position = 99)
                """, []
            ),
            (
                """
                UPDATE subject_key SET wrapped = zeroblob(61)
                    WHERE subject = (SELECT subject FROM entry WHERE position = 1)
                """, [1, 8]
            ),
            ("DELETE FROM subject_key WHERE subject = (SELECT subject FROM entry WHERE position = 1)", [1, 8]),
            ("INSERT INTO subject_key VALUES (12345, zeroblob(61))", []),
            ("DROP TRIGGER entry_refuses_update", []),
            ("CREATE TABLE other(x)", []),
        ] as [(String, [Int64])])
    func `is found by verify`(_ sql: String, _ positions: [Int64]) async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let (store, _) = try await filledLedger(in: place, key: key, count: 100)
        try store.close()
        try tamper(place.file, sql)
        let ledger = try Ledger(opening: SQLiteLedgerStore.open(in: place.directory), masterKey: key)
        let verification = try ledger.verify()
        #expect(!verification.isSound)
        let named = Set(verification.findings.compactMap(\.position?.number))
        for position in positions { #expect(named.contains(position), "\(verification.findings)") }
    }

    @Test func `with any byte of an entry is found, at its position`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let (store, _) = try await filledLedger(in: place, key: key, count: 60)
        try store.close()
        var random = Seeded(seed: 5)
        for _ in 0..<60 {
            let position = Int64(random.next() % 60) + 1
            let column = ["sealed", "hash"][Int(random.next() % 2)]
            let place2 = try Workplace()
            try SQLiteLedgerStore.restore(place.file, in: place2.directory)
            try flip(place2.file, column, position, &random)
            let damaged = try Ledger(opening: SQLiteLedgerStore.open(in: place2.directory), masterKey: key)
            let findings = try damaged.verify().findings
            #expect(findings.contains { $0.position == Position(position) }, "\(column) of \(position): \(findings)")
        }
    }

    @Test func `leaves everything else readable`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let (store, _) = try await filledLedger(in: place, key: key, count: 10_000)
        try store.close()
        try tamper(
            place.file,
            """
            UPDATE entry SET sealed = zeroblob(40) WHERE position = 5000;
            DELETE FROM entry WHERE position IN (1, 4096, 4097, 10000)
            """
        )
        let ledger = try Ledger(opening: SQLiteLedgerStore.open(in: place.directory), masterKey: key)
        var read: [Recorded] = []
        try ledger.replay { read += $0 }
        let damaged = read.filter { $0.text == nil }
        #expect(
            damaged == [
                .damaged(Position(1), .missing), .damaged(Position(4_096), .missing),
                .damaged(Position(4_097), .missing), .damaged(Position(5_000), .sealBroken),
            ]
        )
        #expect(read.map(\.position.number) == Array(1...9_999))
        await #expect(throws: LedgerFault.needsReload) { try await ledger.append([draft(.partnership, "more")]) }
    }

    private func tamper(_ file: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.writeWithoutTransaction { database in
            let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            guard !sql.hasPrefix("DROP TRIGGER") else { return try database.execute(sql: sql) }
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try database.execute(sql: sql)
            for trigger in triggers { try database.execute(sql: trigger["sql"] as String) }
        }
        try queue.close()
    }

    private func flip(_ file: String, _ column: String, _ position: Int64, _ random: inout Seeded) throws {
        let queue = try DatabaseQueue(path: file)
        var bytes = try queue.read { database in
            let select = "SELECT \(column) FROM entry WHERE position = \(position)"
            return Array(try Data.fetchOne(database, sql: select) ?? Data())
        }
        bytes[Int(random.next() % UInt64(bytes.count))] ^= UInt8(1 << (random.next() % 8))
        try queue.close()
        let digits = bytes.map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
        try tamper(file, "UPDATE entry SET \(column) = x'\(digits)' WHERE position = \(position)")
    }
}
