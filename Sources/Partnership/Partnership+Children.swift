// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

extension Partnership {
    /// Where each duty on the child's whole record stands: those that belong to no one episode.
    public func childStandings(of child: ChildID, in state: State, at instant: Instant) -> [DutyStanding] {
        childDuties.standings(of: child, in: state, at: instant)
    }

    /// Every trigger that fired for the child, in the order of time.
    public func firings(of child: ChildID, in state: State, at instant: Instant) -> [Firing] {
        childDuties.firings(of: child, in: state, at: instant)
    }

    /// The child's triage; nil where the protocol has none.
    public func triage(of child: ChildID, in state: State, at instant: Instant) -> TriageReading? {
        childDuties.triage(of: child, in: state, at: instant)
    }

    /// The children for whom something is outstanding that belongs to no one episode.
    public func childrenOwedSomething(in state: State, at instant: Instant) -> [ChildID] {
        childDuties.owing(in: state, at: instant)
    }

    /// The protocols that govern what is owed for a child beside any one episode.
    public func governing(_ child: ChildID, in state: State, at instant: Instant) -> GoverningPacks {
        shelf.governing(child, at: instant, in: state)
    }

}

extension Partnership {
    /// Where each duty on the child's whole record stands now.
    public func childStandings(of child: ChildID) -> [DutyStanding] { childStandings(of: child, in: state, at: now) }

    /// The protocols that govern what is owed for a child beside any one episode, now.
    public func governing(_ child: ChildID) -> GoverningPacks { governing(child, in: state, at: now) }
}
