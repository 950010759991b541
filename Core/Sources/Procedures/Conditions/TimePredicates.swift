// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PredicateForm {
    /// Conditions that time itself turns.
    static let timePredicates: [PredicateForm] = [
        elapsed(
            "open-longer-than", "So much has gone by since the start, and the child was not back by then.",
            takes: "72 hours", on: .facts,
            turns: { course, length in course.starts.map { $0 + length } },
            holds: { moment, length in
                guard let start = moment.facts.start else { return false }
                let point = start + length
                guard point <= moment.at else { return false }
                let back = moment.facts.returnedAt ?? moment.facts.closedAt
                return back.map { point < $0 } ?? true
            },
            says: { _, written in "the child was away for \(written)" }),
        PredicateForm(
            name: "out-of-hours", takes: "report",
            means: "The office is closed now; or was, when that happened.", read: readOutOfHours),
        number(
            "age-under", "Younger than so many years. An unknown age counts as younger.", takes: "16", on: .time,
            turns: { course, years in course.birthday(years) },
            holds: { moment, years in moment.child.age(on: moment.date).map { $0 < years } ?? true },
            says: { moment, years in
                moment.child.age(on: moment.date) == nil ? "the age is not known" : "the child is under \(years)"
            }),
        number(
            "age-at-least", "At least so many years old. An unknown age does not count.", takes: "16", on: .time,
            turns: { course, years in course.birthday(years) },
            holds: { moment, years in moment.child.age(on: moment.date).map { $0 >= years } ?? false },
            says: { _, years in "the child is \(years) or older" }),
    ]

    @Sendable private static func readOutOfHours(_ node: PackNode, _ faults: Faults) -> Condition? {
        let allowed = ["true", "false", "report", "start", "located", "returned"]
        guard let word = faults.word(node, "value of “out-of-hours”", among: allowed) else { return nil }
        let isAboutNow = word == "true" || word == "false"
        var turning: Turns?
        if isAboutNow { turning = { $0.officeTurns } }
        let predicate = Predicate(
            written: isAboutNow ? "out-of-hours" : "out-of-hours: \(word)",
            holds: { moment in
                moment.instant(named: word).map { !moment.course.isOfficeOpen(at: $0) } ?? false
            },
            says: { _ in isAboutNow ? "the office is closed" : "the office was closed at that time (\(word))" },
            turns: turning, depends: isAboutNow ? .time : .facts, key: "out-of-hours: \(isAboutNow ? "now" : word)",
            asksOffice: isAboutNow)
        return word == "false" ? .not(.predicate(predicate)) : .predicate(predicate)
    }
}

extension Moment {
    /// The instant that a word such as `report` stands for; the moment itself for `true` and `false`.
    fileprivate func instant(named word: String) -> Instant? {
        switch word {
        case "report": facts.reportedAt
        case "start": facts.start
        case "located": facts.locatedAt
        case "returned": facts.returnedAt
        default: at
        }
    }
}

extension Course {
    func isOfficeOpen(at instant: Instant) -> Bool { officeHours.isOpen(at: instant, in: calendars) }

    /// When the office opens and closes while the episode runs, up to now.
    fileprivate var officeTurns: [Instant] {
        guard let first else { return [] }
        var turns: [Instant] = []
        var date = London.date(of: first)
        // Ten years of openings are more than any condition needs.
        let last = min(London.date(of: now), date.adding(days: 3_660))
        while date <= last {
            for second in [officeHours.opensSecondOfDay, officeHours.closesSecondOfDay] {
                // Closing at midnight is the next day's beginning.
                turns.append(
                    second < 86_400
                        ? London.instantOrChange(at: LocalTime(date: date, secondOfDay: second))
                        : London.startOfDay(date.next))
            }
            date = date.next
        }
        return turns
    }

    /// The midnight at which the child turns so old.
    fileprivate func birthday(_ years: Int) -> [Instant] {
        guard let born = child.born, years < 200 else { return [] }
        let (year, month, day) = born.parts
        // Whoever was born on 29 February is a year older on 1 March of other years.
        let date =
            CivilDate(year: year + years, month: month, day: day)
            ?? CivilDate(year: year + years, month: 3, day: 1)
        return date.map { [London.startOfDay($0)] } ?? []
    }
}
