// SPDX-License-Identifier: MIT

import Foundation
import WorkingTime

/// A sign-in that somebody began and has so long to finish.
protocol BegunSignIn: Sendable {
    static var lastsFor: Elapsed { get }
    var startedAt: Instant { get }
}

extension BegunSignIn {
    func isOpen(at now: Instant) -> Bool { now - startedAt < Self.lastsFor }
}

/// Those that are under way, each under the digest of a token that only the browser has.
extension Dictionary where Key == Data, Value: BegunSignIn {
    /// Keeps it under a token of its own, and returns that. Where there are too many, those that ran out go first.
    mutating func begin(_ begun: Value) -> String {
        let most = 10_000
        if count >= most {
            self = filter { $0.value.isOpen(at: begun.startedAt) }
            if count >= most { removeAll() }
        }
        let token = Secrets.token()
        self[Secrets.digest(of: token)] = begun
        return token
    }
}
