// SPDX-License-Identifier: MIT

import Foundation
import Synchronization
import WorkingTime

/// How much each session, and each address that nobody is signed in from, may still ask for.
///
/// Who is signed in is counted by their session alone, so that nobody behind the same proxy or router can use up
/// somebody else's requests.
final class RequestRates: Sendable {
    private struct Bucket {
        var left: Double
        var at: Int64
    }

    /// Whose requests are counted: a session's by the digest of its token, a program's, else an address's.
    private enum Key: Hashable {
        case session(Data)
        case address(String)
        case client(Int64)

        var isKnown: Bool { if case .address = self { false } else { true } }
    }

    private struct Held {
        var buckets: [Key: Bucket] = [:]
        /// Sessions that were found to hold, by the digest of their token.
        var sessions: Set<Data> = []
        var streams: [String: Int] = [:]
    }

    private let held = Mutex(Held())
    private let mostKept = 50_000
    private let limits: RequestLimits

    init(_ limits: RequestLimits) { self.limits = limits }

    /// Takes one request of the session; the seconds to wait where there is none left.
    func take(session digest: Data, now: Instant) -> Int? {
        take(
            .session(digest), burst: limits.burstOfSession, perSecond: limits.perSecondOfSession, now: now)
    }

    /// Takes one request of an address.
    func take(address: String, now: Instant) -> Int? {
        take(
            .address(NetworkAddress.limitKey(address)), burst: limits.burstOfAddress,
            perSecond: limits.perSecondOfAddress, now: now)
    }

    /// Takes one request of a program.
    func take(client: Int64, now: Instant) -> Int? {
        take(.client(client), burst: limits.burstOfClient, perSecond: limits.perSecondOfClient, now: now)
    }

    func isKnown(session digest: Data) -> Bool { held.withLock { $0.sessions.contains(digest) } }

    func know(session digest: Data) {
        held.withLock { held in
            if held.sessions.count >= mostKept { held.sessions.removeAll() }
            held.sessions.insert(digest)
        }
    }

    /// Counts one more stream of the session that `key` stands for; false where it has too many.
    func beginStream(_ key: String) -> Bool {
        held.withLock { held in
            let open = held.streams[key, default: 0]
            guard open < limits.mostStreamsOfSession else { return false }
            held.streams[key] = open + 1
            return true
        }
    }

    func endStream(_ key: String) {
        held.withLock { held in
            guard let open = held.streams[key] else { return }
            held.streams[key] = open > 1 ? open - 1 : nil
        }
    }

    private func take(_ key: Key, burst: Int, perSecond: Int, now: Instant) -> Int? {
        let second = now.secondsSince1970
        return held.withLock { held in
            if held.buckets.count >= mostKept { RequestRates.forgetFull(&held.buckets, burst, perSecond, second) }
            var bucket = held.buckets[key] ?? Bucket(left: Double(burst), at: second)
            bucket.left = min(Double(burst), bucket.left + Double(max(0, second - bucket.at) * Int64(perSecond)))
            bucket.at = second
            defer { held.buckets[key] = bucket }
            guard bucket.left >= 1 else { return max(1, 1 / max(1, perSecond)) }
            bucket.left -= 1
            return nil
        }
    }

    /// What would be full by now says nothing; where that isn't enough, addresses begin anew.
    private static func forgetFull(
        _ buckets: inout [Key: Bucket], _ burst: Int, _ perSecond: Int, _ second: Int64
    ) {
        let longest = Int64(burst / max(1, perSecond) + 1)
        buckets = buckets.filter { second - $0.value.at < longest }
        if buckets.count >= 50_000 { buckets = buckets.filter(\.key.isKnown) }
        if buckets.count >= 50_000 { buckets.removeAll() }
    }
}
