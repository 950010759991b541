// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Synchronization
import WorkingTime

/// Boards as they were last written, one for each person who looks at one.
///
/// A board is written anew with every event, and after ten seconds in any case, since clocks run on it.
final class BoardMemory: Sendable {
    struct Written: Sendable {
        let heading: String
        let page: HTML
        let part: HTML
        /// Whom it shows.
        let children: [ChildID]
        fileprivate let position: Position
        fileprivate let at: Instant
    }

    private static let freshForSeconds: Int64 = 10
    private static let mostPeople = 1_000
    private let written = Mutex<[Actor: Written]>([:])

    /// Every board is written anew: of what is erased, nothing is remembered.
    func forgetAll() { written.withLock { $0.removeAll() } }

    func board(of actor: Actor, in state: State, now: Instant, write: () -> BoardView) -> Written {
        if let known = written.withLock({ $0[actor] }), known.position == state.position, known.at <= now,
            (now - known.at).seconds < Self.freshForSeconds
        {
            return known
        }
        let view = write()
        let fresh = Written(
            heading: view.heading, page: view.page, part: view.part, children: view.model.children,
            position: state.position, at: now)
        written.withLock { written in
            if Self.mostPeople <= written.count { written.removeAll() }
            written[actor] = fresh
        }
        return fresh
    }
}
