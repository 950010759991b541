// SPDX-License-Identifier: MIT

/// Europe/London: which instant a clock there shows as which local time.
///
/// Right from 1 January 1972 for as long as the rule of 1996 stands (last Sunday of March to last Sunday of
/// October, 01:00 UTC). Earlier times are taken as Greenwich Mean Time.
public enum London {
    /// The instant at which clocks show `local`; the first of the two where it is shown twice.
    ///
    /// Throws where the clocks were put forward past it (ruling 25).
    public static func instant(of local: LocalTime) throws(LocalTimeFault) -> Instant {
        guard let instant = instants(of: local).first else { throw neverOccurs(local) }
        return instant
    }

    /// Both instants at which clocks show `local`: one of each on almost every day; two the same hour in October
    /// when the clocks go back; `first` is nil in the hour of March that is left out.
    public static func instants(of local: LocalTime) -> (first: Instant?, second: Instant?) {
        let winter = Instant(secondsSince1970: secondsAsIfUTC(local))
        let summer = Instant(secondsSince1970: winter.secondsSince1970 - summerSeconds)
        switch (isSummerTime(at: summer), !isSummerTime(at: winter)) {
        case (true, true): return (summer, winter)
        case (true, false): return (summer, nil)
        case (false, true): return (winter, nil)
        case (false, false): return (nil, nil)
        }
    }

    /// The instant at which clocks show `local`, or the moment of the change where they never do.
    public static func instantOrChange(at local: LocalTime) -> Instant {
        // In the hour left out, the first second after it is found by the clock that hasn't been put forward.
        instants(of: local).first
            ?? Instant(secondsSince1970: secondsAsIfUTC(local) - Int64(local.secondOfDay % 3_600))
    }

    /// What a clock in London shows at `instant`.
    public static func localTime(of instant: Instant) -> LocalTime {
        let shown = instant.secondsSince1970 + Int64(offsetSeconds(at: instant))
        let day = dayNumber(ofSeconds: shown)
        return LocalTime(
            date: CivilDate(daysSince1970: Int32(day)),
            secondOfDay: Int(shown - day * secondsInDay)
        )
    }

    /// The date that a calendar in London shows at `instant`.
    public static func date(of instant: Instant) -> CivilDate {
        let shown = instant.secondsSince1970 + Int64(offsetSeconds(at: instant))
        return CivilDate(daysSince1970: Int32(dayNumber(ofSeconds: shown)))
    }

    /// Midnight at the beginning of `date`. Clocks never change at midnight, so it always occurs once.
    public static func startOfDay(_ date: CivilDate) -> Instant {
        let winter = Int64(date.daysSince1970) * secondsInDay
        let summer = Instant(secondsSince1970: winter - summerSeconds)
        return isSummerTime(at: summer) ? summer : Instant(secondsSince1970: winter)
    }

    /// The last second of `date`, 23:59:59.
    public static func endOfDay(_ date: CivilDate) -> Instant {
        startOfDay(date.next) - Elapsed(seconds: 1)
    }

    /// How far clocks in London are ahead of UTC at `instant`: 0 or 3,600 seconds.
    public static func offsetSeconds(at instant: Instant) -> Int {
        isSummerTime(at: instant) ? Int(summerSeconds) : 0
    }

    /// Whether British Summer Time is in force at `instant`.
    public static func isSummerTime(at instant: Instant) -> Bool {
        // Off by a day or so at New Year, when it is winter in either year.
        let year = Int(instant.secondsSince1970 / 31_556_952)
        guard 0 <= instant.secondsSince1970, year < summers.count else { return isSummerTimeReckoned(at: instant) }
        return summers[year].start <= instant.secondsSince1970 && instant.secondsSince1970 < summers[year].end
    }

    /// When the summer time of each year from 1970 on begins and ends, in seconds: clocks ask very often.
    private static let summers: [(start: Int64, end: Int64)] = (1_970...2_169).map { year in
        func change(_ month: Int) -> Int64 {
            guard let first = CivilDate(year: year, month: month, day: 1) else { return 0 }
            let day = changeSunday(year: year, month: month, firstOfMonth: Int64(first.daysSince1970))
            return day * secondsInDay + (year <= 1_980 ? 7_200 : 3_600)
        }
        return year < 1_972 ? (0, 0) : (change(3), change(10))
    }

    private static func isSummerTimeReckoned(at instant: Instant) -> Bool {
        let day = dayNumber(ofSeconds: instant.secondsSince1970)
        let date = CivilDate(daysSince1970: Int32(day))
        let (year, month, dayOfMonth) = date.parts
        guard year >= 1_972 else { return false }
        switch month {
        case 4...9: return true
        case 3, 10:
            let changeDay = changeSunday(year: year, month: month, firstOfMonth: day - Int64(dayOfMonth) + 1)
            let change = changeDay * secondsInDay + (year <= 1_980 ? 7_200 : 3_600)
            return (instant.secondsSince1970 >= change) == (month == 3)
        default: return false
        }
    }

    private static let secondsInDay: Int64 = 86_400
    private static let summerSeconds: Int64 = 3_600

    private static func secondsAsIfUTC(_ local: LocalTime) -> Int64 {
        Int64(local.date.daysSince1970) * secondsInDay + Int64(local.secondOfDay)
    }

    private static func neverOccurs(_ local: LocalTime) -> LocalTimeFault {
        let hour = local.secondOfDay - local.secondOfDay % 3_600
        return .neverOccurs(
            asked: local,
            skippedFrom: LocalTime(date: local.date, secondOfDay: hour),
            skippedTo: LocalTime(date: local.date, secondOfDay: hour + 3_600)
        )
    }

    /// The day number of the Sunday in March or October on which the clocks change.
    private static func changeSunday(year: Int, month: Int, firstOfMonth: Int64) -> Int64 {
        // Orders under the Summer Time Act 1972, then the European directives: the first Sunday on or after …
        let notBefore: Int64 =
            switch (month, year) {
            case (3, ...1_980): 16
            case (10, ...1_989): 23
            case (10, ...1_995): 22
            default: 25
            }
        let earliest = firstOfMonth + notBefore - 1
        // Day 3, 4 January 1970, was a Sunday; the years asked about are all later.
        return earliest + (6 - (earliest + 3) % 7)
    }

    private static func dayNumber(ofSeconds seconds: Int64) -> Int64 {
        let quotient = seconds / secondsInDay
        return seconds < quotient * secondsInDay ? quotient - 1 : quotient
    }
}
