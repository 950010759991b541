// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import GRDB
import WorkingTime

/// What came of a code.
enum CodeOutcome: Hashable, Sendable {
    case right
    /// A recovery code was, and so many are left.
    case rightRecoveryCode(left: Int)
    case wrong
    case wait(seconds: Int)
}

extension Accounts {
    /// Checks a code of the app or a recovery code, either of which is worth something once.
    func check(code typed: String, of account: Account, from visit: Visit) async throws -> CodeOutcome {
        let trying = Trying(email: account.email, prefix: "", device: "code")
        let wait = codeThrottle.waitSeconds(trying, now: clock())
        if wait > 0 { return .wait(seconds: wait) }
        let outcome = try await use(typed, of: account, from: visit)
        if outcome == .wrong {
            codeThrottle.failed(trying, now: clock())
        } else {
            codeThrottle.succeeded(trying)
        }
        return outcome
    }

    private func use(_ typed: String, of account: Account, from visit: Visit) async throws -> CodeOutcome {
        let (keys, now) = (keys, clock())
        return try await pool.write { database -> CodeOutcome in
            let bare = typed.filter { !$0.isWhitespace }
            let row = try Row.fetchOne(
                database, sql: "SELECT secondFactor, secondFactorStep FROM users WHERE id = ?", arguments: [account.id])
            let sealed: Data? = row?["secondFactor"]
            let used: Int64 = row?["secondFactorStep"] ?? 0
            if let secret = sealed.flatMap({ SecondFactorSeal.open($0, user: account.id, under: keys.secondFactors) }),
                let step = TOTP.step(of: bare, secret, at: now, after: used)
            {
                try database.execute(
                    sql: "UPDATE users SET secondFactorStep = ? WHERE id = ?", arguments: [step, account.id])
                return .right
            }
            if RecoveryCodes.isOne(bare) {
                try database.execute(
                    sql: "DELETE FROM recoveryCodes WHERE user = ? AND digest = ?",
                    arguments: [account.id, RecoveryCodes.digest(of: bare)])
                if database.changesCount == 1 {
                    try Happening.recoveryCodeUsed.note(
                        in: database, of: account.id, at: now.secondsSince1970, from: visit.address)
                    return .rightRecoveryCode(left: try Accounts.recoveryCodeCount(of: account, in: database))
                }
            }
            try Happening.wrongCode.note(in: database, of: account.id, at: now.secondsSince1970, from: visit.address)
            return .wrong
        }
    }

    /// Takes the offered secret as the account's second factor, if `code` shows that an app has it.
    ///
    /// Returns ten recovery codes, which are shown once; nil where the code is wrong.
    func enrol(_ secret: TOTPSecret, code: String, for account: Account) async throws -> [String]? {
        let bare = code.filter { !$0.isWhitespace }
        guard let step = TOTP.step(of: bare, secret, at: clock(), after: 0) else { return nil }
        let sealed = try SecondFactorSeal.seal(secret, user: account.id, under: keys.secondFactors)
        return try await change { database, now in
            try database.execute(
                sql: "UPDATE users SET secondFactor = ?, secondFactorStep = ? WHERE id = ?",
                arguments: [sealed, step, account.id])
            try Happening.secondFactorAdded.note(in: database, of: account.id, at: now)
            return try Accounts.newRecoveryCodes(for: account, in: database)
        }
    }

    /// Ten new recovery codes in place of those there were.
    func makeRecoveryCodes(for account: Account) async throws -> [String] {
        try await change { database, now in
            try Happening.recoveryCodesMade.note(in: database, of: account.id, at: now)
            return try Accounts.newRecoveryCodes(for: account, in: database)
        }
    }

    /// Takes somebody's second factor away, so that they set one up at the next sign-in, and ends their sessions.
    public func resetSecondFactor(_ email: String) async throws -> Account {
        try await change(of: email, .secondFactorReset) { database, account, _ in
            try database.execute(
                sql: "UPDATE users SET secondFactor = NULL, secondFactorStep = 0 WHERE id = ?", arguments: [account.id])
            try database.execute(sql: "DELETE FROM recoveryCodes WHERE user = ?", arguments: [account.id])
            return account
        }
    }

    /// Whether the account has one, and how many recovery codes are left.
    func secondFactor(of account: Account) async throws -> (isSet: Bool, recoveryCodes: Int) {
        try await pool.read { database in
            let isSet = try Bool.fetchOne(
                database, sql: "SELECT secondFactor IS NOT NULL FROM users WHERE id = ?", arguments: [account.id])
            return (isSet ?? false, try Accounts.recoveryCodeCount(of: account, in: database))
        }
    }

    private static func newRecoveryCodes(for account: Account, in database: Database) throws -> [String] {
        let codes = RecoveryCodes.make()
        try database.execute(sql: "DELETE FROM recoveryCodes WHERE user = ?", arguments: [account.id])
        for code in codes {
            try database.execute(
                sql: "INSERT INTO recoveryCodes (user, digest) VALUES (?, ?)",
                arguments: [account.id, RecoveryCodes.digest(of: code)])
        }
        return codes
    }

    private static func recoveryCodeCount(of account: Account, in database: Database) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT count(*) FROM recoveryCodes WHERE user = ?", arguments: [account.id]) ?? 0
    }
}

/// Seals the secrets of second factors with AES-256-GCM, each bound to its owner.
enum SecondFactorSeal {
    static func seal(_ secret: TOTPSecret, user: Int64, under key: SymmetricKey) throws -> Data {
        let box = try AES.GCM.seal(secret.bytes, using: key, authenticating: Data("second factor \(user)".utf8))
        guard let sealed = box.combined else { preconditionFailure("a nonce of the usual length combines") }
        return sealed
    }

    static func open(_ sealed: Data, user: Int64, under key: SymmetricKey) -> TOTPSecret? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: Data("second factor \(user)".utf8))
        else { return nil }
        return TOTPSecret(bytes: bytes)
    }
}
