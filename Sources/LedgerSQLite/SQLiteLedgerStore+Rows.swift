// SPDX-License-Identifier: MIT
import Casework
import GRDB
import Ledger

extension SQLiteLedgerStore {
    private static let columns = "position, subject, recorded_at, format, hash, sealed"

    public func rows(from position: Position, limit: Int) throws(LedgerFault) -> [StoredRow] {
        try read { database in
            var rows: [StoredRow] = []
            rows.reserveCapacity(limit)
            var next = position
            while rows.count < limit {
                do {
                    try Self.scan(from: next, limit: limit - rows.count, database, into: &rows)
                    return rows
                } catch LedgerFault.damaged {
                    if let last = rows.last { next = max(next, last.position.next) }
                    guard try Self.pick(from: &next, limit: limit, database, into: &rows) else { return rows }
                }
            }
            return rows
        }
    }

    public func rows(at positions: [Position]) throws(LedgerFault) -> [StoredRow] {
        try read { database in
            try positions.compactMap { try Self.row(at: $0, database) }
        }
    }

    private static func scan(
        from position: Position,
        limit: Int,
        _ database: Database,
        into rows: inout [StoredRow]
    ) throws {
        let select = try RawStatement(
            database,
            "SELECT \(columns) FROM entry WHERE position >= ?1 ORDER BY position LIMIT ?2"
        )
        defer { select.reset() }
        select.bind(1, position.number)
        select.bind(2, Int64(limit))
        var last = position.number - 1
        while try select.step() {
            let row = row(select)
            // Rows out of order mean a damaged page: what follows is looked up one by one.
            guard last < row.position.number else { throw LedgerFault.damaged("order") }
            last = row.position.number
            rows.append(row)
        }
    }

    /// Where a page is damaged, looks up one position after the other until one can be read again.
    /// True when scanning can go on from `next`; false at the end.
    private static func pick(
        from next: inout Position,
        limit: Int,
        _ database: Database,
        into rows: inout [StoredRow]
    ) throws -> Bool {
        let end = (try? head(database).head.position) ?? next
        while next <= end, rows.count < limit {
            let row = try row(at: next, database)
            if let row { rows.append(row) }
            next = next.next
            if case .entry = row { return true }
        }
        return next <= end
    }

    private static func row(at position: Position, _ database: Database) throws -> StoredRow? {
        let select = try RawStatement(database, "SELECT \(columns) FROM entry WHERE position = ?1")
        defer { select.reset() }
        select.bind(1, position.number)
        do {
            return try select.step() ? row(select) : nil
        } catch LedgerFault.damaged(let reason) {
            return .unreadable(position, reason)
        }
    }

    private static func row(_ select: RawStatement) -> StoredRow {
        let position = Position(select.integer(0))
        guard select.isInteger(1), select.isInteger(2), select.isInteger(3),
            let format = UInt8(exactly: select.integer(3)),
            let hash = select.blob(4).flatMap({ Hash($0) }),
            let sealed = select.blob(5)
        else { return .unreadable(position, "impossible values") }
        let header = EntryHeader(
            position: position,
            subject: SubjectID(rawValue: UInt64(bitPattern: select.integer(1))),
            recordedAt: select.integer(2),
            format: format
        )
        return .entry(SealedEntry(header: header, hash: hash, sealed: Array(sealed)))
    }
}
