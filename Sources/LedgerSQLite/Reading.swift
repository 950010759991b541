// SPDX-License-Identifier: MIT
import Casework
import GRDB
import Ledger

extension SQLiteLedgerStore {
    public func founding() throws(LedgerFault) -> Founding? {
        try read { try Self.founding($0) }
    }

    public func head() throws(LedgerFault) -> SealedHead {
        try read { try Self.head($0) }
    }

    public func lastPosition() throws(LedgerFault) -> Position {
        try read { database in
            Position(try Int64.fetchOne(database, sql: "SELECT max(position) FROM entry") ?? 0)
        }
    }

    public func positions(of subject: SubjectID) throws(LedgerFault) -> [Position] {
        try read { database in
            let select = try RawStatement(
                database,
                "SELECT position FROM entry WHERE subject = ?1 ORDER BY position"
            )
            defer { select.reset() }
            select.bind(1, Int64(bitPattern: subject.rawValue))
            var positions: [Position] = []
            while try select.step() { positions.append(Position(select.integer(0))) }
            return positions
        }
    }

    public func keys() throws(LedgerFault) -> [WrappedKey] {
        try read { try Self.keys($0) }
    }

    public func key(of subject: SubjectID) throws(LedgerFault) -> WrappedKey? {
        try read { database in
            let select = try RawStatement(database, "SELECT wrapped FROM subject_key WHERE subject = ?1")
            defer { select.reset() }
            select.bind(1, Int64(bitPattern: subject.rawValue))
            guard try select.step() else { return nil }
            return WrappedKey(subject: subject, wrapped: select.blob(0).map { Array($0) } ?? [])
        }
    }

    static func keys(_ database: Database) throws -> [WrappedKey] {
        let select = try RawStatement(database, "SELECT subject, wrapped FROM subject_key ORDER BY subject")
        defer { select.reset() }
        var keys: [WrappedKey] = []
        while try select.step() {
            let subject = SubjectID(rawValue: UInt64(bitPattern: select.integer(0)))
            keys.append(WrappedKey(subject: subject, wrapped: select.blob(1).map { Array($0) } ?? []))
        }
        return keys
    }

    static func founding(_ database: Database) throws -> Founding? {
        let select = try RawStatement(database, "SELECT identity, founded_at, seal FROM founding")
        defer { select.reset() }
        guard try select.step() else { return nil }
        guard let identity = select.blob(0), identity.count == 16, let seal = select.blob(2).flatMap({ Hash($0) })
        else { throw LedgerFault.damaged("founding") }
        return Founding(identity: Array(identity), foundedAt: select.integer(1), seal: seal)
    }

    static func head(_ database: Database) throws -> SealedHead {
        let select = try RawStatement(database, "SELECT position, hash, seal FROM head")
        defer { select.reset() }
        guard try select.step(), let hash = select.blob(1).flatMap({ Hash($0) }),
            let seal = select.blob(2).flatMap({ Hash($0) })
        else { throw LedgerFault.damaged("head") }
        return SealedHead(head: LedgerHead(position: Position(select.integer(0)), hash: hash), seal: seal)
    }

    func read<T>(_ body: (Database) throws -> T) throws(LedgerFault) -> T {
        try faulting { try pool.read(body) }
    }
}
