// SPDX-License-Identifier: MIT

import Foundation
import GRDB
import WorkingTime

/// What came of trying to sign in.
public enum SignInOutcome: Hashable, Sendable {
    /// The new session's token, which only the cookie holds.
    case signedIn(token: String, account: Account)
    /// More is asked before they are signed in; the token stands for what they have proved so far.
    case halfway(token: String, next: SignInStep, account: Account)
    /// Unknown address or wrong password: which of them is not said.
    case refused
    /// The right password, but it was given for three days and these are over.
    case temporaryPasswordIsOver
    case wait(seconds: Int)
    /// Too many sign in at this moment.
    case busy
}

extension Accounts {
    /// Signs in by password. `device` is the device that the browser's cookie names.
    func signIn(email: String, password: String, visit: Visit, device: KnownDevice) async throws -> SignInOutcome {
        let email = Accounts.folded(email)
        let isKnown = device.knows(email, under: keys.devices)
        let trying = Trying(email: email, prefix: visit.address, device: isKnown ? device.device : nil)
        let wait = throttle.waitSeconds(trying, now: clock())
        if wait > 0 { return .wait(seconds: wait) }
        let known = try await credentials(of: email)
        let typed = String(password.prefix(PasswordRefusal.mostBytes))
        do {
            let isRight = try await hasher.matches(typed, hash: known?.hash, isKnown ? .known : .unknown)
            guard isRight, let known, let account = known.account, !known.isDisabled else {
                throttle.failed(trying, now: clock())
                try await note(.wrongPassword, of: known?.account, from: visit)
                return .refused
            }
            throttle.succeeded(trying)
            if let until = known.temporaryUntil, until < clock().secondsSince1970 { return .temporaryPasswordIsOver }
            var steps: [SignInStep] = known.temporaryUntil == nil ? [] : [.newPassword]
            if known.hasSecondFactor {
                steps.append(.code)
            } else if rules.secondFactor.asks(account.role) {
                steps.append(.enrolment)
            }
            return try await proceed(account, steps, visit)
        } catch is TooManyAtOnce {
            return .busy
        }
    }

    /// Signs in who has proved everything; asks the others for what is left.
    func proceed(_ account: Account, _ steps: [SignInStep], _ visit: Visit) async throws -> SignInOutcome {
        guard let next = steps.first else {
            return .signedIn(token: try await begin(account, visit), account: account)
        }
        let halfway = Halfway(account: account, visit: visit, startedAt: clock(), left: steps)
        return .halfway(token: self.halfway.begin(halfway), next: next, account: account)
    }

    /// Takes the step that was done off what is left. Signs in where it was the last, under a token of its own.
    func stepDone(_ step: SignInStep, _ token: String) async throws -> SignInOutcome {
        guard let found = halfway.find(token, at: clock()), found.left.first == step else { return .refused }
        halfway.end(token)
        return try await proceed(found.account, Array(found.left.dropFirst()), found.visit)
    }

    struct Credentials: Sendable {
        let account: Account?
        let hash: String
        let isDisabled: Bool
        let hasSecondFactor: Bool
        let temporaryUntil: Int64?
    }

    private func credentials(of email: String) async throws -> Credentials? {
        try await pool.read { database in
            let row = try Row.fetchOne(
                database,
                sql: "SELECT *, secondFactor IS NOT NULL AS hasSecondFactor FROM users WHERE email = ?",
                arguments: [email])
            return row.map { row in
                let disabledAt: Int64? = row["disabledAt"]
                return Credentials(
                    account: Account(row: row), hash: row["password"], isDisabled: disabledAt != nil,
                    hasSecondFactor: row["hasSecondFactor"], temporaryUntil: row["temporaryUntil"])
            }
        }
    }

    /// Notes for the owner what was tried. For somebody unknown as much is written and thrown away, so that the time
    /// it takes tells nobody which of them it was.
    func note(_ happening: Happening, of account: Account?, from visit: Visit) async throws {
        let now = clock().secondsSince1970
        try await pool.write { database in
            try happening.note(in: database, of: account?.id ?? 0, at: now, from: account == nil ? "" : visit.address)
        }
    }
}
