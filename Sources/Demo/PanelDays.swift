// SPDX-License-Identifier: MIT

import WorkingTime

/// When the invented area's panels sit: every four weeks at ten in the morning, on working days, and never at Christmas.
struct PanelDays {
    let now: Instant
    let calendar: WorkingCalendar

    static let lastHeldDaysAgo = 22
    static let daysBetween = 28

    /// The last panel, one so many before it, or the next (-1).
    func panel(before last: Int) -> Instant {
        let days = -(Self.lastHeldDaysAgo + last * Self.daysBetween)
        let date = London.date(of: now).adding(days: days)
        let isHoliday = (date.month == 12 && 22 < date.day) || (date.month == 1 && date.day < 3)
        // What was to be held is held a week sooner, what is to come a week later.
        return morning(of: isHoliday ? days + (days < 0 ? -7 : 7) : days)
    }

    /// Ten in the morning of the working day that is so many days from now, or of the next after it.
    func morning(of days: Int) -> Instant {
        let date = London.date(of: now).adding(days: days)
        return London.startOfDay(calendar.isWorkingDay(date) ? date : calendar.nextWorkingDay(after: date)) + .hours(10)
    }
}
