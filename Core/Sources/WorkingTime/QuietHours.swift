// SPDX-License-Identifier: MIT

/// The hours of each day, by clocks in London, in which somebody is not to be disturbed by what can wait.
public struct QuietHours: Hashable, Sendable {
    /// The second of the day at which they begin, 0–86,399.
    public let fromSecondOfDay: Int
    /// The second of the day at which they end, 0–86,399; earlier than the beginning where they last over midnight.
    public let untilSecondOfDay: Int

    /// Nil where the times are no times of a day, or the same.
    public init?(fromSecondOfDay: Int, untilSecondOfDay: Int) {
        let day = 0..<86_400
        guard day.contains(fromSecondOfDay), day.contains(untilSecondOfDay), fromSecondOfDay != untilSecondOfDay else {
            return nil
        }
        (self.fromSecondOfDay, self.untilSecondOfDay) = (fromSecondOfDay, untilSecondOfDay)
    }

    /// When they are over, where `instant` lies in them; nil where it doesn't. The first second is quiet, the last isn't.
    public func end(after instant: Instant) -> Instant? {
        let local = London.localTime(of: instant)
        let isOverMidnight = untilSecondOfDay < fromSecondOfDay
        let isQuiet =
            isOverMidnight
            ? fromSecondOfDay <= local.secondOfDay || local.secondOfDay < untilSecondOfDay
            : (fromSecondOfDay..<untilSecondOfDay).contains(local.secondOfDay)
        guard isQuiet else { return nil }
        let isTomorrow = isOverMidnight && fromSecondOfDay <= local.secondOfDay
        let date = isTomorrow ? local.date.next : local.date
        let end = London.instantOrChange(at: LocalTime(date: date, secondOfDay: untilSecondOfDay))
        // In the hour that clocks show twice, the first of the two may lie behind.
        return instant < end ? end : instant + .hours(1)
    }
}
