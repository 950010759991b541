// SPDX-License-Identifier: MIT

import GRDB

extension Accounts {
    /// A password that an administrator gave is worth so long: three days.
    static let temporaryForSeconds: Int64 = 3 * 86_400

    /// Why the password is not taken; nil where it is. Throws ``BreachedListFault`` where the list can't be asked.
    func refusal(of password: String, email: String) throws(BreachedListFault) -> PasswordRefusal? {
        if let refusal = PasswordRefusal.of(password, email: email) { return refusal }
        return try rules.breached?.holds(password) == true ? .breached : nil
    }

    /// Gives somebody a password that they must change at the next sign-in, and ends their sessions.
    public func resetPassword(_ email: String, to temporary: String) async throws -> Account {
        if let refusal = try refusal(of: temporary, email: Accounts.folded(email)) {
            throw AccountRefusal.password(refusal)
        }
        let hash = try await hasher.hash(temporary)
        return try await change(of: email, .passwordReset) { database, account, now in
            try database.execute(
                sql: "UPDATE users SET password = ?, temporaryUntil = ? WHERE id = ?",
                arguments: [hash, now + Accounts.temporaryForSeconds, account.id])
            return account
        }
    }

    /// Sets the password that somebody chose, and ends their sessions but the one that is kept.
    ///
    /// Throws ``PasswordRefusal`` where it isn't taken.
    func choose(_ password: String, for account: Account, keeping session: Int64? = nil) async throws {
        if let refusal = try refusal(of: password, email: account.email) { throw refusal }
        if try await isPassword(password, of: account) { throw PasswordRefusal.sameAsBefore }
        let hash = try await hasher.hash(password)
        try await change { database, now in
            try database.execute(
                sql: "UPDATE users SET password = ?, temporaryUntil = NULL WHERE id = ?", arguments: [hash, account.id])
            try Accounts.endSessions(ofUser: account.id, except: session, in: database)
            try Happening.passwordChanged.note(in: database, of: account.id, at: now)
        }
    }

    /// Whether this is the password of somebody who is signed in.
    func isPassword(_ password: String, of account: Account) async throws -> Bool {
        let hash = try await pool.read {
            try String.fetchOne($0, sql: "SELECT password FROM users WHERE id = ?", arguments: [account.id])
        }
        return try await hasher.matches(String(password.prefix(PasswordRefusal.mostBytes)), hash: hash)
    }
}
