// SPDX-License-Identifier: MIT

import Synchronization
import WorkingTime

/// Who tries: which account, from which network, and whether its owner signed in from that device before.
struct Trying: Hashable, Sendable {
    let email: String
    /// Whole for IPv4, the first half for IPv6.
    let prefix: String
    /// The device's name, where the account's owner is known there.
    let device: String?

    /// What is counted, with how many tries are free. A known device is counted by itself alone, so that nobody else's
    /// tries hold up its owner.
    fileprivate var counted: [(key: String, free: Int)] {
        if let device { return [("device \(device) \(email)", 8)] }
        return [("\(email) \(prefix)", 5), ("from \(prefix)", 50), ("to \(email)", 100)]
    }
}

/// Slows down guessing without locking anybody out.
///
/// A delay belongs to one account as tried from one network, then to a network that tries many accounts, then to an
/// account that is tried from many networks; and to none of them for a device from which its owner signed in before.
final class SignInThrottle: Sendable {
    private struct Tries {
        var failures = 0
        var notBefore: Int64 = 0
        var lastAt: Int64 = 0
    }

    private let tries = Mutex<[String: Tries]>([:])
    private let longestDelaySeconds: Int64 = 60
    /// Failures are forgotten after so long without another.
    private let forgottenAfterSeconds: Int64 = 30 * 60
    private let mostKept = 20_000

    /// How many seconds to wait before the next try; 0 where there is no need to.
    func waitSeconds(_ trying: Trying, now: Instant) -> Int {
        tries.withLock { tries in
            let notBefore = trying.counted.map { tries[$0.key]?.notBefore ?? 0 }.max() ?? 0
            return Int(max(0, notBefore - now.secondsSince1970))
        }
    }

    func failed(_ trying: Trying, now: Instant) {
        let now = now.secondsSince1970
        tries.withLock { tries in
            if tries.count > mostKept {
                tries = tries.filter { now - $0.value.lastAt < forgottenAfterSeconds }
                if tries.count > mostKept { tries.removeAll() }
            }
            for (key, free) in trying.counted { count(key, free: free, now: now, in: &tries) }
        }
    }

    func succeeded(_ trying: Trying) {
        tries.withLock { tries in
            if let first = trying.counted.first { tries[first.key] = nil }
        }
    }

    private func count(_ key: String, free: Int, now: Int64, in tries: inout [String: Tries]) {
        var held = tries[key] ?? Tries()
        if now - held.lastAt > forgottenAfterSeconds { held.failures = 0 }
        held.failures += 1
        held.lastAt = now
        if held.failures >= free {
            held.notBefore = now + min(longestDelaySeconds, 1 << Int64(min(held.failures - free, 6)))
        }
        tries[key] = held
    }
}
