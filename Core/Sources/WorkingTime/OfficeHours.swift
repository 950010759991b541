// SPDX-License-Identifier: MIT

/// When an office answers: from opening to closing on its weekdays, never on a bank holiday (ruling 12).
public struct OfficeHours: Hashable, Sendable {
    /// The days of the week on which it opens, bank holidays apart.
    public let weekdays: Set<Weekday>

    /// The second of the day at which it opens, 0–86,399: already open.
    public let opensSecondOfDay: Int

    /// The second of the day at which it closes, up to 86,400: no longer open.
    public let closesSecondOfDay: Int

    /// Nil where it would close before it opens or the times are no times of a day.
    public init?(weekdays: Set<Weekday>, opensSecondOfDay: Int, closesSecondOfDay: Int) {
        guard 0 <= opensSecondOfDay, opensSecondOfDay < closesSecondOfDay, closesSecondOfDay <= 86_400 else {
            return nil
        }
        self.weekdays = weekdays
        self.opensSecondOfDay = opensSecondOfDay
        self.closesSecondOfDay = closesSecondOfDay
    }

    /// Whether the office answers at `instant`: opening time included, closing time not.
    public func isOpen(at instant: Instant, in calendar: WorkingCalendar) -> Bool {
        let local = London.localTime(of: instant)
        return (opensSecondOfDay..<closesSecondOfDay).contains(local.secondOfDay) && opens(on: local.date, in: calendar)
    }

    /// The first opening later than `instant`, or nil where the office opens on no day of the year that follows.
    public func nextOpening(after instant: Instant, in calendar: WorkingCalendar) -> Instant? {
        let today = London.date(of: instant)
        for days in 0...366 {
            let date = today.adding(days: days)
            guard opens(on: date, in: calendar) else { continue }
            let opening = London.instantOrChange(at: LocalTime(date: date, secondOfDay: opensSecondOfDay))
            if opening > instant { return opening }
        }
        return nil
    }

    private func opens(on date: CivilDate, in calendar: WorkingCalendar) -> Bool {
        weekdays.contains(date.weekday) && calendar.bankHolidays.holidays[date] == nil
    }
}
