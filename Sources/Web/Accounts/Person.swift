// SPDX-License-Identifier: MIT

import Casework
import GRDB
import WorkingTime

/// Somebody who has a sign-in, as an administrator knows them.
public struct Person: Hashable, Sendable {
    public let account: Account
    public let isDisabled: Bool
    public let hasSecondFactor: Bool
    /// Whether their password was given to them and is still to be changed.
    public let hasTemporaryPassword: Bool
    public let signedInAt: Instant?
    /// How many sessions are open.
    public let sessionCount: Int
}

extension Accounts {
    /// Everybody who has a sign-in, by name, also those whose sign-in is stopped.
    public func people() async throws -> [Person] {
        let now = clock().secondsSince1970
        let (idle, absolute) = (limits.idle.seconds, limits.absolute.seconds)
        return try await pool.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT users.*, secondFactor IS NOT NULL AS hasSecondFactor, (SELECT count(*) FROM sessions
                    WHERE user = users.id AND sessions.usedAt >= ? AND sessions.startedAt >= ?) AS openSessions
                    FROM users ORDER BY name, id
                    """, arguments: [now - idle, now - absolute]
            ).compactMap { row -> Person? in
                guard let account = Account(row: row) else { return nil }
                let (disabledAt, temporaryUntil): (Int64?, Int64?) = (row["disabledAt"], row["temporaryUntil"])
                let signedInAt: Int64? = row["signedInAt"]
                return Person(
                    account: account, isDisabled: disabledAt != nil,
                    hasSecondFactor: row["hasSecondFactor"],
                    hasTemporaryPassword: temporaryUntil != nil,
                    signedInAt: signedInAt.map { Instant(secondsSince1970: $0) }, sessionCount: row["openSessions"])
            }
        }
    }

    /// Stops somebody's sign-in: what they have open ends at once.
    public func disable(_ email: String) async throws -> Account {
        try await change(of: email, .disabled) { database, account, now in
            try database.execute(
                sql: "UPDATE users SET disabledAt = coalesce(disabledAt, ?) WHERE id = ?", arguments: [now, account.id])
            return account
        }
    }

    /// Allows it again.
    public func enable(_ email: String) async throws -> Account {
        try await change(of: email, .enabled) { database, account, _ in
            try database.execute(sql: "UPDATE users SET disabledAt = NULL WHERE id = ?", arguments: [account.id])
            return account
        }
    }

    /// Gives somebody another role, another agency or both; they sign in anew.
    public func changeRole(_ email: String, to role: Role, agency: AgencyID?) async throws -> Account {
        try await change(of: email, .roleChanged) { database, account, _ in
            try Accounts.setRole(of: account, to: role, agency: agency, in: database)
        }
    }

    /// Ends every session of somebody.
    public func endSessions(_ email: String) async throws -> Account {
        try await change(of: email, .sessionsEnded) { _, account, _ in account }
    }

    static func setRole(of account: Account, to role: Role, agency: AgencyID?, in database: Database) throws -> Account
    {
        try database.execute(
            sql: "UPDATE users SET role = ?, agency = ? WHERE id = ?",
            arguments: [role.rawValue, agency?.name, account.id])
        return Account(
            id: account.id, email: account.email, name: account.name, worker: account.worker, role: role,
            agency: agency)
    }

    /// Changes what somebody may do, notes it, and ends their sessions. Throws ``AccountRefusal/nobodyHasThisEmail``.
    func change(
        of email: String, _ happening: Happening,
        _ write: @escaping @Sendable (_ database: Database, _ account: Account, _ now: Int64) throws -> Account
    ) async throws -> Account {
        let email = Accounts.folded(email)
        let changed = try await change { database, now in
            let row = try Row.fetchOne(database, sql: "SELECT * FROM users WHERE email = ?", arguments: [email])
            guard let account = row.flatMap(Account.init(row:)) else { throw AccountRefusal.nobodyHasThisEmail }
            let changed = try write(database, account, now)
            try Accounts.endSessions(ofUser: account.id, in: database)
            try happening.note(in: database, of: account.id, at: now)
            return changed
        }
        halfway.end(of: changed.id)
        return changed
    }
}
