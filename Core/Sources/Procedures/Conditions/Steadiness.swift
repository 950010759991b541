// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// From when until when everything that was worked out stays as it is, if nothing is recorded.
struct Steadiness: Sendable {
    let now: Instant
    /// The last instant by now at which something changed.
    private(set) var from: Instant?
    /// The first instant after now at which something changes by itself; nil where nothing will.
    private(set) var until: Instant?

    init(at now: Instant) { self.now = now }

    /// What changes there changes here too.
    mutating func join(_ other: Steadiness) {
        for instant in [other.from, other.until].compactMap({ $0 }) { changes(at: instant) }
    }

    mutating func changes(at instant: Instant) {
        if now < instant {
            if until.map({ instant < $0 }) ?? true { until = instant }
        } else if from.map({ $0 < instant }) ?? true {
            from = instant
        }
    }
}

/// Somebody's allocation to the child in a role.
struct AllocatedSpan: Sendable {
    let role: Role
    let since: Instant
    let endedAt: Instant?

    init?(_ allocation: Allocation) {
        guard let role = Role(rawValue: allocation.role) else { return nil }
        (self.role, since, endedAt) = (role, allocation.since, allocation.endedAt)
    }

    func holds(at instant: Instant) -> Bool { since <= instant && (endedAt.map { instant < $0 } ?? true) }
}
