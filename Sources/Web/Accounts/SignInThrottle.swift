// SPDX-License-Identifier: MIT

import Synchronization
import WorkingTime

/// Slows down guessing without locking anybody out.
///
/// A delay belongs to one account as tried from one address: who guesses from elsewhere doesn't hold up its owner.
/// An address that guesses at many accounts is slowed as well, later.
final class SignInThrottle: Sendable {
    private struct Tries {
        var failures = 0
        var notBefore: Int64 = 0
    }

    private let tries = Mutex<[String: Tries]>([:])
    /// So many tries are free before the first delay.
    private let freeTries = 5
    private let freeTriesOfAddress = 50
    private let longestDelaySeconds: Int64 = 60
    private let mostKept = 20_000

    /// How many seconds `email` must wait before the next try from `address`; 0 where it need not.
    func waitSeconds(email: String, address: String, now: Instant) -> Int {
        tries.withLock { tries in
            let notBefore = max(tries["\(email) \(address)"]?.notBefore ?? 0, tries[address]?.notBefore ?? 0)
            return Int(max(0, notBefore - now.secondsSince1970))
        }
    }

    func failed(email: String, address: String, now: Instant) {
        tries.withLock { tries in
            if tries.count > mostKept { tries.removeAll() }
            count("\(email) \(address)", free: freeTries, now: now, in: &tries)
            count(address, free: freeTriesOfAddress, now: now, in: &tries)
        }
    }

    func succeeded(email: String, address: String) {
        tries.withLock { $0["\(email) \(address)"] = nil }
    }

    private func count(_ key: String, free: Int, now: Instant, in tries: inout [String: Tries]) {
        var held = tries[key] ?? Tries()
        held.failures += 1
        if held.failures >= free {
            let delay = min(longestDelaySeconds, 1 << Int64(min(held.failures - free, 6)))
            held.notBefore = now.secondsSince1970 + delay
        }
        tries[key] = held
    }
}
