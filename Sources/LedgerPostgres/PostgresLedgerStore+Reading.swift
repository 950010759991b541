// SPDX-License-Identifier: MIT
import Casework
import Ledger

extension PostgresLedgerStore {
    public func founding() throws(LedgerFault) -> Founding? {
        try read("SELECT identity, founded_at, seal FROM \(schema).founding") { answer throws(LedgerFault) in
            guard answer.count == 1 else { return nil }
            guard let identity = answer.bytes(0, 0), let foundedAt = answer.integer(0, 1),
                let seal = answer.raw(0, 2, { Hash($0) })
            else { throw .damaged("founding") }
            return Founding(identity: identity, foundedAt: foundedAt, seal: seal)
        }
    }

    public func head() throws(LedgerFault) -> SealedHead {
        try read("SELECT position, hash, seal FROM \(schema).head") { answer throws(LedgerFault) in
            guard answer.count == 1 else { throw .damaged("head") }
            guard let position = answer.integer(0, 0), let hash = answer.raw(0, 1, { Hash($0) }),
                let seal = answer.raw(0, 2, { Hash($0) })
            else { throw .damaged("head") }
            return SealedHead(head: LedgerHead(position: Position(position), hash: hash), seal: seal)
        }
    }

    public func keyChanges() throws(LedgerFault) -> Int64 {
        try read("SELECT key_changes FROM \(schema).head") { $0.count == 1 ? $0.integer(0, 0) ?? 0 : 0 }
    }

    public func lastPosition() throws(LedgerFault) -> Position {
        try read("SELECT max(position) FROM \(schema).entry") { Position($0.integer(0, 0) ?? 0) }
    }

    public func positions(of subject: SubjectID) throws(LedgerFault) -> [Position] {
        try read(
            "SELECT position FROM \(schema).entry WHERE subject = $1 ORDER BY position", [.integer(subject.signed)]
        ) { answer in (0..<answer.count).compactMap { answer.integer($0, 0).map { Position($0) } } }
    }

    public func keys() throws(LedgerFault) -> [WrappedKey] {
        try read("SELECT subject, wrapped FROM \(schema).subject_key ORDER BY subject") { answer in
            (0..<answer.count).map { row in
                WrappedKey(
                    subject: SubjectID(signed: answer.integer(row, 0) ?? 0), wrapped: answer.bytes(row, 1) ?? [])
            }
        }
    }

    public func key(of subject: SubjectID) throws(LedgerFault) -> WrappedKey? {
        try read("SELECT wrapped FROM \(schema).subject_key WHERE subject = $1", [.integer(subject.signed)]) { answer in
            answer.count == 0 ? nil : WrappedKey(subject: subject, wrapped: answer.bytes(0, 0) ?? [])
        }
    }

    private var columns: String { "position, subject, recorded_at, format, hash, sealed FROM \(schema).entry" }

    public func rows(from position: Position, limit: Int) throws(LedgerFault) -> [StoredRow] {
        do throws(LedgerFault) {
            return try read(
                "SELECT \(columns) WHERE position >= $1 ORDER BY position LIMIT $2",
                [.integer(position.number), .integer(Int64(limit))]
            ) { Self.rows($0) }
        } catch .damaged {
            return try pick(from: position, limit: limit)
        }
    }

    public func rows(at positions: [Position]) throws(LedgerFault) -> [StoredRow] {
        let numbers = positions.map(\.number)
        let found: [StoredRow]
        do throws(LedgerFault) {
            found = try read("SELECT \(columns) WHERE position = ANY($1)", [.integers(numbers)]) { Self.rows($0) }
        } catch .damaged {
            var rows: [StoredRow] = []
            for position in positions { if let row = try row(at: position) { rows.append(row) } }
            return rows
        }
        let byPosition = Dictionary(found.map { ($0.position, $0) }) { first, _ in first }
        return positions.compactMap { byPosition[$0] }
    }

    /// Where a page is damaged, each row is looked up by itself, so that it stops no other.
    private func pick(from first: Position, limit: Int) throws(LedgerFault) -> [StoredRow] {
        let end = (try? head().head.position) ?? first
        var rows: [StoredRow] = []
        var next = first
        while next <= end, rows.count < limit {
            if let row = try row(at: next) { rows.append(row) }
            next = next.next
        }
        return rows
    }

    private func row(at position: Position) throws(LedgerFault) -> StoredRow? {
        do throws(LedgerFault) {
            return try read("SELECT \(columns) WHERE position = $1", [.integer(position.number)]) {
                Self.rows($0).first
            }
        } catch .damaged(let reason) {
            return .unreadable(position, reason)
        }
    }

    private static func rows(_ answer: Answer) -> [StoredRow] {
        (0..<answer.count).map { row in
            let position = Position(answer.integer(row, 0) ?? 0)
            guard let subject = answer.integer(row, 1), let recordedAt = answer.integer(row, 2),
                let format = answer.integer(row, 3).flatMap({ UInt8(exactly: $0) }),
                let hash = answer.raw(row, 4, { Hash($0) }), let sealed = answer.bytes(row, 5)
            else { return .unreadable(position, "impossible values") }
            let header = EntryHeader(
                position: position, subject: SubjectID(signed: subject), recordedAt: recordedAt, format: format)
            return .entry(SealedEntry(header: header, hash: hash, sealed: sealed))
        }
    }
}

extension SubjectID {
    /// The same bits, as the database's whole numbers have them.
    var signed: Int64 { Int64(bitPattern: rawValue) }

    init(signed: Int64) {
        self.init(rawValue: UInt64(bitPattern: signed))
    }
}
