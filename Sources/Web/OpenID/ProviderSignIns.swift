// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import Synchronization
import WorkingTime

/// A sign-in elsewhere that is under way: what must come back unchanged.
struct ProviderSignIn: BegunSignIn, Hashable, Sendable {
    /// Comes back in the token.
    let nonce: String
    /// What only we can show for the code (PKCE, RFC 7636).
    let verifier: String
    /// The browser it began in.
    let browser: Data
    let next: String
    /// Whether the provider must ask for the proof once more.
    let isAnew: Bool
    let startedAt: Instant

    static let lastsFor: Elapsed = .minutes(15)

    var challenge: String { Data(SHA256.hash(data: Data(verifier.utf8))).inAddress }
}

/// The sign-ins elsewhere that are under way, each under its `state`, in memory only. Each is taken up once.
final class ProviderSignIns: Sendable {
    private let held = Mutex<[Data: ProviderSignIn]>([:])

    /// Returns the `state`.
    func begin(_ begun: ProviderSignIn) -> String { held.withLock { $0.begin(begun) } }

    /// Takes it up in the browser in which it began; nil otherwise, and for a state that was taken up before.
    func take(_ state: String, browser: Data, at now: Instant) -> ProviderSignIn? {
        let found = held.withLock { $0.removeValue(forKey: Secrets.digest(of: state)) }
        guard let found, found.isOpen(at: now), Secrets.areEqual(found.browser, browser) else { return nil }
        return found
    }
}
