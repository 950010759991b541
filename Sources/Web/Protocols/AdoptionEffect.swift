// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// What an adoption would change for the episodes of today, worked out without recording anything.
struct AdoptionEffect {
    /// Episodes that are not closed, and how many of them would be governed otherwise.
    let unclosed: Int
    let governedOtherwise: Int
    /// Episodes that are closed, and would now be looked back on under the new protocol.
    let lookedBackOn: Int
    /// Duties that would be outstanding now and are not, and the other way round, with how many times.
    let newlyOwed: [(title: String, count: Int)]
    let noLongerOwed: [(title: String, count: Int)]

    init(_ act: Act, by actor: Actor, at now: Instant, shelf: ProtocolShelf, state: State) {
        var after = state
        after.apply(
            Event(act.word, occurredAt: act.occurredAt, recordedAt: now, by: actor, details: act.details),
            at: state.position.next)
        var (unclosed, otherwise, closed) = (0, 0, 0)
        var (came, went): ([String: Int], [String: Int]) = ([:], [:])
        for episode in state.episodes.values {
            let isUnclosed = episode.facts.stage != .closed
            if isUnclosed { unclosed += 1 }
            let (old, new) = (shelf.governing(episode, in: state), shelf.governing(episode, in: after))
            guard old.ids != new.ids else { continue }
            guard isUnclosed else {
                closed += 1
                continue
            }
            otherwise += 1
            let (before, then) = (
                Self.outstanding(episode, shelf, state, now), Self.outstanding(episode, shelf, after, now)
            )
            for duty in then.subtracting(before) { came[duty, default: 0] += 1 }
            for duty in before.subtracting(then) { went[duty, default: 0] += 1 }
        }
        (self.unclosed, governedOtherwise, lookedBackOn) = (unclosed, otherwise, closed)
        newlyOwed = Self.counted(came)
        noLongerOwed = Self.counted(went)
    }

    private static func outstanding(
        _ episode: Episode, _ shelf: ProtocolShelf, _ state: State, _ now: Instant
    ) -> Set<String> {
        let standings = shelf.standings(of: episode, in: state, at: now)
        return Set(standings.filter { $0.state.isOutstanding }.map(\.duty))
    }

    private static func counted(_ counts: [String: Int]) -> [(title: String, count: Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (Duty.shortTitle(of: $0.key), $0.value) }
    }
}
