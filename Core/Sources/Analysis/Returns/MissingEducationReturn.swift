// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The aggregate return of children missing education on a census date: counts by primary reason, duration, sex and year
/// group, and no child by name.
///
/// Counted is who is of compulsory school age, has an open case as a pupil who does not come to school, was not traced, and
/// is on no roll. The reason is the newest that an enquiry gave; duration runs from the first day of absence.
/// Source: children missing education return, reasons and durations of the autumn 2025 collection.
public struct MissingEducationReturn: Sendable {
    public let on: CivilDate
    public let table: DataTable
    public let children: [ChildID]

    /// How long a child has missed education.
    public enum Duration: String, CaseIterable, Hashable, Sendable {
        case under2 = "Less than 2 weeks"
        case under4 = "2 to 4"
        case under8 = "4 to 8"
        case under12 = "8 to 12"
        case under26 = "12 to 26"
        case under52 = "26 to 52"
        case over52 = "Over 52 weeks"
        case unknown = "Unknown"

        /// Of a number of days; a boundary belongs to the longer, but 52 weeks are not over 52 weeks.
        init(days: Int) {
            switch days {
            case ..<0: self = .unknown
            case ..<14: self = .under2
            case ..<28: self = .under4
            case ..<56: self = .under8
            case ..<84: self = .under12
            case ..<182: self = .under26
            case ...364: self = .under52
            default: self = .over52
            }
        }
    }

    public init(_ returns: SchoolReturns, on date: CivilDate) {
        on = date
        var reasons: [MissingEducationReason: Int] = [:]
        var durations: [Duration: Int] = [:]
        var crossed: [MissingEducationReason: [Duration: Int]] = [:]
        var sexes: [String: Int] = [:]
        var years: [Int: Int] = [:]
        var counted: [ChildID] = []
        for each in returns.cases(at: London.endOfDay(date)) where Self.counts(each.child, each.school, on: date) {
            guard !counted.contains(each.child.id) else { continue }
            counted.append(each.child.id)
            let reason = Self.reason(each.episode)
            let duration = Duration(days: each.school.firstDay.days(until: date))
            reasons[reason, default: 0] += 1
            durations[duration, default: 0] += 1
            crossed[reason, default: [:]][duration, default: 0] += 1
            let sex = each.child.facts.identity.word(.sex).flatMap(Sex.init(code:))?.rawValue ?? "Unknown"
            sexes[sex, default: 0] += 1
            if let born = each.child.facts.born { years[SchoolAge.yearGroup(born: born, on: date), default: 0] += 1 }
        }
        children = counted.sorted()
        var table = DataTable(
            "missing-education-return",
            columns: ["census_date", "breakdown", "reason", "duration", "value", "children"])
        func add(_ breakdown: String, _ reason: String?, _ duration: String?, _ value: String?, _ count: Int) {
            table.add([
                .date(date), .text(breakdown), .text(ifAny: reason), .text(ifAny: duration), .text(ifAny: value),
                .number(count),
            ])
        }
        add("Total", nil, nil, nil, counted.count)
        for reason in MissingEducationReason.allCases {
            add("Primary reason", reason.returned, nil, nil, reasons[reason] ?? 0)
        }
        for duration in Duration.allCases { add("Duration", nil, duration.rawValue, nil, durations[duration] ?? 0) }
        for reason in MissingEducationReason.allCases {
            for duration in Duration.allCases {
                guard let count = crossed[reason]?[duration] else { continue }
                add("Primary reason and duration", reason.returned, duration.rawValue, nil, count)
            }
        }
        for sex in ["Female", "Male", "Unknown"] { add("Sex", nil, nil, sex, sexes[sex] ?? 0) }
        for year in years.keys.sorted() {
            add("Year group", nil, nil, year == 0 ? "Reception" : "Year \(year)", years[year] ?? 0)
        }
        self.table = table
    }

    private static func counts(_ child: Child, _ school: SchoolCase, on date: CivilDate) -> Bool {
        guard school.step < .back, school.step != .onLeave, let born = child.facts.born,
            SchoolAge.isCompulsory(born: born, on: date)
        else { return false }
        return school.isOffRoll || child.facts.identity.word(.school) == nil
    }

    private static func reason(_ episode: Episode) -> MissingEducationReason {
        let given = episode.history.standing.last { $0.word == .enquiryMade && $0.details[.ground] != nil }
        return given?.details.word(.ground).flatMap(MissingEducationReason.init(rawValue:)) ?? .notRecorded
    }
}

/// The ages at which a child has to be at school, and in which year.
enum SchoolAge {
    /// From the 31 December, 31 March or 31 August that follows the fifth birthday or is it, to the last Friday in June of
    /// the school year in which the child turns sixteen. Source: Education Act 1996, section 8.
    static func isCompulsory(born: CivilDate, on date: CivilDate) -> Bool {
        guard let fifth = anniversary(of: born, 5), let sixteenth = anniversary(of: born, 16) else { return false }
        let starts = [(3, 31), (8, 31), (12, 31)].compactMap { month, day in
            CivilDate(year: fifth.year, month: month, day: day)
        }
        guard let start = starts.first(where: { fifth <= $0 }), let end = lastFridayOfJune(after: sixteenth) else {
            return false
        }
        return start <= date && date <= end
    }

    /// 0 for reception; by the age on the 31 August before.
    static func yearGroup(born: CivilDate, on date: CivilDate) -> Int {
        let first = date.month < 9 ? date.year - 1 : date.year
        let isOld = (born.month, born.day) <= (8, 31)
        return first - born.year - (isOld ? 0 : 1) - 4
    }

    private static func lastFridayOfJune(after sixteenth: CivilDate) -> CivilDate? {
        let year = sixteenth.month < 9 ? sixteenth.year : sixteenth.year + 1
        return (0..<7).lazy.compactMap { CivilDate(year: year, month: 6, day: 30 - $0) }.first { $0.weekday == .friday }
    }

    private static func anniversary(of born: CivilDate, _ years: Int) -> CivilDate? {
        let parts = born.parts
        let day = min(parts.day, CivilDate.daysInMonth(parts.month, of: parts.year + years))
        return CivilDate(year: parts.year + years, month: parts.month, day: day)
    }
}
