// SPDX-License-Identifier: MIT

import Foundation
import GRDB
import WorkingTime

/// How long somebody stays signed in.
public struct SessionLimits: Hashable, Sendable {
    public let idle: Elapsed
    public let absolute: Elapsed

    public init(idle: Elapsed, absolute: Elapsed) {
        self.idle = idle
        self.absolute = absolute
    }

    /// An hour without doing anything; a night shift altogether.
    public static let standard = SessionLimits(idle: .hours(1), absolute: .hours(13))
}

/// What came of trying to sign in.
public enum SignInOutcome: Hashable, Sendable {
    /// The new session's token, which only the cookie holds.
    case signedIn(token: String, account: Account)
    /// Unknown address or wrong password: which of them is not said.
    case refused
    case wait(seconds: Int)
}

/// Somebody who is signed in.
struct Session: Hashable, Sendable {
    let account: Account
    /// What every form of theirs carries.
    let formToken: String
}

extension Accounts {
    /// Signs in by password. `address` is where the request came from.
    public func signIn(email: String, password: String, address: String) async throws -> SignInOutcome {
        let email = Accounts.folded(email)
        let wait = throttle.waitSeconds(email: email, address: address, now: clock())
        if wait > 0 { return .wait(seconds: wait) }
        let known = try await pool.read { database -> (account: Account?, hash: String)? in
            try Row.fetchOne(database, sql: "SELECT * FROM users WHERE email = ?", arguments: [email])
                .map { (Account(row: $0), $0["password"]) }
        }
        let typed = String(password.prefix(PasswordRefusal.mostBytes))
        let isRight = await hasher.matches(typed, hash: known?.hash)
        guard isRight, let account = known?.account else {
            throttle.failed(email: email, address: address, now: clock())
            return .refused
        }
        throttle.succeeded(email: email, address: address)
        return .signedIn(token: try await begin(account), account: account)
    }

    /// The session that `token` stands for, if it still holds. `isActivity` is false for what a page does by itself.
    func session(_ token: String, isActivity: Bool) async throws -> Session? {
        let now = clock().secondsSince1970
        guard let found = try await find(token), now - found.usedAt <= limits.idle.seconds,
            now - found.startedAt <= limits.absolute.seconds
        else { return nil }
        // Once a minute is exact enough, and spares a write at every click.
        if isActivity && now - found.usedAt >= 60 {
            try await pool.write {
                try $0.execute(
                    sql: "UPDATE sessions SET usedAt = ? WHERE token = ?", arguments: [now, Secrets.digest(of: token)])
            }
        }
        return Session(account: found.account, formToken: Secrets.formToken(of: token))
    }

    /// Whose session this was, though it has run out: what they were sending is kept for them.
    func pastSession(_ token: String) async throws -> Session? {
        let found = try await find(token)
        return found.map { Session(account: $0.account, formToken: Secrets.formToken(of: token)) }
    }

    /// Signs out: the token is worth nothing from now on.
    func end(_ token: String) async throws {
        try await pool.write {
            try $0.execute(sql: "DELETE FROM sessions WHERE token = ?", arguments: [Secrets.digest(of: token)])
        }
    }

    private func begin(_ account: Account) async throws -> String {
        let token = Secrets.token()
        let now = clock().secondsSince1970
        let oldest = now - limits.absolute.seconds - 86_400
        try await pool.write {
            try $0.execute(sql: "DELETE FROM sessions WHERE startedAt < ?", arguments: [oldest])
            try $0.execute(
                sql: "INSERT INTO sessions (token, user, startedAt, usedAt) VALUES (?, ?, ?, ?)",
                arguments: [Secrets.digest(of: token), account.id, now, now])
        }
        return token
    }

    private func find(_ token: String) async throws -> (account: Account, startedAt: Int64, usedAt: Int64)? {
        try await pool.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT users.*, startedAt, usedAt FROM sessions JOIN users ON users.id = sessions.user
                    WHERE token = ?
                    """, arguments: [Secrets.digest(of: token)])
            guard let row, let account = Account(row: row) else { return nil }
            return (account, row["startedAt"], row["usedAt"])
        }
    }
}
