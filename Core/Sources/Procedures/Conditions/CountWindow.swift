// SPDX-License-Identifier: MIT

import WorkingTime

/// How far back episodes count from the newest.
enum CountWindow: Hashable, Sendable {
    /// So many dates, the newest episode's among them.
    case dates(Int)
    /// After the same day so many months before.
    case months(Int)

    /// The first date that counts for a newest episode on `newest`.
    func first(for newest: CivilDate) -> CivilDate { first(before: newest).next }

    /// The first of so many dates or whole months that end before `date`.
    func first(before date: CivilDate) -> CivilDate {
        switch self {
        case .dates(let count): return date.adding(days: -count)
        case .months(let count):
            let (year, month, day) = date.parts
            let months = year * 12 + month - 1 - count
            let (earlierYear, earlierMonth) = (months / 12, months % 12 + 1)
            // The 31st of a month before a shorter one is its last day.
            let lastDay = CivilDate.daysInMonth(earlierMonth, of: earlierYear)
            return CivilDate(year: earlierYear, month: earlierMonth, day: min(day, lastDay)) ?? date
        }
    }

    /// No window of this length has fewer days.
    var fewestDays: Int {
        switch self {
        case .dates(let count): count
        case .months(let count): count * 28
        }
    }

    var spoken: String {
        switch self {
        case .dates(let count): Spoken.counted(count, "day")
        case .months(let count): Spoken.counted(count, "month")
        }
    }
}
