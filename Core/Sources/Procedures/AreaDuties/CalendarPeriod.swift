// SPDX-License-Identifier: MIT

import WorkingTime

/// A stretch of the calendar: so many weeks, months or years of London dates.
public enum CalendarPeriod: Hashable, Sendable {
    case weeks(Int)
    case months(Int)

    /// The first date of the stretch after `count` stretches from `origin`. A month without that day takes its last.
    public func start(after count: Int, from origin: CivilDate) -> CivilDate {
        switch self {
        case .weeks(let weeks): return origin.adding(days: weeks * 7 * count)
        case .months(let months):
            let (year, month, day) = origin.parts
            let all = year * 12 + month - 1 + months * count
            let (laterYear, laterMonth) = (all / 12, all % 12 + 1)
            let last = CivilDate.daysInMonth(laterMonth, of: laterYear)
            // After the last year that there is, only that it is later still matters.
            return CivilDate(year: laterYear, month: laterMonth, day: min(day, last))
                ?? origin.adding(days: 31 * months * count)
        }
    }

    public var spoken: String {
        switch self {
        case .weeks(1): "week"
        case .weeks(let count): "\(count) weeks"
        case .months(12): "year"
        case .months(let count) where count % 12 == 0: "\(count / 12) years"
        case .months(1): "month"
        case .months(let count): "\(count) months"
        }
    }
}
