// SPDX-License-Identifier: MIT

import Casework
import Procedures
import Synchronization
import WorkingTime

/// Remembers where duties stand until something happens, or until one of them stands otherwise by itself.
///
/// A board asks for the duties of every open episode at each look; they change only with an event of the child's or at
/// an instant that is known beforehand. Reasons are worked out only for those who ask for them.
final class DutyDesk: Sendable {
    private let shelf: ProtocolShelf
    private let kept = Mutex<[EpisodeID: Kept]>([:])

    private struct Kept: Sendable {
        let upTo: Int
        /// How many events there were that may change what governs: an adoption, a home's address.
        let partnership: Int
        let from: Instant
        /// The first instant at which something is otherwise; nil where nothing ever will be.
        let until: Instant?
        let standings: [DutyStanding]

        func holds(at instant: Instant) -> Bool { from <= instant && until.map { instant < $0 } ?? true }
    }

    init(shelf: ProtocolShelf) {
        self.shelf = shelf
    }

    /// Without reasons.
    func standings(of id: EpisodeID, in state: State, at instant: Instant) -> [DutyStanding] {
        guard let episode = state.episode(id), let child = state.child(episode.child) else { return [] }
        let upTo = child.entryCount
        let partnership = state.governingEventCount
        let known = kept.withLock { $0[id] }
        if let known, known.upTo == upTo, known.partnership == partnership, known.holds(at: instant) {
            return known.standings
        }
        let outlook = shelf.outlook(of: episode, in: state, at: instant)
        let fresh = Kept(
            upTo: upTo, partnership: partnership, from: instant, until: outlook.until,
            standings: outlook.standings)
        kept.withLock { $0[id] = fresh }
        return outlook.standings
    }

    /// Works everything out anew from here on: of what is erased, nothing is remembered.
    func forgetAll() { kept.withLock { $0.removeAll() } }

    /// With reasons, worked out for whoever asks.
    func explained(_ id: EpisodeID, in state: State, at instant: Instant) -> [DutyStanding] {
        guard let episode = state.episode(id) else { return [] }
        return shelf.standings(of: episode, in: state, at: instant)
    }
}
