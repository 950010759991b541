// SPDX-License-Identifier: MIT

import Synchronization

/// How many requests were answered, how, and how long that took. Addresses are counted by their pattern, in which nobody's
/// number stands, and nothing is counted by who asked.
final class RequestCounts: Sendable {
    struct Address: Hashable, Comparable, Sendable {
        let route, method: String
        let status: Int

        static func < (one: Address, other: Address) -> Bool {
            (one.route, one.method, one.status) < (other.route, other.method, other.status)
        }
    }

    /// How long answers of one kind took.
    struct Durations: Sendable {
        /// How many took no longer than each of ``RequestCounts/steps``.
        var within = [Int](repeating: 0, count: RequestCounts.steps.count)
        var count = 0
        var sumSeconds = 0.0
    }

    struct Counted: Sendable {
        var answers: [Address: Int] = [:]
        var durations: [String: Durations] = [:]
        /// Begun, and not answered yet.
        var underWay = 0
    }

    /// In seconds, each longer than the one before.
    static let steps: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let counted = Mutex(Counted())

    var now: Counted { counted.withLock { $0 } }

    func begin() { counted.withLock { $0.underWay += 1 } }

    func end(_ address: Address, kind: String, seconds: Double) {
        counted.withLock { counted in
            counted.underWay -= 1
            counted.answers[address, default: 0] += 1
            var durations = counted.durations[kind] ?? Durations()
            durations.count += 1
            durations.sumSeconds += seconds
            for (place, step) in Self.steps.enumerated() where seconds <= step { durations.within[place] += 1 }
            counted.durations[kind] = durations
        }
    }
}
