// SPDX-License-Identifier: MIT

import Foundation
import Synchronization
import WorkingTime

/// What is still asked of somebody before they are signed in.
public enum SignInStep: Hashable, Sendable {
    /// Their password was given to them: they choose their own.
    case newPassword
    /// A code of their second factor, or a recovery code.
    case code
    /// They must have a second factor and have none.
    case enrolment
}

/// Somebody who has given a right password, or signed in elsewhere, and of whom more is asked. It opens no page.
struct Halfway: BegunSignIn, Hashable, Sendable {
    let account: Account
    let visit: Visit
    let startedAt: Instant
    /// What is left to do, in order.
    var left: [SignInStep]
    /// The secret that is offered for a second factor, until a code proves that it arrived.
    var offered: TOTPSecret?
    var wrongCodes = 0

    /// For so long the steps may take.
    static let lastsFor: Elapsed = .minutes(15)
    /// After so many wrong codes the password is asked for again.
    static let mostWrongCodes = 5
}

/// The sign-ins that are under way, in memory only: a restart asks for the password again.
final class HalfwaySignIns: Sendable {
    private let held = Mutex<[Data: Halfway]>([:])

    /// Keeps it under a token of its own, which only the cookie then holds.
    func begin(_ halfway: Halfway) -> String { held.withLock { $0.begin(halfway) } }

    func find(_ token: String, at now: Instant) -> Halfway? {
        let digest = Secrets.digest(of: token)
        return held.withLock { held in
            guard let found = held[digest] else { return nil }
            if found.isOpen(at: now) { return found }
            held[digest] = nil
            return nil
        }
    }

    func change(_ token: String, _ change: (inout Halfway) -> Void) {
        held.withLock { held in
            guard var halfway = held[Secrets.digest(of: token)] else { return }
            change(&halfway)
            held[Secrets.digest(of: token)] = halfway
        }
    }

    func end(_ token: String) {
        _ = held.withLock { $0.removeValue(forKey: Secrets.digest(of: token)) }
    }

    /// Ends what anybody began for this account: its password, its role or its second factor was changed.
    func end(of account: Int64) {
        held.withLock { held in held = held.filter { $0.value.account.id != account } }
    }
}
