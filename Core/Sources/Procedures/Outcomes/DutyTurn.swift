// SPDX-License-Identifier: MIT

import WorkingTime

/// From an instant on, one instance of a duty stands otherwise than before: a step of a ``DutyPast`` as a tally keeps it.
struct DutyTurn: Hashable, Comparable {
    /// Seconds since 1970.
    let at: Int64
    /// The duty's place in its pack, and how an instance of it stood and stands, in one number.
    let code: Int32

    /// `from` is nil where the instance was not listed before, and `to` where it no longer is.
    init(at instant: Instant, duty: Int, from: DutyState?, to: DutyState?) {
        at = instant.secondsSince1970
        code = Int32(duty * Self.steps + Self.place(of: from) * Self.stands + Self.place(of: to))
    }

    init(at: Int64, code: Int32) { (self.at, self.code) = (at, code) }

    /// The places, among all counts of a pack, of that in which the instance was counted, and of that in which it is.
    var places: (from: Int?, to: Int?) {
        let (duty, step) = (Int(code) / Self.steps, Int(code) % Self.steps)
        let (from, to) = (step / Self.stands, step % Self.stands)
        let first = duty * DutyState.allCases.count
        return (from == Self.none ? nil : first + from, to == Self.none ? nil : first + to)
    }

    /// The step back, which takes it off.
    var reversed: DutyTurn {
        let (duty, step) = (Int(code) / Self.steps, Int(code) % Self.steps)
        return DutyTurn(at: at, code: Int32(duty * Self.steps + step % Self.stands * Self.stands + step / Self.stands))
    }

    static func < (first: DutyTurn, second: DutyTurn) -> Bool { (first.at, first.code) < (second.at, second.code) }

    private static let none = DutyState.allCases.count
    private static let stands = none + 1
    private static let steps = stands * stands

    private static func place(of state: DutyState?) -> Int {
        state.map { DutyTotals.place(of: 0, $0) } ?? none
    }
}

extension DutyPast {
    /// Every step in it, one for each instance that came to stand otherwise.
    var turns: [DutyTurn] {
        var found: [DutyTurn] = []
        found.reserveCapacity(changes.count)
        var place = 0
        while place < changes.count {
            let change = changes[place]
            place += 1
            // An instance that goes from one state to another stands as two changes, one behind the other.
            if change.by == -1, place < changes.count {
                let next = changes[place]
                if next.by == 1, next.at == change.at, next.duty == change.duty {
                    found.append(DutyTurn(at: change.at, duty: change.duty, from: change.state, to: next.state))
                    place += 1
                    continue
                }
            }
            for _ in 0..<abs(change.by) {
                let (from, to) = change.by < 0 ? (change.state, nil) : (nil, change.state)
                found.append(DutyTurn(at: change.at, duty: change.duty, from: from, to: to))
            }
        }
        return found
    }
}
