// SPDX-License-Identifier: MIT
import Analysis
import WorkingTime

/// A local date and, where it was written, the minute of that day.
public struct WrittenMoment: Hashable, Sendable {
    public let day: CivilDate
    /// Nil where only a date was written.
    public let minuteOfDay: Int?

    public init(day: CivilDate, minuteOfDay: Int?) {
        (self.day, self.minuteOfDay) = (day, minuteOfDay)
    }

    /// Minutes from this to a later moment by the wall clock; nil where either has no time.
    func minutes(until later: WrittenMoment) -> Int? {
        guard let minuteOfDay, let end = later.minuteOfDay else { return nil }
        return day.days(until: later.day) * 1440 + end - minuteOfDay
    }
}

/// One report of an extract, typed where a figure or an import asks, and as told everywhere else.
public struct PoliceReportRow: Hashable, Sendable {
    /// The force's own number for the report.
    public var reference = ""
    public var childName = ""
    /// The force's own number for the person, where the extract has one.
    public var personReference = ""
    public var born: CivilDate?
    public var sex: Sex?
    public var ethnicity = ""
    public var reported: WrittenMoment?
    public var category = AbsenceKind.unstated
    public var began: WrittenMoment?
    public var ended: WrittenMoment?
    public var risk = ""
    /// The address or place the child went missing from.
    public var from = ""
    public var placeFound = ""
    /// The account, as the agency wrote it.
    public var account = ""
    /// The line of the file, counted from 1.
    public var line = 0

    public init() {}
}
