// SPDX-License-Identifier: MIT
import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Testing

/// What somebody does who holds the file and takes the whole-file seal away, so that the content alone has to show it.
private enum Tampering: CaseIterable, CustomTestStringConvertible {
    case byteOfSealed, byteOfHash, clearFields, removed, removedSome, swapped, copiedOver, insertedAfterTheEnd
    case cutShort, fromAnotherLedger, headReplaced, keysSwapped, keyReplaced, triggerDropped

    var testDescription: String { "\(self)" }
    static let times = 45
}

@Suite struct `Tampering at random` {
    private static let count = 40

    @Test(arguments: Tampering.allCases)
    fileprivate func `is found, and names the entry`(_ tampering: Tampering) async throws {
        let key = MasterKey.random()
        let ledger = try await ClosedLedger(count: Self.count, key: key)
        let other = try await ClosedLedger(count: Self.count, key: key)
        var random = Seeded(seed: UInt64(Tampering.allCases.firstIndex(of: tampering) ?? 0) + 100)
        for _ in 0..<Tampering.times {
            try ledger.putBack(sealed: false)
            let (sql, named) = sql(for: tampering, other, &random)
            try ledger.change(sql)
            let verification = try ledger.verify()
            #expect(!verification.isSound, "\(sql)")
            let found = Set(verification.findings.compactMap(\.position?.number))
            #expect(found.isSuperset(of: named), "\(sql): \(verification.findings)")
        }
    }

    /// The change, and the entries that must be named.
    private func sql(
        for tampering: Tampering, _ other: ClosedLedger, _ random: inout Seeded
    ) -> (String, [Int64]) {
        let one = Int64(random.next() % UInt64(Self.count)) + 1
        let another = (one + Int64(random.next() % UInt64(Self.count - 1))) % Int64(Self.count) + 1
        switch tampering {
        case .byteOfSealed: return (flip("sealed", at: one, &random), [one])
        case .byteOfHash: return (flip("hash", at: one, &random), [one])
        case .clearFields:
            let field = ["subject", "recorded_at", "format"][Int(random.next() % 3)]
            let by = Int64(random.next() % 200) + 1
            return ("UPDATE entry SET \(field) = \(field) + \(by) WHERE position = \(one)", [one])
        case .removed: return ("DELETE FROM entry WHERE position = \(one)", [one])
        case .removedSome:
            let some = [one, another]
            return ("DELETE FROM entry WHERE position IN (\(one), \(another))", some)
        case .swapped:
            return (
                """
                UPDATE entry SET position = -1 WHERE position = \(one);
                UPDATE entry SET position = \(one) WHERE position = \(another);
                UPDATE entry SET position = \(another) WHERE position = -1
                """, [one, another]
            )
        case .copiedOver:
            let columns = "subject, recorded_at, format, sealed"
            return (
                """
                UPDATE entry SET (\(columns)) = (SELECT \(columns) FROM entry WHERE position = \(another))
                    WHERE position = \(one)
                """, [one]
            )
        case .insertedAfterTheEnd:
            let last = Int64(Self.count) + 1
            return (
                "INSERT INTO entry SELECT \(last), subject, recorded_at, format, hash, sealed FROM entry "
                    + "WHERE position = \(one)", [last]
            )
        case .cutShort, .headReplaced, .fromAnotherLedger, .keysSwapped, .keyReplaced, .triggerDropped:
            return largerSQL(for: tampering, one, another, other, &random)
        }
    }

    private func largerSQL(
        for tampering: Tampering, _ one: Int64, _ another: Int64, _ other: ClosedLedger, _ random: inout Seeded
    ) -> (String, [Int64]) {
        let (child, elder) = (Int64(random.next() % 7), Int64(random.next() % 6))
        let subject = { (number: Int64) in "\(Int64(67) << 56 | number)" }
        let ofChild = (1...Int64(Self.count)).filter { $0 % 10 != 0 && $0 % 7 == child }
        switch tampering {
        case .cutShort:
            return (
                """
                DELETE FROM entry WHERE position > \(min(one, 39));
                UPDATE head SET (position, hash) = (SELECT position, hash FROM entry WHERE position = \(min(one, 39)))
                """, []
            )
        case .headReplaced:
            return ("UPDATE head SET hash = (SELECT hash FROM entry WHERE position = \(min(one, 39)))", [40])
        case .fromAnotherLedger:
            return (
                """
                ATTACH '\(other.file)' AS other;
                REPLACE INTO entry SELECT * FROM other.entry WHERE position = \(one);
                DETACH other
                """, [one]
            )
        case .keysSwapped:
            let second = elder == child ? 6 : elder
            let first = elder == child && child == 6 ? 0 : child
            return (
                """
                CREATE TEMP TABLE kept AS SELECT * FROM subject_key;
                UPDATE subject_key SET wrapped = (SELECT wrapped FROM kept WHERE subject = \(subject(second)))
                    WHERE subject = \(subject(first));
                UPDATE subject_key SET wrapped = (SELECT wrapped FROM kept WHERE subject = \(subject(first)))
                    WHERE subject = \(subject(second));
                """, first == child ? ofChild : []
            )
        case .keyReplaced:
            return ("UPDATE subject_key SET wrapped = randomblob(61) WHERE subject = \(subject(child))", ofChild)
        default:
            let names = ["entry_refuses_update", "entry_refuses_delete", "head_refuses_delete"]
            return ("DROP TRIGGER \(names[Int(random.next() % 3)])", [])
        }
    }

    /// One byte of a blob, changed in place.
    private func flip(_ column: String, at position: Int64, _ random: inout Seeded) -> String {
        let place = Int(random.next() % 28) + 1
        let byte = String(Int(random.next() % 256) + 256, radix: 16).dropFirst()
        let other = String(Int(random.next() % 255) + 256, radix: 16).dropFirst()
        // Where the byte happens to be the same already, another.
        return """
            UPDATE entry SET \(column) = CAST(substr(\(column), 1, \(place - 1)) ||
                CASE WHEN substr(\(column), \(place), 1) = x'\(byte)' THEN x'\(other == byte ? "FF" : other)'
                    ELSE x'\(byte)' END || substr(\(column), \(place) + 1) AS BLOB) WHERE position = \(position)
            """
    }
}
