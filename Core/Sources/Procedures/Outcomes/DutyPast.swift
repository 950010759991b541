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
        let parts = CourseParts(episode, child: child, others: others, at: now)
        let (course, firings) = course(parts, of: episode, child: child, episodes: others)
        guard course.first != nil else {
            return DutyPast(changes: [], through: now, until: course.steady.until)
        }
        return withExtendedLifetime(firings) {
            let reckoning = Reckoning(course, pack: pack, withReasons: false)
            let following = Following(reckoning)
            following.followAll()
            var changes = following.changes
            if !following.watched.isEmpty {
                let watch = DutyWatch(self, reckoning, parts, episode, child)
                watch.watch(following.watched)
                changes += watch.changes
                if let until = watch.until { course.steady.changes(at: until) }
            }
            noteOthers(others, firings, in: course)
            return DutyPast(changes: changes, through: now, until: DutyOutlook(standings: [], course).until)
        }
    }
}
