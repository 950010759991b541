// SPDX-License-Identifier: MIT

import Casework
import GRDB
import Partnership
import WorkingTime

/// An outbox in a file of its own beside the ledger, whose rows change. Several processes may open it.
public final class SQLiteOutboxStore: OutboxStore {
    public static let fileName = "outbox.sqlite"

    let pool: DatabasePool

    /// Opens or makes the file at `path`.
    public init(path: String) throws { pool = try OutboxTables.open(path) }

    public func close() throws { try pool.close() }

    /// Copies it to a new file at `path`, also while it is being worked on.
    public func backup(to path: String) throws {
        try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    }

    public func beginning(_ proposed: OutboxBeginning) throws -> OutboxBeginning {
        try pool.write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO beginning (one, position, at, lookedAt) VALUES (1, ?, ?, ?)",
                arguments: [proposed.position.number, proposed.at.secondsSince1970, proposed.position.number])
            let row = try Row.fetchOne(database, sql: "SELECT position, at FROM beginning")
            guard let row else { return proposed }
            return OutboxBeginning(position: Position(row["position"]), at: Instant(secondsSince1970: row["at"]))
        }
    }

    public func lookedAt() throws -> Position {
        Position(try pool.read { try Int64.fetchOne($0, sql: "SELECT lookedAt FROM beginning") } ?? 0)
    }

    public func noteLookedAt(_ position: Position) throws {
        try pool.write { database in
            try database.execute(
                sql: "UPDATE beginning SET lookedAt = max(lookedAt, ?)", arguments: [position.number])
        }
    }

    public func unknown(among keys: [String]) throws -> Set<String> {
        try pool.read { database in
            var unknown = Set(keys)
            for key in keys {
                let isKnown = try Bool.fetchOne(
                    database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM notices WHERE key = ?)"),
                    arguments: [key])
                if isKnown == true { unknown.remove(key) }
            }
            return unknown
        }
    }

    public func take(_ entries: [OutboxEntry]) throws {
        try pool.write { database in
            for entry in entries {
                guard let id = try Self.insert(entry.notice, in: database) else { continue }
                try Self.insert(entry.messages, of: id, at: entry.notice.madeAt, in: database)
            }
        }
    }

    public func readdress(_ id: Int64, as entry: OutboxEntry) throws {
        try pool.write { database in
            let notice = try Int64.fetchOne(
                database, sql: "SELECT notice FROM messages WHERE id = ? AND way = 'nobody'", arguments: [id])
            guard let notice else { return }
            try database.execute(sql: "DELETE FROM messages WHERE id = ?", arguments: [id])
            try Self.insert(entry.messages, of: notice, at: entry.notice.madeAt, in: database)
        }
    }

    public func forget(_ child: ChildID) throws {
        try pool.write { database in
            try database.execute(sql: "DELETE FROM notices WHERE child = ?", arguments: [Int64(child.number)])
        }
    }

    public func prune(before instant: Instant) throws {
        try pool.write { database in
            // A notice whose key is forgotten must not be owed any more, or it would be told again.
            try database.execute(
                sql: """
                    UPDATE notices SET says = '', source = '' WHERE madeAt < ? AND says <> '' AND NOT EXISTS (
                    SELECT 1 FROM messages WHERE notice = notices.id AND (state IN ('waiting', 'dead')
                    OR (way = 'inbox' AND seenAt IS NULL)))
                    """, arguments: [instant.secondsSince1970])
            try database.execute(
                sql: """
                    DELETE FROM messages WHERE coalesce(seenAt, settledAt) < ? AND notice IN (
                    SELECT id FROM notices WHERE says = '')
                    """, arguments: [instant.secondsSince1970])
        }
    }

    public func note(_ act: OutboxAct) throws {
        try pool.write { database in
            try database.execute(
                sql: "INSERT INTO acts (at, worker, what, message) VALUES (?, ?, ?, ?)",
                arguments: [act.at.secondsSince1970, act.by, act.what, act.message])
        }
    }

    public func acts(most: Int) throws -> [OutboxAct] {
        try pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM acts ORDER BY id DESC LIMIT ?", arguments: [most]).map {
                OutboxAct(
                    at: Instant(secondsSince1970: $0["at"]), by: $0["worker"], what: $0["what"], message: $0["message"])
            }
        }
    }

    /// Nil where a notice of its key is there already.
    private static func insert(_ notice: KeptNotice, in database: Database) throws -> Int64? {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO notices (key, cause, item, says, source, addressee, isUrgent, child, episode, event,
                earliest, latest, madeAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                notice.key, notice.cause.rawValue, notice.item, notice.says, notice.source, notice.group,
                notice.isUrgent, notice.child.map { Int64($0.number) }, notice.episode.map { Int64($0.number) },
                notice.event?.number, notice.earliest.secondsSince1970, notice.latest?.secondsSince1970,
                notice.madeAt.secondsSince1970,
            ])
        return database.changesCount == 0 ? nil : database.lastInsertedRowID
    }

    private static func insert(
        _ messages: [OutboxEntry.Receiver], of notice: Int64, at made: Instant, in database: Database
    ) throws {
        for message in messages {
            // What is on screen is delivered as soon as it is kept; what reaches nobody waits for somebody to mend it.
            let state: OutboxMessage.State =
                switch message.way {
                case .inbox: .delivered
                case .nobody: .dead
                case .email, .text, .webhook: .waiting
                }
            try database.execute(
                sql: """
                    INSERT OR IGNORE INTO messages (notice, way, receiver, state, nextAt, settledAt, fault)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    notice, message.way.rawValue, message.to, state.rawValue, message.nextAt.secondsSince1970,
                    state == .waiting ? nil : made.secondsSince1970,
                    message.way == .nobody ? "nobody here has this role" : "",
                ])
        }
    }
}
