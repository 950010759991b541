// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// One opening of what was held back, with the child whose record it is.
struct Opening: Sendable {
    let child: Child
    let glass: GlassBreak
    /// By when somebody else is to look at it: the next working day.
    let reviewDue: Due

    func isOverdue(at now: Instant) -> Bool { glass.reviewedAt == nil && reviewDue.lastInstant < now }
}

/// Openings as one reader may know of them.
struct Openings: Sendable {
    let state: State
    let access: Access
    let calendars: Calendars

    /// Those of others that this reader may review and nobody has, the oldest first.
    func awaitingReview(among children: [ChildID]) -> [Opening] {
        children.filter { access.mayRecord(.glassBreakReviewed, on: $0) && access.maySee(.audit, of: $0) }
            .flatMap { all(of: $0) }
            .filter { $0.glass.reviewedAt == nil && $0.glass.worker != access.actor.worker }
            .sorted { ($0.glass.brokenAt, $0.glass.position) < ($1.glass.brokenAt, $1.glass.position) }
    }

    /// Those of others that are open now, of records that this reader keeps: an allocated worker, or who reviews them.
    func open(among children: [ChildID], at now: Instant) -> [Opening] {
        children.filter { id in
            (access.actor.role.isSocialCare && access.worksWith(id) && access.maySee(.identity, of: id))
                || (access.mayRecord(.glassBreakReviewed, on: id) && access.maySee(.audit, of: id))
        }.flatMap { all(of: $0) }
            .filter { $0.glass.isOpen(at: now) && $0.glass.worker != access.actor.worker }
    }

    /// Every opening of a child's record, the newest last.
    func all(of id: ChildID) -> [Opening] {
        guard let child = state.child(id) else { return [] }
        return child.facts.protection.glassBreaks.map { glass in
            let due = deadline(
                .workingDays(1), from: glass.brokenAt, working: calendars.working, school: calendars.school
            ).due
            return Opening(child: child, glass: glass, reviewDue: due)
        }
    }
}
