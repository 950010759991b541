// SPDX-License-Identifier: MIT

import WorkingTime

extension Dimension {
    /// Every dimension there is, in the order of the glossary.
    public static let all: [Dimension] =
        kinds + [length, lengthHours, overnight, month, weekday, weekend, hour, quarterHours, term, precision]
        + ofChild + ofPlace + ofResponse + ofInterview
        + [onAgenda, together, triage, triageWithAbsences, knownRisk, reportComplete]

    /// The dimension of this name.
    public static func named(_ id: String) -> Dimension? { all.first { $0.id == id } }

    // MARK: What it was called

    public static let kind = Dimension(
        "kind", "Episodes and children",
        "Every row counts as one episode under the kind it carries. A child counts once in each kind, and once in the "
            + "total.", .code(.kind))
    public static let police = Dimension(
        "police", "Police category", "What police held the child as last, in the word of the record.", .code(.police))
    public static let grade = Dimension(
        "grade", "Risk grade", "The risk as police graded it last.", .code(.grade))
    public static let notice = Dimension(
        "notice", "How it came to notice",
        "Whether anybody reported the child, or an agency heard of it otherwise and entered it afterwards. The share "
            + "without any report is the unreported share. Source: SG ¶17.", .code(.notice))
    static let kinds = [kind, police, grade, notice]

    // MARK: When, and how long

    public static let length = Dimension(
        "length", "How long",
        "Whole days from the start date to the end date: late one evening to early the next morning is 1 day, the same "
            + "date is 0. An episode that is open, or ends before it starts, has no length.",
        .days(
            limits: [1, 2, 3, 8, 31], labels: ["Same day", "1 day", "2 days", "3–7 days", "8–30 days", "Over 30 days"]))
    public static let lengthHours = Dimension(
        "length-hours", "How long, in hours",
        "Elapsed time from start to end. A band takes its lower limit and not its upper.",
        .number(
            .lengthMinutes, limits: [8, 16, 24, 48, 168].map { $0 * 60 },
            labels: ["Under 8 hours", "8–16 hours", "16–24 hours", "24–48 hours", "2–7 days", "7 days and more"]))
    public static let overnight = Dimension(
        "overnight", "Overnight",
        "Whether the child was away from midnight to five in the morning, local time, of some night. Not known where a "
            + "time is lacking, and of an episode that is open.", .code(.overnight))
    public static let month = Dimension(
        "month", "Month of start",
        "The calendar month of the start date, April first. Episodes of every year in the data are counted.",
        .day(
            { (CivilDate(daysSince1970: $0).month + 8) % 12 },
            labels: ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]))
    public static let weekday = Dimension(
        "weekday", "Day of the week of start", "The day of the week of the start date.",
        .day(weekdayPlace, labels: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]))
    public static let weekend = Dimension(
        "weekend", "Weekend", "Whether the start date is a Saturday or a Sunday.",
        .day({ weekdayPlace($0).map { $0 < 5 ? 0 : 1 } }, labels: ["Monday to Friday", "Weekend"]))
    public static let hour = Dimension(
        "hour", "Time of day of start", "The local time of the start, in parts of four hours.",
        .number(
            .beganAtMinute, limits: [240, 480, 720, 960, 1_200],
            labels: ["00–04", "04–08", "08–12", "12–16", "16–20", "20–24"]))
    public static let quarterHours = Dimension(
        "clock-hour", "Hour of start", "The local hour in which it began, 0 to 23.",
        .number(.beganAtMinute, limits: (1..<24).map { $0 * 60 }, labels: (0..<24).map { String($0) }))
    public static let term = Dimension(
        "term", "Term or school holiday",
        "Whether the start date lies in a term, its weekends included, or between two terms. Not known outside the term "
            + "dates that are loaded.", .code(.term))
    public static let precision = Dimension(
        "precision", "How exactly the start is known", "As whoever recorded it put it.", .code(.precision))

    private static let weekdayPlace: @Sendable (Int32) -> Int? = { ((Int($0) + 3) % 7 + 7) % 7 }

    static let monthsID = "months"

    /// The calendar months from one date to another, for a series over time.
    public static func months(_ period: ClosedRange<CivilDate>) -> Dimension {
        let first = period.lowerBound.parts
        let last = period.upperBound.parts
        let count = (last.year - first.year) * 12 + last.month - first.month + 1
        let labels = (0..<count).map { place in
            let month = first.month - 1 + place
            let number = month % 12 + 1
            return "\(first.year + month / 12)-\(number < 10 ? "0" : "")\(number)"
        }
        return Dimension(
            monthsID, "Month by month", "The calendar month of the start date.",
            .day(
                { day in
                    let parts = CivilDate(daysSince1970: day).parts
                    let place = (parts.year - first.year) * 12 + parts.month - first.month
                    return (0..<count).contains(place) ? place : nil
                }, labels: labels))
    }

    /// Quarters of collection years, April to June the first, from the one in which a period begins to that in which it
    /// ends.
    public static func quarters(_ period: ClosedRange<CivilDate>) -> Dimension {
        @Sendable func number(_ date: CivilDate) -> Int { date.parts.year * 4 + (date.parts.month - 1) / 3 }
        let first = number(period.lowerBound)
        let count = number(period.upperBound) - first + 1
        let names = ["January–March", "April–June", "July–September", "October–December"]
        let labels = (0..<count).map { "\(names[(first + $0) % 4]) \((first + $0) / 4)" }
        return Dimension(
            "quarters", "Quarter by quarter", "The quarter of the start date.",
            .day(
                { day in
                    let place = number(CivilDate(daysSince1970: day)) - first
                    return (0..<count).contains(place) ? place : nil
                }, labels: labels))
    }

    /// Equal stretches of days from a date on, such as weeks; the last is left out where it is not whole.
    public static func stretches(of days: Int, _ period: ClosedRange<CivilDate>) -> Dimension {
        let first = period.lowerBound
        let count = (first.days(until: period.upperBound) + 1) / max(days, 1)
        let labels = (0..<count).map { TimeText.write(first.adding(days: $0 * days)) }
        return Dimension(
            "stretches", "\(days) days by \(days) days", "The start date, in stretches that begin on the date given.",
            .day(
                { day in
                    let place = first.days(until: CivilDate(daysSince1970: day))
                    return place >= 0 && place / days < count ? place / days : nil
                }, labels: labels))
    }
}
