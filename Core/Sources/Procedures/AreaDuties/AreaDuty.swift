// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A duty that no one child's record gives rise to: a report to the board, an audit, a meeting about a place.
public struct AreaDuty: Sendable {
    public let id: String
    public let who: Role
    /// The other roles that may owe it, in order.
    public let orElse: [Role]
    /// An imperative sentence.
    public let what: String
    public let clock: AreaClock
    /// What discharges it: an event of the partnership.
    public let doneBy: Match
    public let escalation: Escalation?
    public let isLocalChoice: Bool
    public let note: String?
    public let source: String
}

/// What makes a duty of the area due.
public enum AreaClock: Sendable {
    /// Again and again: instance n covers its own period, counted in dates from `from`, and is due at the end of its
    /// last date. Without `from`, the date from which the pack is in force.
    case every(CalendarPeriod, from: CivilDate?)
    /// Once for each firing of a trigger for a place or a group, within a length of it.
    case trigger(String, due: DueRule)
}
