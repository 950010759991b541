// SPDX-License-Identifier: MIT

import Casework
import Crypto
import GRDB
import WorkingTime

/// Who may sign in, who is signed in, and what they have begun to type: a small mutable file beside the ledger.
public final class Accounts: Sendable {
    let pool: DatabasePool
    let hasher: PasswordHasher
    let keys: AccountKeys
    let clock: @Sendable () -> Instant
    let limits: SessionLimits
    let rules: SignInRules
    let throttle = SignInThrottle()
    let codeThrottle = SignInThrottle()
    let sessions = SessionCache()
    let halfway = HalfwaySignIns()
    let offers = OfferedSecrets()
    let provider: OpenIDProvider?
    let providerSignIns = ProviderSignIns()

    var draftKey: SymmetricKey { keys.drafts }

    /// Opens or makes the accounts file at `path`.
    ///
    /// `masterKey` is the key that lives outside the data directory; drafts and the secrets of second factors are sealed
    /// under keys derived from it. `clock` tells the real time, also where the partnership's clock is a demo's.
    public init(
        path: String, masterKey: SymmetricKey, cost: PasswordCost = .standard, limits: SessionLimits = .standard,
        rules: SignInRules = SignInRules(), clock: @escaping @Sendable () -> Instant
    ) throws {
        pool = try AccountsStore.open(path: path)
        hasher = try PasswordHasher(cost: cost)
        keys = AccountKeys(from: masterKey)
        self.limits = limits
        self.rules = rules
        provider = rules.provider.map { OpenIDProvider($0, clock: clock) }
        self.clock = clock
    }

    /// Adds somebody who may sign in from now on.
    ///
    /// `worker` is the short name under which the record knows them; without one it is made from the e-mail address.
    /// A temporary password must be changed at the first sign-in, within three days. Throws ``AccountRefusal``, or the
    /// store's fault.
    @discardableResult
    public func add(
        email: String, name: String, password: String, role: Role, agency: AgencyID?, worker: String? = nil,
        isTemporary: Bool = false
    ) async throws -> Account {
        let email = Accounts.folded(email)
        guard Accounts.isEmail(email) else { throw AccountRefusal.notAnEmailAddress }
        guard !name.allSatisfy(\.isWhitespace) else { throw AccountRefusal.nameIsLacking }
        if let refusal = try refusal(of: password, email: email) { throw AccountRefusal.password(refusal) }
        let hash = try await hasher.hash(password)
        let short = worker ?? Accounts.shortName(of: email)
        return try await change { database, now in
            let isTaken = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM users WHERE email = ? OR worker = ?)",
                arguments: [email, short])
            if isTaken == true { throw AccountRefusal.emailIsTaken }
            let until = isTemporary ? now + Accounts.temporaryForSeconds : nil
            return try Accounts.insert(
                NewAccount(
                    email: email, name: name, worker: short, role: role, agency: agency, password: hash,
                    temporaryUntil: until), at: now, in: database)
        }
    }

    /// A row of `users` to be.
    struct NewAccount: Sendable {
        let email, name, worker: String
        let role: Role
        let agency: AgencyID?
        /// The hash, or a text that no password has.
        let password: String
        var temporaryUntil: Int64?
    }

    static func insert(_ new: NewAccount, at now: Int64, in database: Database) throws -> Account {
        try database.execute(
            sql: """
                INSERT INTO users (email, name, worker, role, agency, password, addedAt, temporaryUntil)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                new.email, new.name, new.worker, new.role.rawValue, new.agency?.name, new.password, now,
                new.temporaryUntil,
            ])
        let id = database.lastInsertedRowID
        try Happening.added.note(in: database, of: id, at: now)
        return Account(
            id: id, email: new.email, name: new.name, worker: new.worker, role: new.role, agency: new.agency)
    }

    /// Everybody who may sign in, by name.
    public func all() async throws -> [Account] { try await people().filter { !$0.isDisabled }.map(\.account) }

    static func folded(_ email: String) -> String {
        String(email.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()).lowercased()
    }

    static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && !text.contains(where: \.isWhitespace)
    }

    static func shortName(of email: String) -> String {
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
