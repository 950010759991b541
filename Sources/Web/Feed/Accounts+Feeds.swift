// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB
import WorkingTime

/// One secret address of a worker's calendar, as the accounts file keeps it: of the secret, its digest alone.
struct CalendarFeedRow: Hashable, Sendable {
    let id: Int64
    let madeAt: Instant
    let usedAt: Instant?
}

extension Accounts {
    /// So many addresses a person may have at once: a phone, a computer, and some more.
    static let mostFeeds = 5

    /// Keeps a new address; false where there are too many already.
    func keepFeed(_ secret: String, of account: Account) async throws -> Bool {
        let now = clock().secondsSince1970
        return try await pool.write { database in
            let count = try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM calendarFeeds WHERE user = ?", arguments: [account.id])
            guard (count ?? 0) < Accounts.mostFeeds else { return false }
            try database.execute(
                sql: "INSERT INTO calendarFeeds (digest, user, madeAt) VALUES (?, ?, ?)",
                arguments: [Secrets.digest(of: secret), account.id, now])
            return true
        }
    }

    /// Whose calendar the secret opens; nobody's where it is unknown or revoked, or where they may not sign in any more.
    /// Notes when it was last asked for.
    func account(ofFeed secret: String) async throws -> Account? {
        let now = clock().secondsSince1970
        let digest = Secrets.digest(of: secret)
        return try await pool.write { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT users.* FROM calendarFeeds JOIN users ON users.id = calendarFeeds.user
                    WHERE calendarFeeds.digest = ? AND users.disabledAt IS NULL
                    """, arguments: [digest])
            guard let row, let account = Account(row: row) else { return nil }
            try database.execute(
                sql: "UPDATE calendarFeeds SET usedAt = ? WHERE digest = ?", arguments: [now, digest])
            return account
        }
    }

    /// The addresses that open, the newest first.
    func feeds(of account: Account) async throws -> [CalendarFeedRow] {
        try await pool.read { database in
            try Row.fetchAll(
                database, sql: "SELECT id, madeAt, usedAt FROM calendarFeeds WHERE user = ? ORDER BY id DESC",
                arguments: [account.id]
            ).map { row in
                let used: Int64? = row["usedAt"]
                return CalendarFeedRow(
                    id: row["id"], madeAt: Instant(secondsSince1970: row["madeAt"]),
                    usedAt: used.map { Instant(secondsSince1970: $0) })
            }
        }
    }

    /// The address no longer opens, from the next request on.
    func revokeFeed(_ id: Int64, of account: Account) async throws {
        try await pool.write { database in
            try database.execute(
                sql: "DELETE FROM calendarFeeds WHERE id = ? AND user = ?", arguments: [id, account.id])
        }
    }
}
