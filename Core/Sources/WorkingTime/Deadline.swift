// SPDX-License-Identifier: MIT

/// When something falls due, and how that was counted.
public struct Deadline: Hashable, Sendable {
    /// When it falls due.
    public let due: Due

    /// The dates passed over, in order; empty where elapsed time or every date counts.
    public let skipped: [SkippedDay]

    /// What was not known about the dates counted over.
    public let notes: [CalendarNote]

    /// Whether it may still move when a calendar is completed.
    public var isProvisional: Bool { !notes.isEmpty }

    public init(due: Due, skipped: [SkippedDay] = [], notes: [CalendarNote] = []) {
        self.due = due
        self.skipped = skipped
        self.notes = notes
    }
}

/// When `length` from `start` is over.
///
/// Minutes, hours and days are elapsed time, unmoved by clock changes. Counts of dates begin with the day after the
/// London date of `start` and end at the end of their last day (rulings 8 and 24); a count of none is that date
/// itself, or where it isn't such a day the next that is. A negative count is a bug in the caller.
public func deadline(
    _ length: DueLength, from start: Instant, working: WorkingCalendar, school: SchoolCalendar?
) -> Deadline {
    precondition(length.count >= 0, "a length is not negative")
    switch length {
    case .minutes, .hours, .days:
        guard let elapsed = length.elapsed else { preconditionFailure("minutes, hours and days elapse") }
        return Deadline(due: .instant(start + elapsed))
    case .dates(let count):
        return Deadline(due: .date(London.date(of: start).adding(days: count)))
    case .workingDays(let count):
        let (last, first, skipped) = passOver(count, from: start) { working.nonWorkingReason($0) }
        return Deadline(due: .date(last), skipped: skipped, notes: bankHolidayNotes(first, last, working))
    case .schoolDays(let count):
        let school = school ?? .unknown
        let (last, first, skipped) = passOver(count, from: start) { school.nonSchoolReason($0, in: working) }
        let notes = bankHolidayNotes(first, last, working) + termNotes(first, last, school)
        return Deadline(due: .date(last), skipped: skipped, notes: notes)
    }
}

/// Counts `count` dates without a reason against them; also gives the first date looked at.
private func passOver(
    _ count: Int, from start: Instant, reason: (CivilDate) -> String?
) -> (last: CivilDate, first: CivilDate, skipped: [SkippedDay]) {
    let origin = London.date(of: start)
    let first = count == 0 ? origin : origin.next
    var skipped: [SkippedDay] = []
    var remaining = max(count, 1)
    var day = first
    while true {
        if let reason = reason(day) {
            skipped.append(SkippedDay(date: day, reason: reason))
        } else {
            remaining -= 1
            if remaining == 0 { return (day, first, skipped) }
        }
        day = day.next
    }
}

private func bankHolidayNotes(_ first: CivilDate, _ last: CivilDate, _ working: WorkingCalendar) -> [CalendarNote] {
    let published = working.bankHolidays
    var notes: [CalendarNote] = []
    if let from = published.publishedFrom, first < from { notes.append(.bankHolidaysNotHeldBefore(from)) }
    if published.publishedThrough < last { notes.append(.bankHolidaysUnpublishedAfter(published.publishedThrough)) }
    return notes
}

private func termNotes(_ first: CivilDate, _ last: CivilDate, _ school: SchoolCalendar) -> [CalendarNote] {
    guard let known = school.knownDates else { return [.schoolTermsUnknown] }
    var notes: [CalendarNote] = []
    if first < known.lowerBound { notes.append(.schoolTermsUnknownBefore(known.lowerBound)) }
    if known.upperBound < last { notes.append(.schoolTermsUnknownAfter(known.upperBound)) }
    return notes
}
