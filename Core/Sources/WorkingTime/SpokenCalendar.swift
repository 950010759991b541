// SPDX-License-Identifier: MIT

extension Spoken {
    /// What a calendar did not know, and how days were counted then, as one sentence.
    public static func sentence(_ note: CalendarNote) -> String {
        switch note {
        case .bankHolidaysUnpublishedAfter(let last):
            "Bank holidays are published up to \(fullDate(last)); one announced later would move this date."
        case .bankHolidaysNotHeldBefore(let first):
            "Bank holidays are held from \(fullDate(first)); earlier ones were counted as working days."
        case .schoolTermsUnknown:
            "Term dates are not known; weekdays that are not bank holidays were counted as school days."
        case .schoolTermsUnknownAfter(let last):
            "Term dates are known up to \(fullDate(last)); after it, weekdays that are not bank holidays were counted."
        case .schoolTermsUnknownBefore(let first):
            "Term dates are known from \(fullDate(first)); before it, weekdays that are not bank holidays were counted."
        }
    }

    /// Why a time cannot be taken, as one sentence (ruling 25).
    public static func sentence(_ fault: LocalTimeFault) -> String {
        switch fault {
        case .neverOccurs(let asked, let skippedFrom, let skippedTo):
            "\(time(asked)) did not occur on \(fullDate(asked.date)): the clocks went from \(time(skippedFrom)) to "
                + "\(time(skippedTo))."
        }
    }

    /// The days passed over, dates in a row for one reason together: "Good Friday 3 April, Saturday 4 April",
    /// "Easter holiday 7 April to 10 April".
    public static func skipped(_ days: [SkippedDay]) -> String {
        runs(of: days).map { run in
            let name = run.reason == run.first.weekday.name ? "" : "\(run.reason) "
            if run.first == run.last { return name.isEmpty ? date(run.first) : name + dayAndMonth(run.first) }
            return "\(name)\(dayAndMonth(run.first)) to \(dayAndMonth(run.last))"
        }.joined(separator: ", ")
    }

    private static func runs(of days: [SkippedDay]) -> [(reason: String, first: CivilDate, last: CivilDate)] {
        var runs: [(reason: String, first: CivilDate, last: CivilDate)] = []
        for day in days {
            if let run = runs.last, run.reason == day.reason, run.last.next == day.date {
                runs[runs.count - 1].last = day.date
            } else {
                runs.append((day.reason, day.date, day.date))
            }
        }
        return runs
    }

    private static func dayAndMonth(_ date: CivilDate) -> String {
        "\(date.day) \(monthName(date.month))"
    }
}
