// SPDX-License-Identifier: MIT

import WorkingTime

extension CivilDate {
    /// The same day of the year, `years` later. Of 29 February, in a year that has none, it is 1 March: what is to be
    /// kept until then is kept a day longer rather than a day less.
    func anniversary(_ years: Int) -> CivilDate {
        let (year, month, day) = parts
        if let same = CivilDate(year: year + years, month: month, day: day) { return same }
        return CivilDate(year: year + years, month: month, day: day - 1)?.next ?? self
    }

    /// The date with the same number `months` later; where that month is shorter, its last day.
    func monthsLater(_ months: Int) -> CivilDate {
        let (year, month, day) = parts
        let count = month - 1 + months
        let (newYear, newMonth) = (year + count / 12, count % 12 + 1)
        let last = CivilDate.daysInMonth(newMonth, of: newYear)
        return CivilDate(year: newYear, month: newMonth, day: min(day, last)) ?? self
    }
}
