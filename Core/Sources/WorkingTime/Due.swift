// SPDX-License-Identifier: MIT

/// When something falls due: at an instant, or by the end of a date (ruling 8).
public enum Due: Hashable, Comparable, Sendable {
    case instant(Instant)
    case date(CivilDate)

    /// The last instant at which an act is still in time (ruling 23); overdue the moment after.
    public var lastInstant: Instant {
        switch self {
        case .instant(let instant): instant
        case .date(let date): London.endOfDay(date)
        }
    }

    /// The date in London on which it falls due.
    public var date: CivilDate {
        switch self {
        case .instant(let instant): London.date(of: instant)
        case .date(let date): date
        }
    }

    /// Whether `now` is later than the last instant in time.
    public func isOverdue(at now: Instant) -> Bool {
        now > lastInstant
    }

    /// Sooner by the last instant; of two with the same one, the due that is an instant comes first.
    public static func < (sooner: Due, later: Due) -> Bool {
        if sooner.lastInstant != later.lastInstant { return sooner.lastInstant < later.lastInstant }
        guard case .instant = sooner, case .date = later else { return false }
        return true
    }
}
