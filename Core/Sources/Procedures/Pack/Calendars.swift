// SPDX-License-Identifier: MIT

import WorkingTime

/// The calendars that clocks are counted in.
public struct Calendars: Sendable {
    /// Held once: clocks ask very often.
    private let days: DayTable

    public init(working: WorkingCalendar, school: SchoolCalendar? = nil) {
        days = DayTable(working: working, school: school)
    }

    public var working: WorkingCalendar { days.working }
    public var school: SchoolCalendar? { days.school }

    /// When `length` from `start` is over: what ``deadline(_:from:working:school:)`` says, without how it was counted.
    func due(_ length: DueLength, from start: Instant) -> Due {
        switch length {
        case .minutes(let count): .instant(start + .minutes(count))
        case .hours(let count): .instant(start + .hours(count))
        case .days(let count): .instant(start + .days(count))
        case .dates(let count): .date(London.date(of: start).adding(days: count))
        case .workingDays(let count): counted(length, count, from: start, isSchool: false)
        case .schoolDays(let count): counted(length, count, from: start, isSchool: true)
        }
    }

    private func counted(_ length: DueLength, _ count: Int, from start: Instant, isSchool: Bool) -> Due {
        let origin = London.date(of: start)
        if let date = days.date(count, after: origin, isSchool: isSchool) { return .date(date) }
        return deadline(length, from: start, working: working, school: school).due
    }

    fileprivate func isBankHoliday(_ date: CivilDate) -> Bool {
        days.isBankHoliday(date) ?? (working.bankHolidays.holidays[date] != nil)
    }
}

extension OfficeHours {
    /// Whether the office answers at `instant`.
    func isOpen(at instant: Instant, in calendars: Calendars) -> Bool {
        let local = London.localTime(of: instant)
        guard opensSecondOfDay <= local.secondOfDay, local.secondOfDay < closesSecondOfDay else { return false }
        return weekdays.contains(local.date.weekday) && !calendars.isBankHoliday(local.date)
    }
}

/// What kind of day each date is, for forty years: one look instead of several.
private final class DayTable: Sendable {
    let working: WorkingCalendar
    let school: SchoolCalendar?
    private static let first = CivilDate(daysSince1970: 14_610)
    private static let isWorking: UInt8 = 1
    private static let isSchool: UInt8 = 2
    private static let isBankHoliday: UInt8 = 4
    private let kinds: [UInt8]

    init(working: WorkingCalendar, school: SchoolCalendar?) {
        (self.working, self.school) = (working, school)
        let school = school ?? .unknown
        kinds = (0..<14_610).map { day in
            let date = DayTable.first.adding(days: day)
            var kind: UInt8 = 0
            if working.isWorkingDay(date) { kind |= DayTable.isWorking }
            if school.isSchoolDay(date, in: working) { kind |= DayTable.isSchool }
            if working.bankHolidays.holidays[date] != nil { kind |= DayTable.isBankHoliday }
            return kind
        }
    }

    /// Nil for dates that are not in the table.
    func isBankHoliday(_ date: CivilDate) -> Bool? {
        let day = DayTable.first.days(until: date)
        return kinds.indices.contains(day) ? kinds[day] & DayTable.isBankHoliday != 0 : nil
    }

    /// The last of `count` working or school days after a date; of none, the date itself or the next that is one.
    func date(_ count: Int, after origin: CivilDate, isSchool: Bool) -> CivilDate? {
        let wanted = isSchool ? DayTable.isSchool : DayTable.isWorking
        var day = DayTable.first.days(until: origin) + (count == 0 ? 0 : 1)
        var left = max(count, 1)
        guard day >= 0 else { return nil }
        while day < kinds.count {
            if kinds[day] & wanted != 0 {
                left -= 1
                if left == 0 { return DayTable.first.adding(days: day) }
            }
            day += 1
        }
        return nil
    }
}
