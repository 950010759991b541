// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Where the duties of an episode stand at an instant, and how long they do if nothing is recorded.
public struct DutyOutlook: Sendable {
    public let standings: [DutyStanding]
    /// Since when they have stood so; nil where nothing had happened yet.
    public let from: Instant?
    /// The first instant at which one of them stands otherwise; nil where none ever will. Who owes it may change before.
    public let until: Instant?
    /// The first instant at which somebody else may owe one of them, because the office opens or closes.
    public let ownersUntil: Instant?

    init(standings: [DutyStanding], _ course: Course) {
        self.standings = standings
        let officeTurn =
            course.officeDecidesNeed || course.officeDecidesOwner
            ? course.officeHours.nextTurn(after: course.now, in: course.calendars) : nil
        if course.officeDecidesNeed {
            course.steady.changes(at: course.now)
            if let officeTurn { course.steady.changes(at: officeTurn) }
        }
        from = course.steady.from
        until = course.steady.until
        ownersUntil = course.officeDecidesOwner ? officeTurn : nil
    }

    /// The first instant at which anything is otherwise.
    public var keepsUntil: Instant? {
        guard let until, let ownersUntil else { return until ?? ownersUntil }
        return min(until, ownersUntil)
    }
}

extension OfficeHours {
    /// When the office next opens or closes; nil where it opens on no day of the year that follows.
    fileprivate func nextTurn(after instant: Instant, in calendars: Calendars) -> Instant? {
        guard isOpen(at: instant, in: calendars) else { return nextOpening(after: instant, in: calendars.working) }
        let date = London.date(of: instant)
        guard closesSecondOfDay < 86_400 else { return London.startOfDay(date.next) }
        return London.instantOrChange(at: LocalTime(date: date, secondOfDay: closesSecondOfDay))
    }
}
