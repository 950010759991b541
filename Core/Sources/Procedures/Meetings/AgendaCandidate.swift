// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A child whom the protocol wants on a panel's agenda, and why: the triggers that fired, by which episodes.
public struct AgendaCandidate: Hashable, Sendable {
    public let child: ChildID
    /// The duties that the panel owes for this child.
    public let duties: [DutyStanding]
    /// The firings that made them, the newest last: each names the episodes that counted, and says why in sentences.
    public let firings: [Firing]
    /// The entry that put the child on an agenda of this kind since the newest firing.
    public let placed: Mark?

    /// When the earliest of what is owed is due.
    public var due: Due? {
        duties.compactMap(\.due).min { $0.lastInstant < $1.lastInstant }
    }

    /// Whether the child is still to be put on the agenda.
    public var isLacking: Bool { placed == nil }

    /// What `standings` and `firings` of the child say about an agenda of the kind; nil where nothing is owed there.
    public init?(
        _ child: ChildID, kind: String, standings: [DutyStanding], firings: [Firing], marks: [Mark]
    ) {
        let owed = standings.filter { $0.state.isOutstanding && $0.meetingKind == kind }
        guard !owed.isEmpty else { return nil }
        let ids = Set(owed.map(\.duty))
        self.child = child
        duties = owed
        self.firings = firings.filter { !$0.isUndone && !$0.isDealtWith && !ids.isDisjoint(with: $0.makes) }
        let since = owed.compactMap(\.from).min()
        placed = marks.last { mark in
            mark.word == .placedOnAgenda && mark.details.word(.kind) == kind
                && since.map { $0 <= mark.clockTime } ?? true
                && !marks.contains { $0.takesOff(mark) }
        }
    }
}

extension State {
    /// Everything that stands of the child and of their episodes, in the order of the ledger.
    public func standingMarks(of id: ChildID) -> [Mark] {
        let own = child(id)?.history.standing ?? []
        return (own + episodes(of: id).flatMap(\.history.standing)).sorted { $0.position < $1.position }
    }
}
