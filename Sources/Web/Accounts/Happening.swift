// SPDX-License-Identifier: MIT

import GRDB
import WorkingTime

/// What happened to somebody's sign-in, kept for a year: for them, and for who looks into a misuse. It holds no secret.
public enum Happening: String, CaseIterable, Hashable, Sendable {
    case signedIn = "signed-in"
    case wrongPassword = "wrong-password"
    case wrongCode = "wrong-code"
    case sessionsEnded = "sessions-ended"
    case passwordChanged = "password-changed"
    case passwordReset = "password-reset"
    case secondFactorAdded = "second-factor-added"
    case secondFactorReset = "second-factor-reset"
    case recoveryCodesMade = "recovery-codes-made"
    case recoveryCodeUsed = "recovery-code-used"
    case added
    case disabled
    case enabled
    case roleChanged = "role-changed"
    case linked
    case noticeAddressCorrected = "notice-address-corrected"

    /// As its owner reads it.
    public var says: String {
        switch self {
        case .signedIn: "Signed in"
        case .wrongPassword: "A wrong password was tried"
        case .wrongCode: "A wrong code was tried"
        case .sessionsEnded: "Signed out everywhere"
        case .passwordChanged: "The password was changed"
        case .passwordReset: "An administrator gave a new password"
        case .secondFactorAdded: "A second factor was set up"
        case .secondFactorReset: "An administrator took the second factor away"
        case .recoveryCodesMade: "New recovery codes were made"
        case .recoveryCodeUsed: "A recovery code was used"
        case .added: "The sign-in was given"
        case .disabled: "The sign-in was stopped"
        case .enabled: "The sign-in was allowed again"
        case .roleChanged: "The role or the agency was changed"
        case .linked: "Linked with a sign-in elsewhere"
        case .noticeAddressCorrected: "An administrator corrected where your notices go"
        }
    }

    static let keptSeconds: Int64 = 400 * 86_400
    /// So many of one person's are kept, so that guessing at them can't fill the disk.
    static let mostKept = 500

    /// Notes it. What concerns nobody known (user 0) is written and thrown away in the same breath.
    func note(in database: Database, of user: Int64, at now: Int64, from address: String = "") throws {
        try database.execute(
            sql: "INSERT INTO happenings (at, user, what, address) VALUES (?, ?, ?, ?)",
            arguments: [now, user, rawValue, address])
        try database.execute(
            sql: """
                DELETE FROM happenings WHERE user = ? AND (at < ? OR id <= (
                SELECT id FROM happenings WHERE user = ? ORDER BY id DESC LIMIT 1 OFFSET ?))
                """,
            arguments: [user, now - Happening.keptSeconds, user, user == 0 ? 0 : Happening.mostKept])
    }
}

extension Accounts {
    /// What happened last to the sign-in of `account`, newest first.
    func happenings(of account: Account, most: Int = 20) async throws -> [(
        at: Instant, what: Happening, address: String
    )] {
        try await pool.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM happenings WHERE user = ? ORDER BY id DESC LIMIT ?",
                arguments: [account.id, most]
            ).compactMap { row in
                Happening(rawValue: row["what"]).map { (Instant(secondsSince1970: row["at"]), $0, row["address"]) }
            }
        }
    }
}
