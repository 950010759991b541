// SPDX-License-Identifier: MIT

/// A day of the week, Monday first, numbered 1–7 as ISO 8601 does.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Saturday or Sunday: the only rule about working days that isn't data.
    public var isWeekend: Bool { self >= .saturday }

    /// The English name with a capital: "Monday".
    public var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    /// Earlier in a week that begins on Monday.
    public static func < (earlier: Weekday, later: Weekday) -> Bool {
        earlier.rawValue < later.rawValue
    }
}

extension CivilDate {
    /// The day of the week of this date.
    public var weekday: Weekday {
        // Day 0, 1 January 1970, was a Thursday.
        let fromMonday = (Int(daysSince1970) + 3) % 7
        guard let weekday = Weekday(rawValue: (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1) else {
            preconditionFailure("a remainder by seven names a weekday")
        }
        return weekday
    }

    /// Whether this date is a Saturday or a Sunday.
    public var isWeekend: Bool { weekday.isWeekend }
}
