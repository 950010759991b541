// SPDX-License-Identifier: MIT

import WorkingTime

/// One instance of a duty over time: from when it was listed, and how it stood at each instant since.
struct DutySpan {
    /// From when it was listed: when its need began, or its own stretch of a repeating clock.
    let listed: Instant
    let standing: DutyStanding

    /// How it stood at `instant`, by all that is known now; nil before it was listed.
    func state(at instant: Instant) -> DutyState? {
        if instant < listed { return nil }
        if let ended = standing.endedAt, ended <= instant { return standing.state }
        if let from = standing.from, instant < from { return .notYet }
        return standing.due?.isOverdue(at: instant) ?? false ? .overdue : .owed
    }

    /// The instants at which it came to stand otherwise.
    var turns: [Instant] {
        let overdue = standing.due.map { $0.lastInstant + Elapsed(seconds: 1) }
        return [listed, standing.from, overdue, standing.endedAt].compactMap { $0 }
    }
}
