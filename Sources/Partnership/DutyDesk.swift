// SPDX-License-Identifier: MIT

import Casework
import Procedures
import Synchronization
import WorkingTime

/// Remembers where duties stand until something happens, or until a clock runs out.
///
/// A board asks for the duties of every open episode at each look; they change only with an event of the child's or at
/// an instant that they themselves name.
final class DutyDesk: Sendable {
    private let shelf: ProtocolShelf
    private let kept = Mutex<[EpisodeID: Kept]>([:])

    private struct Kept: Sendable {
        let upTo: Int
        /// How many events of the partnership there were: an adoption or a home's address may change what governs.
        let partnership: Int
        let from: Instant
        /// The first instant at which something is otherwise.
        let until: Instant
        let standings: [DutyStanding]
    }

    init(shelf: ProtocolShelf) {
        self.shelf = shelf
    }

    func standings(of id: EpisodeID, in state: State, at instant: Instant) -> [DutyStanding] {
        guard let episode = state.episode(id), let child = state.child(episode.child) else { return [] }
        let upTo = child.entryCount
        let partnership = state.partnershipEvents.count
        let known = kept.withLock { $0[id] }
        if let known, known.upTo == upTo, known.partnership == partnership, known.from <= instant, instant < known.until
        {
            return known.standings
        }
        let standings = shelf.standings(of: episode, in: state, at: instant)
        let fresh = Kept(
            upTo: upTo, partnership: partnership, from: instant, until: Self.nextChange(of: standings, after: instant),
            standings: standings
        )
        kept.withLock { $0[id] = fresh }
        return standings
    }

    /// Conditions such as office hours may also turn by themselves, so nothing is kept for over a minute.
    private static func nextChange(of standings: [DutyStanding], after instant: Instant) -> Instant {
        var next = instant + .minutes(1)
        for standing in standings {
            if let from = standing.from, instant < from { next = min(next, from) }
            if let due = standing.due?.lastInstant, instant <= due { next = min(next, due + Elapsed(seconds: 1)) }
        }
        return next
    }
}
