// SPDX-License-Identifier: MIT

import Synchronization

/// The secrets that are offered to those who set up a phone while they are signed in, until a code shows that one
/// arrived. In memory only: a restart offers another.
final class OfferedSecrets: Sendable {
    private let held = Mutex<[Int64: TOTPSecret]>([:])

    /// The same one until it is taken.
    func offer(to account: Account) -> TOTPSecret {
        held.withLock { held in
            let secret = held[account.id] ?? .random()
            held[account.id] = secret
            return secret
        }
    }

    func end(of account: Account) { held.withLock { $0[account.id] = nil } }
}
