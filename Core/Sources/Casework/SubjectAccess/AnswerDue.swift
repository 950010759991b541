// SPDX-License-Identifier: MIT

import WorkingTime

/// By when a request for one's own record is to be answered.
public enum AnswerDue {
    /// The last date in time. Counted from the day of receipt, or from the day on which identity was shown where that
    /// is later: the same date of the next month, its last day where it is shorter, and the next working day where that
    /// falls on a weekend or a bank holiday. Three months where the request is complex and the person was told so
    /// within the first. Source: UK GDPR article 12(3); the Information Commissioner's guidance on time limits.
    public static func lastDay(from start: CivilDate, isExtended: Bool, calendar: WorkingCalendar) -> CivilDate {
        let day = start.monthsLater(isExtended ? 3 : 1)
        return calendar.isWorkingDay(day) ? day : calendar.nextWorkingDay(after: day)
    }
}
