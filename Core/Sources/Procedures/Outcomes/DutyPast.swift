// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How many instances of each of an episode's duties stood how, from its beginning to an instant, by all that is
/// recorded: worked out once, and then read for any instant up to there.
public struct DutyPast: Sendable {
    /// In no order of time.
    let changes: [Change]
    /// The instant up to which it was worked out.
    public let through: Instant
    /// The first instant after it at which something changes by itself; nil where nothing will.
    public let until: Instant?

    /// From an instant on, one instance more of a duty stands so, or one less.
    struct Change: Sendable {
        let at: Instant
        /// The duty's place in its pack.
        let duty: Int
        let state: DutyState
        let by: Int
    }

    /// How many instances of each duty of `pack` stood how at an instant up to ``through``.
    public func totals(at instant: Instant, of pack: ProtocolPack) -> DutyTotals {
        var totals = DutyTotals(of: pack)
        for change in changes where change.at <= instant { totals.add(change) }
        return totals
    }
}

extension DutyBook {
    /// How the duties of an episode have stood up to `now`, by all that is in `episode` and `child`; in the time of a
    /// single answer about one instant.
    ///
    /// What is said of an instant equals what ``standings(of:child:others:at:withReasons:)`` says of it.
    public func past(of episode: Episode, child: Child, others: [Episode], through now: Instant) -> DutyPast {
        let (course, firings) = course(of: episode, child: child, episodes: others, at: now)
        guard let first = course.first else {
            return DutyPast(changes: [], through: now, until: course.steady.until)
        }
        return withExtendedLifetime(firings) {
            var following = Following(Reckoning(course, pack: pack, withReasons: false))
            following.followAll()
            var changes = following.changes
            let watched = following.watched
            if !watched.isEmpty {
                let until = watch(
                    watched, of: episode, child: child, others: others, from: first, through: now, into: &changes)
                if let until { course.steady.changes(at: until) }
            }
            noteOthers(others, firings, in: course)
            return DutyPast(
                changes: changes, through: now, until: DutyOutlook(standings: [], course).until)
        }
    }

    /// Asks how some duties stood each time that something about them changed, where that doesn't follow from how they
    /// stand now: their clocks wait for other duties, or a later word may have moved them.
    private func watch(
        _ duties: [Int], of episode: Episode, child: Child, others: [Episode], from first: Instant,
        through now: Instant, into changes: inout [DutyPast.Change]
    ) -> Instant? {
        var stood: [DutyPast.Stand: Int] = [:]
        var next: Instant? = first
        while let instant = next, instant <= now {
            let (course, firings) = course(of: episode, child: child, episodes: others, at: instant)
            var stands: [DutyPast.Stand: Int] = [:]
            withExtendedLifetime(firings) {
                let reckoning = Reckoning(course, pack: pack, withReasons: false, only: duties)
                for duty in duties {
                    for standing in reckoning.standings(of: duty) {
                        stands[DutyPast.Stand(duty: duty, state: standing.state), default: 0] += 1
                    }
                }
                noteOthers(others, firings, in: course)
            }
            for stand in Set(stands.keys).union(stood.keys) {
                let change = (stands[stand] ?? 0) - (stood[stand] ?? 0)
                if change != 0 {
                    changes.append(
                        DutyPast.Change(at: instant, duty: stand.duty, state: stand.state, by: change))
                }
            }
            stood = stands
            next = DutyOutlook(standings: [], course).until
        }
        return next
    }
}

extension DutyPast {
    fileprivate struct Stand: Hashable {
        let duty: Int
        let state: DutyState
    }
}
