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

    /// For how long proving who one is counts for what is hard to undo.
    static let provedFor: Elapsed = .minutes(15)
}

/// Somebody who is signed in.
struct Session: Hashable, Sendable {
    let account: Account
    /// What every form of theirs carries.
    let formToken: String
    /// Which session it is, for its owner to name it; it opens nothing.
    let id: Int64
    let startedAt: Instant
    /// When they last did something.
    var usedAt: Instant
    /// When they last gave a password or a code.
    var provedAt: Instant

    /// When they are signed out if they do nothing more.
    func idleEnd(_ limits: SessionLimits) -> Instant { min(usedAt + limits.idle, end(limits)) }

    /// When they are signed out whatever they do.
    func end(_ limits: SessionLimits) -> Instant { startedAt + limits.absolute }
}

/// From where somebody signs in, kept only as far as its owner needs to know it again.
struct Visit: Hashable, Sendable {
    /// Whole for IPv4, the first half for IPv6.
    let address: String
    /// "Firefox on Windows".
    let browser: String

    init(address: String, browser: String) {
        self.address = AddressPrefix.of(address)
        self.browser = browser
    }

    /// Where nobody's browser asks: a command, a test.
    static let none = Visit(address: "", browser: "")
}

extension Accounts {
    /// Begins a session under a token of its own, which only the cookie then holds.
    func begin(_ account: Account, _ visit: Visit) async throws -> String {
        let token = Secrets.token()
        let now = clock().secondsSince1970
        let oldest = now - limits.absolute.seconds - 86_400
        try await pool.write { database in
            try database.execute(sql: "DELETE FROM sessions WHERE startedAt < ?", arguments: [oldest])
            try database.execute(
                sql: """
                    INSERT INTO sessions (token, user, startedAt, usedAt, provedAt, address, browser)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [Secrets.digest(of: token), account.id, now, now, now, visit.address, visit.browser])
            try database.execute(sql: "UPDATE users SET signedInAt = ? WHERE id = ?", arguments: [now, account.id])
            try Happening.signedIn.note(in: database, of: account.id, at: now, from: visit.address)
        }
        return token
    }

    /// The session that `token` stands for, if it still holds. `isActivity` is false for what a page does by itself.
    ///
    /// It is answered from memory; what another process changed, such as `homeward user disable`, is known within
    /// ``SessionCache/trustedFor``.
    func session(_ token: String, isActivity: Bool) async throws -> Session? {
        let digest = Secrets.digest(of: token)
        guard var session = try await held(digest) else { return nil }
        let now = clock()
        guard now <= session.idleEnd(limits), now <= session.end(limits) else { return nil }
        guard isActivity else { return session }
        session.usedAt = now
        // Once a minute is exact enough on disk, and spares a write at every click.
        if sessions.touch(digest, at: now) {
            try await pool.write {
                try $0.execute(
                    sql: "UPDATE sessions SET usedAt = ? WHERE token = ?", arguments: [now.secondsSince1970, digest])
            }
        }
        return session
    }

    /// Whose session this was, though it has run out: what they were sending is kept for them.
    func pastSession(_ token: String) async throws -> Session? {
        try await read(Secrets.digest(of: token))
    }

    /// Signs out: the token is worth nothing from now on.
    func end(_ token: String) async throws {
        let digest = Secrets.digest(of: token)
        try await pool.write { try $0.execute(sql: "DELETE FROM sessions WHERE token = ?", arguments: [digest]) }
        sessions.forgetAll()
    }

    /// Notes that who is signed in has just given a password or a code, under a token of its own from now on.
    ///
    /// Returns the new token: what was known of the old one opens nothing any more.
    func renew(_ token: String) async throws -> String {
        let (old, new, now) = (Secrets.digest(of: token), Secrets.token(), clock().secondsSince1970)
        try await pool.write {
            try $0.execute(
                sql: "UPDATE sessions SET token = ?, provedAt = ?, usedAt = ? WHERE token = ?",
                arguments: [Secrets.digest(of: new), now, now, old])
        }
        sessions.forgetAll()
        return new
    }

    private func held(_ digest: Data) async throws -> Session? {
        if let found = sessions.find(digest) { return found }
        let generation = sessions.generation
        guard let read = try await read(digest) else {
            sessions.forget(digest)
            return nil
        }
        return sessions.keep(read, under: digest, since: generation)
    }

    private func read(_ digest: Data) async throws -> Session? {
        try await pool.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT users.*, sessions.id AS session, startedAt, usedAt, provedAt
                    FROM sessions JOIN users ON users.id = sessions.user
                    WHERE token = ? AND disabledAt IS NULL
                    """, arguments: [digest])
            guard let row, let account = Account(row: row) else { return nil }
            return Session(
                account: account, formToken: formToken(ofSession: row["session"]), id: row["session"],
                startedAt: Instant(secondsSince1970: row["startedAt"]),
                usedAt: Instant(secondsSince1970: row["usedAt"]), provedAt: Instant(secondsSince1970: row["provedAt"]))
        }
    }
}
