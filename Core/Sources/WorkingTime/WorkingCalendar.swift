// SPDX-License-Identifier: MIT

/// Which dates are working days: neither at the weekend nor a bank holiday.
public struct WorkingCalendar: Hashable, Sendable {
    /// The holidays it counts by.
    public let bankHolidays: BankHolidays

    public init(bankHolidays: BankHolidays) {
        self.bankHolidays = bankHolidays
    }

    /// Whether `date` is neither at the weekend nor a bank holiday.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        !date.isWeekend && bankHolidays.holidays[date] == nil
    }

    /// "Saturday", "Sunday" or the holiday's title; nil on a working day.
    public func nonWorkingReason(_ date: CivilDate) -> String? {
        let weekday = date.weekday
        return weekday.isWeekend ? weekday.name : bankHolidays.holidays[date]
    }

    /// Whether what is said of `date` may still change because bank holidays are not published for it.
    public func isProvisional(_ date: CivilDate) -> Bool {
        !bankHolidays.covers(date)
    }

    /// The first working day after `date`.
    public func nextWorkingDay(after date: CivilDate) -> CivilDate {
        var day = date.next
        while !isWorkingDay(day) { day = day.next }
        return day
    }

    /// How many working days there are after `start`, up to and with `end`; 0 where `end` is not later.
    public func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
        var count = 0
        var day = start.next
        while day <= end {
            if isWorkingDay(day) { count += 1 }
            day = day.next
        }
        return count
    }
}
