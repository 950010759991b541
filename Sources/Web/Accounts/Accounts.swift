// SPDX-License-Identifier: MIT

import Casework
import Crypto
import GRDB
import WorkingTime

/// Who may sign in, who is signed in, and what they have begun to type: a small mutable file beside the ledger.
public final class Accounts: Sendable {
    let pool: DatabasePool
    let hasher: PasswordHasher
    let draftKey: SymmetricKey
    let clock: @Sendable () -> Instant
    let throttle = SignInThrottle()
    let limits: SessionLimits

    /// Opens or makes the accounts file at `path`.
    ///
    /// `masterKey` is the key that lives outside the data directory; drafts are sealed under a key derived from it.
    /// `clock` tells the real time, also where the partnership's clock is a demo's.
    public init(
        path: String, masterKey: SymmetricKey, cost: PasswordCost = .standard, limits: SessionLimits = .standard,
        clock: @escaping @Sendable () -> Instant
    ) throws {
        pool = try AccountsStore.open(path: path)
        hasher = try PasswordHasher(cost: cost)
        draftKey = DraftSeal.key(from: masterKey)
        self.limits = limits
        self.clock = clock
    }

    /// Adds somebody who may sign in from now on.
    ///
    /// `worker` is the short name under which the record knows them; without one it is made from the e-mail address.
    /// Throws ``AccountRefusal``, or the store's fault.
    @discardableResult
    public func add(
        email: String, name: String, password: String, role: Role, agency: AgencyID?, worker: String? = nil
    ) async throws -> Account {
        let email = Accounts.folded(email)
        guard Accounts.isEmail(email) else { throw AccountRefusal.notAnEmailAddress }
        guard !name.allSatisfy(\.isWhitespace) else { throw AccountRefusal.nameIsLacking }
        if let refusal = PasswordRefusal.of(password, email: email) { throw AccountRefusal.password(refusal) }
        let hash = try await hasher.hash(password)
        let short = worker ?? Accounts.shortName(of: email)
        let addedAt = clock().secondsSince1970
        return try await pool.write { database in
            let isTaken = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM users WHERE email = ? OR worker = ?)",
                arguments: [email, short])
            if isTaken == true { throw AccountRefusal.emailIsTaken }
            try database.execute(
                sql: """
                    INSERT INTO users (email, name, worker, role, agency, password, addedAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [email, name, short, role.rawValue, agency?.name, hash, addedAt])
            return Account(
                id: database.lastInsertedRowID, email: email, name: name, worker: short, role: role, agency: agency)
        }
    }

    /// Everybody who may sign in, by name.
    public func all() async throws -> [Account] {
        try await pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM users ORDER BY name").compactMap(Account.init(row:))
        }
    }

    static func folded(_ email: String) -> String {
        String(email.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()).lowercased()
    }

    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && !text.contains(where: \.isWhitespace)
    }

    private static func shortName(of email: String) -> String {
        String(email.map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }
}

extension Account {
    init?(row: Row) {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        let agency: String? = row["agency"]
        self.init(
            id: row["id"], email: row["email"], name: row["name"], worker: row["worker"], role: role,
            agency: agency.map { AgencyID($0) })
    }
}
