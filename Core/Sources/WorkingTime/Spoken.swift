// SPDX-License-Identifier: MIT

/// Dates, times and lengths in the plain English of screens and letters.
public enum Spoken {
    /// "Tuesday 9 June", with the year where it isn't the year of `today`.
    public static func date(_ date: CivilDate, today: CivilDate? = nil) -> String {
        let (year, month, day) = date.parts
        let name = "\(date.weekday.name) \(day) \(monthName(month))"
        guard let today, today.year != year else { return name }
        return "\(name) \(year)"
    }

    /// "9 June 2015": always with its year, as for a date of birth.
    public static func fullDate(_ date: CivilDate) -> String {
        let (year, month, day) = date.parts
        return "\(day) \(monthName(month)) \(year)"
    }

    /// "06:10"
    public static func time(_ local: LocalTime) -> String {
        "\(TimeText.padded(local.hour)):\(TimeText.padded(local.minute))"
    }

    /// "06:10", of a second of the day, 0–86,399.
    public static func time(secondOfDay: Int) -> String {
        "\(TimeText.padded(secondOfDay / 3_600)):\(TimeText.padded(secondOfDay / 60 % 60))"
    }

    /// "06:10" in London; in the hour that occurs twice, which of them: "01:30 BST", "01:30 GMT".
    public static func time(_ instant: Instant) -> String {
        let local = London.localTime(of: instant)
        guard London.instants(of: local).second != nil else { return time(local) }
        return "\(time(local)) \(London.isSummerTime(at: instant) ? "BST" : "GMT")"
    }

    /// "today 06:10", "tomorrow 06:10", "yesterday 06:10", else "Tuesday 9 June 06:10".
    public static func moment(_ instant: Instant, now: Instant) -> String {
        "\(day(London.date(of: instant), today: London.date(of: now))) \(time(instant))"
    }

    /// "today", "tomorrow", "yesterday", else "Tuesday 9 June".
    public static func day(_ date: CivilDate, today: CivilDate) -> String {
        switch today.days(until: date) {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        default: Spoken.date(date, today: today)
        }
    }

    /// The two largest units, rounded down: "1 hour 31 minutes", "3 days 4 hours", "under a minute".
    ///
    /// A day is 24 hours. A negative length is spoken by its size.
    public static func elapsed(_ elapsed: Elapsed) -> String {
        let minutes = Int(elapsed.seconds.magnitude / 60)
        let (days, hours) = (minutes / 1_440, minutes / 60)
        if days > 0 { return join(counted(days, "day"), rest: hours % 24, "hour") }
        if hours > 0 { return join(counted(hours, "hour"), rest: minutes % 60, "minute") }
        return minutes > 0 ? counted(minutes, "minute") : "under a minute"
    }

    /// "3 days", "1 day"
    public static func counted(_ count: Int, _ unit: String) -> String {
        count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
    }

    /// "June" for 6. A number that is no month is a bug in the caller.
    public static func monthName(_ month: Int) -> String {
        monthNames[month - 1]
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    private static func join(_ first: String, rest: Int, _ unit: String) -> String {
        rest == 0 ? first : "\(first) \(counted(rest, unit))"
    }
}
