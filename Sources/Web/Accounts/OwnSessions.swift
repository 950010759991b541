// SPDX-License-Identifier: MIT

import GRDB
import WorkingTime

/// One of somebody's sessions, as they are told of it.
struct OwnSession: Hashable, Sendable {
    let id: Int64
    let startedAt: Instant
    let usedAt: Instant
    /// Whole for IPv4, the first half for IPv6.
    let address: String
    let browser: String
}

extension Accounts {
    /// The sessions of `account` that still hold, the one used last first.
    func sessions(of account: Account) async throws -> [OwnSession] {
        let now = clock().secondsSince1970
        let (idle, absolute) = (limits.idle.seconds, limits.absolute.seconds)
        return try await pool.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM sessions WHERE user = ? AND usedAt >= ? AND startedAt >= ? ORDER BY usedAt DESC, id DESC
                    """, arguments: [account.id, now - idle, now - absolute]
            ).map { row in
                OwnSession(
                    id: row["id"], startedAt: Instant(secondsSince1970: row["startedAt"]),
                    usedAt: Instant(secondsSince1970: row["usedAt"]), address: row["address"], browser: row["browser"])
            }
        }
    }

    /// Ends one session of `account`; another's is left alone.
    func endSession(_ id: Int64, of account: Account) async throws {
        try await change { database, _ in
            try database.execute(
                sql: "DELETE FROM sessions WHERE id = ? AND user = ?", arguments: [id, account.id])
        }
    }

    /// Ends every session of `account`, except the one that is kept.
    func endSessions(of account: Account, except kept: Int64? = nil) async throws {
        try await change { database, now in
            try Accounts.endSessions(ofUser: account.id, except: kept, in: database)
            try Happening.sessionsEnded.note(in: database, of: account.id, at: now)
        }
    }

    static func endSessions(ofUser id: Int64, except kept: Int64? = nil, in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM sessions WHERE user = ? AND id IS NOT ?", arguments: [id, kept])
    }

    /// Writes, and forgets every session held in memory: what changed may concern any of them.
    func change<Value: Sendable>(
        _ write: @escaping @Sendable (_ database: Database, _ now: Int64) throws -> Value
    ) async throws -> Value {
        let now = clock().secondsSince1970
        defer { sessions.forgetAll() }
        return try await pool.write { try write($0, now) }
    }
}
