// SPDX-License-Identifier: MIT

import WorkingTime

/// The stretch of London dates that a replay looks at: `from` included, `to` not.
public struct ReplayPeriod: Hashable, Sendable {
    public let from: CivilDate
    public let to: CivilDate
    public let start: Instant
    public let end: Instant
    /// The Monday of the week in which it begins.
    public let firstMonday: CivilDate
    /// How many weeks, Monday to Sunday, it touches.
    public let weekCount: Int

    /// Nil where it would end before it begins.
    public init?(from: CivilDate, to: CivilDate) {
        guard from < to else { return nil }
        self.from = from
        self.to = to
        start = London.startOfDay(from)
        end = London.startOfDay(to)
        firstMonday = from.adding(days: 1 - from.weekday.rawValue)
        weekCount = (firstMonday.days(until: to) + 6) / 7
    }

    public func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

    /// The number of the week in which an instant of the period lies, from 0 on; nil outside it.
    public func week(of instant: Instant) -> Int? {
        contains(instant) ? firstMonday.days(until: London.date(of: instant)) / 7 : nil
    }

    /// The Monday of week `number`.
    public func monday(_ number: Int) -> CivilDate { firstMonday.adding(days: number * 7) }
}
