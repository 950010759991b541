// SPDX-License-Identifier: MIT

import Casework
import Procedures
import Synchronization
import WorkingTime

/// Remembers where the area's own duties stand for a minute, or until something happens.
///
/// Triggers for places look at every episode from a place, which is too much to do for each look at one page. What the
/// area owes is due by dates, so that a minute makes no difference to anybody.
final class AreaDesk: Sendable {
    private let shelf: ProtocolShelf
    private let kept = Mutex<Kept?>(nil)

    private struct Kept: Sendable {
        let position: Position
        let minute: Int64
        let standings: [AreaStandings]
    }

    init(shelf: ProtocolShelf) {
        self.shelf = shelf
    }

    /// Works everything out anew from here on.
    func forgetAll() { kept.withLock { $0 = nil } }

    func standings(in state: State, at instant: Instant) -> [AreaStandings] {
        let minute = instant.secondsSince1970 / 60
        let known = kept.withLock { $0 }
        if let known, known.position == state.position, known.minute == minute { return known.standings }
        let standings = shelf.areaStandings(in: state, at: instant)
        kept.withLock { $0 = Kept(position: state.position, minute: minute, standings: standings) }
        return standings
    }
}
