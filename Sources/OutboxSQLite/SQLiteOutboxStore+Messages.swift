// SPDX-License-Identifier: MIT

import Casework
import GRDB
import Partnership
import Procedures
import WorkingTime

extension SQLiteOutboxStore {
    public func due(at instant: Instant, most: Int) throws -> [OutboxMessage] {
        try fetch(
            "messages.state = 'waiting' AND messages.nextAt <= ? ORDER BY notices.isUrgent DESC, messages.nextAt, messages.id",
            [instant.secondsSince1970], most: most)
    }

    public func begin(_ message: OutboxMessage, next: Instant) throws -> Bool {
        try pool.write { database in
            try database.execute(
                sql: """
                    UPDATE messages SET tries = tries + 1, nextAt = ? WHERE id = ? AND state = 'waiting' AND tries = ?
                    """, arguments: [next.secondsSince1970, message.id, message.tries])
            return database.changesCount == 1
        }
    }

    public func settle(
        _ id: Int64, _ state: OutboxMessage.State, fault: String, reference: String, at instant: Instant
    ) throws {
        try pool.write { database in
            try database.execute(
                sql:
                    "UPDATE messages SET state = ?, fault = ?, reference = ?, settledAt = ? WHERE id = ? AND state <> 'delivered'",
                arguments: [state.rawValue, fault, reference, instant.secondsSince1970, id])
        }
    }

    public func wait(_ id: Int64, until instant: Instant, fault: String) throws {
        try pool.write { database in
            try database.execute(
                sql: "UPDATE messages SET nextAt = ?, fault = ? WHERE id = ? AND state = 'waiting'",
                arguments: [instant.secondsSince1970, fault, id])
        }
    }

    public func inbox(of worker: String, most: Int) throws -> [OutboxMessage] {
        try fetch(
            """
            messages.way = 'inbox' AND messages.receiver = ?
            ORDER BY messages.seenAt IS NOT NULL, notices.madeAt DESC, messages.id DESC
            """, [worker], most: most)
    }

    /// So many matters: being asked again about one makes it no other.
    private static let matters =
        "count(DISTINCT CASE WHEN event IS NULL THEN 'message ' || messages.id ELSE event || '/' || item END)"

    public func unseenCounts() throws -> [String: Int] {
        try pool.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT receiver, \(Self.matters) AS many FROM messages JOIN notices ON notices.id = messages.notice
                    WHERE way = 'inbox' AND seenAt IS NULL GROUP BY 1
                    """)
            return Dictionary(rows.map { ($0["receiver"], $0["many"]) }, uniquingKeysWith: { first, _ in first })
        }
    }

    public func unseenCount(of worker: String) throws -> Int {
        try pool.read { database in
            let count = try Int.fetchOne(
                database,
                sql: """
                    SELECT \(Self.matters) FROM messages JOIN notices ON notices.id = messages.notice
                    WHERE receiver = ? AND way = 'inbox' AND seenAt IS NULL
                    """,
                arguments: [worker])
            return count ?? 0
        }
    }

    public func see(_ ids: [Int64], worker: String, at instant: Instant) throws {
        try pool.write { database in
            for id in ids {
                try database.execute(
                    sql: """
                        UPDATE messages SET seenAt = coalesce(seenAt, ?) WHERE id = ? AND way = 'inbox' AND receiver = ?
                        """, arguments: [instant.secondsSince1970, id, worker])
            }
        }
    }

    public func hasSeen(_ key: String, worker: String) throws -> Bool {
        try pool.read { database in
            let hasSeen = try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM messages JOIN notices ON notices.id = messages.notice WHERE key = ?
                    AND way = 'inbox' AND receiver = ? AND seenAt IS NOT NULL)
                    """, arguments: [key, worker])
            return hasSeen ?? false
        }
    }

    public func message(_ id: Int64) throws -> OutboxMessage? {
        try fetch("messages.id = ?", [id], most: 1).first
    }

    public func messages(_ state: OutboxMessage.State, most: Int) throws -> [OutboxMessage] {
        try fetch(
            "messages.state = ? AND messages.way <> 'inbox' ORDER BY messages.id DESC", [state.rawValue], most: most)
    }

    public func counts() throws -> [OutboxCount] {
        try pool.read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT way, state, count(*) AS many FROM messages WHERE way <> 'inbox' GROUP BY 1, 2 ORDER BY 1, 2"
            ).compactMap { row in
                guard let way = NoticeWay(rawValue: row["way"]),
                    let state = OutboxMessage.State(rawValue: row["state"])
                else { return nil }
                return OutboxCount(way: way, state: state, count: row["many"])
            }
        }
    }

    public func replay(_ ids: [Int64]?, at instant: Instant) throws -> Int {
        try pool.write { database in
            let again =
                "UPDATE messages SET state = 'waiting', tries = 0, nextAt = ?, settledAt = NULL WHERE state = 'dead' AND way <> 'nobody'"
            guard let ids else {
                try database.execute(sql: again, arguments: [instant.secondsSince1970])
                return database.changesCount
            }
            var count = 0
            for id in ids {
                try database.execute(sql: again + " AND id = ?", arguments: [instant.secondsSince1970, id])
                count += database.changesCount
            }
            return count
        }
    }

    private func fetch(_ rest: String, _ arguments: StatementArguments, most: Int) throws -> [OutboxMessage] {
        try pool.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT messages.id AS number, way, receiver, state, tries, nextAt, fault, settledAt, seenAt, notices.*
                    FROM messages JOIN notices ON notices.id = messages.notice WHERE \(rest) LIMIT ?
                    """, arguments: arguments + [most]
            ).compactMap(OutboxMessage.init(row:))
        }
    }
}

extension OutboxMessage {
    fileprivate init?(row: Row) {
        guard let notice = KeptNotice(row: row), let way = NoticeWay(rawValue: row["way"]),
            let state = State(rawValue: row["state"])
        else { return nil }
        let (settled, seen): (Int64?, Int64?) = (row["settledAt"], row["seenAt"])
        self.init(
            id: row["number"], notice: notice, way: way, to: row["receiver"], state: state, tries: row["tries"],
            nextAt: Instant(secondsSince1970: row["nextAt"]), fault: row["fault"],
            settledAt: settled.map { Instant(secondsSince1970: $0) },
            seenAt: seen.map { Instant(secondsSince1970: $0) })
    }
}

extension KeptNotice {
    fileprivate init?(row: Row) {
        guard let cause = OwedNotice.Cause(rawValue: row["cause"]) else { return nil }
        let (child, episode): (UInt32?, UInt32?) = (row["child"], row["episode"])
        let (event, latest): (Int64?, Int64?) = (row["event"], row["latest"])
        self.init(
            key: row["key"], cause: cause, item: row["item"], says: row["says"], source: row["source"],
            group: row["addressee"], isUrgent: row["isUrgent"], child: child.map { ChildID(number: $0) },
            episode: episode.map { EpisodeID(number: $0) }, event: event.map { Position($0) },
            earliest: Instant(secondsSince1970: row["earliest"]), latest: latest.map { Instant(secondsSince1970: $0) },
            madeAt: Instant(secondsSince1970: row["madeAt"]))
    }
}
