// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB

/// Why somebody who signed in elsewhere isn't signed in here. Nothing has changed.
enum ElsewhereRefusal: Error, Hashable {
    case isInNoGroup
    case isStopped
    case emailIsLacking
    case emailIsTaken

    var says: String {
        switch self {
        case .isInNoGroup:
            "You are in none of the groups that work with Homeward. Ask whoever looks after your account there."
        case .isStopped: "Your sign-in here was stopped. Ask your administrator."
        case .emailIsLacking: "Your e-mail address did not come along. Ask whoever looks after your account there."
        case .emailIsTaken:
            "Somebody signs in here with your e-mail address and a password. Sign in with that, or ask your administrator."
        }
    }
}

extension Accounts {
    /// What the `password` of somebody holds who signs in elsewhere only. No password has it as its hash.
    static let noPassword = "elsewhere"

    /// Signs in whom the provider's token names: as the account that was linked with it, or a new one. The groups say
    /// the role each time.
    func signIn(_ token: IDToken, _ settings: OpenIDSettings, visit: Visit) async throws -> SignInOutcome {
        let groups = Set(token.claims[settings.groupsClaim]?.texts ?? [])
        guard let rule = settings.groups.first(where: { groups.contains($0.group) }) else {
            try await endSessions(ofSubject: token.subject, at: settings.issuer)
            throw ElsewhereRefusal.isInNoGroup
        }
        let (account, hasSecondFactor) = try await change { database, now in
            var account = try Accounts.linked(token, settings, rule, at: now, in: database)
            if account.role != rule.role || account.agency != rule.agency {
                account = try Accounts.setRole(of: account, to: rule.role, agency: rule.agency, in: database)
                try Accounts.endSessions(ofUser: account.id, in: database)
                try Happening.roleChanged.note(in: database, of: account.id, at: now)
            }
            let hasSecondFactor = try Bool.fetchOne(
                database, sql: "SELECT secondFactor IS NOT NULL FROM users WHERE id = ?", arguments: [account.id])
            return (account, hasSecondFactor ?? false)
        }
        let marks = settings.secondFactorMarks
        let isProved =
            !marks.methods.isDisjoint(with: token.claims["amr"]?.texts ?? [])
            || token.claims["acr"]?.text.map(marks.contexts.contains) ?? false
        if isProved { return try await proceed(account, [], visit) }
        if hasSecondFactor { return try await proceed(account, [.code], visit) }
        return try await proceed(account, rules.secondFactor.asks(account.role) ? [.enrolment] : [], visit)
    }

    /// Whether the account has a password here.
    func hasPassword(_ account: Account) async throws -> Bool {
        try await pool.read {
            try String.fetchOne($0, sql: "SELECT password FROM users WHERE id = ?", arguments: [account.id])
        } != Accounts.noPassword
    }

    /// The name of the provider with which they sign in, where they have no password here; else nil.
    func signsInOnlyElsewhere(_ account: Account) async throws -> String? {
        guard let provider, try await !hasPassword(account) else { return nil }
        return provider.settings.name
    }

    /// The account is known by issuer and subject alone; by its e-mail address only where the settings trust that.
    private static func linked(
        _ token: IDToken, _ settings: OpenIDSettings, _ rule: OpenIDSettings.GroupRule, at now: Int64,
        in database: Database
    ) throws -> Account {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT users.* FROM elsewhere JOIN users ON users.id = user WHERE issuer = ? AND subject = ?",
            arguments: [settings.issuer, token.subject])
        if let row, let account = Account(row: row) {
            let disabledAt: Int64? = row["disabledAt"]
            guard disabledAt == nil else { throw ElsewhereRefusal.isStopped }
            return account
        }
        let email = folded(token.claims["email"]?.text ?? "")
        guard isEmail(email) else { throw ElsewhereRefusal.emailIsLacking }
        let account: Account
        if let row = try Row.fetchOne(database, sql: "SELECT * FROM users WHERE email = ?", arguments: [email]) {
            guard settings.emailsAreTrusted, token.claims["email_verified"]?.flag != false,
                let known = Account(row: row)
            else { throw ElsewhereRefusal.emailIsTaken }
            let disabledAt: Int64? = row["disabledAt"]
            guard disabledAt == nil else { throw ElsewhereRefusal.isStopped }
            account = known
        } else {
            account = try insert(
                NewAccount(
                    email: email, name: token.claims["name"]?.text.map { String($0.prefix(200)) } ?? email,
                    worker: try freeShortName(of: email, in: database), role: rule.role, agency: rule.agency,
                    password: noPassword), at: now, in: database)
        }
        try database.execute(
            sql: "INSERT INTO elsewhere (issuer, subject, user, linkedAt) VALUES (?, ?, ?, ?)",
            arguments: [settings.issuer, token.subject, account.id, now])
        try Happening.linked.note(in: database, of: account.id, at: now)
        return account
    }

    private static func freeShortName(of email: String, in database: Database) throws -> String {
        let short = shortName(of: email)
        let taken = Set(try String.fetchAll(database, sql: "SELECT worker FROM users"))
        if !taken.contains(short) { return short }
        return (2...).lazy.map { "\(short)-\($0)" }.first { !taken.contains($0) } ?? short
    }

    private func endSessions(ofSubject subject: String, at issuer: String) async throws {
        try await change { database, _ in
            let user = try Int64.fetchOne(
                database, sql: "SELECT user FROM elsewhere WHERE issuer = ? AND subject = ?",
                arguments: [issuer, subject])
            if let user { try Accounts.endSessions(ofUser: user, in: database) }
        }
    }
}

extension IDToken {
    /// Who it is about, at its issuer; checked to be there.
    var subject: String { claims["sub"]?.text ?? "" }
}
