// SPDX-License-Identifier: MIT

/// A date as written on a calendar, with no time and no zone.
///
/// Held as the number of days since 1 January 1970 in the Gregorian calendar, so that dates are cheap to
/// compare, count and store.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Negative before 1 January 1970.
    public let daysSince1970: Int32

    public init(daysSince1970: Int32) {
        self.daysSince1970 = daysSince1970
    }

    /// The date with this year, month (1–12) and day, or nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month),
            (1...CivilDate.daysInMonth(month, of: year)).contains(day)
        else { return nil }
        daysSince1970 = CivilDate.dayNumber(year: year, month: month, day: day)
    }

    /// The year, in the Gregorian calendar also before there was one.
    public var year: Int { parts.year }
    /// The month, 1–12.
    public var month: Int { parts.month }
    /// The day of the month, 1–31.
    public var day: Int { parts.day }

    /// The day after.
    public var next: CivilDate { adding(days: 1) }
    /// The day before.
    public var previous: CivilDate { adding(days: -1) }

    /// This date moved by `days`, back where negative.
    public func adding(days: Int) -> CivilDate {
        CivilDate(daysSince1970: daysSince1970 + Int32(days))
    }

    /// Whole dates from `self` to `later`; negative when `later` is earlier.
    public func days(until later: CivilDate) -> Int {
        Int(later.daysSince1970 - daysSince1970)
    }

    public static func < (earlier: CivilDate, later: CivilDate) -> Bool {
        earlier.daysSince1970 < later.daysSince1970
    }

    /// 28 to 31, for a month 1–12.
    public static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    }

    /// Year, month and day together: cheaper than asking for each.
    public var parts: (year: Int, month: Int, day: Int) {
        // Counts in 400-year eras from 1 March 0000, so that a leap day is the last day of its year.
        let shifted = Int(daysSince1970) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}
