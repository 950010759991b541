// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

extension Partnership {
    /// Where each duty on the child's whole record stands now: those that belong to no one episode.
    public func childStandings(of child: ChildID) -> [DutyStanding] {
        childDuties.standings(of: child, in: state, at: now)
    }

    /// Every trigger that fired for the child, in the order of time.
    public func firings(of child: ChildID) -> [Firing] { childDuties.firings(of: child, in: state, at: now) }

    /// The child's triage now; nil where the protocol has none.
    public func triage(of child: ChildID) -> TriageReading? { childDuties.triage(of: child, in: state, at: now) }

    /// The children for whom something is outstanding that belongs to no one episode.
    public func childrenOwedSomething() -> [ChildID] { childDuties.owing(in: state, at: now) }

    /// The protocols that govern what is owed for a child beside any one episode.
    public func governing(_ child: ChildID) -> GoverningPacks { shelf.governing(child, at: now, in: state) }
}
