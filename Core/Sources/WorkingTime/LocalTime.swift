// SPDX-License-Identifier: MIT

/// A date and a time of day as a clock on a wall in London shows them.
///
/// On its own it's not yet a point in time: once a year a local time occurs twice, and once a year some never
/// occur. ``London/instant(of:)`` settles which is meant.
public struct LocalTime: Hashable, Comparable, Sendable {
    /// The date shown.
    public let date: CivilDate

    /// Seconds shown since midnight, 0–86,399.
    public let secondOfDay: Int

    /// This date at this second of the day. A second outside 0–86,399 is a bug in the caller.
    public init(date: CivilDate, secondOfDay: Int) {
        precondition((0..<86_400).contains(secondOfDay), "a second of the day is 0 to 86,399")
        self.date = date
        self.secondOfDay = secondOfDay
    }

    /// This date at this time, or nil where no clock shows such a time.
    public init?(date: CivilDate, hour: Int, minute: Int, second: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        self.init(date: date, secondOfDay: hour * 3_600 + minute * 60 + second)
    }

    /// The hour shown, 0–23.
    public var hour: Int { secondOfDay / 3_600 }
    /// The minute shown, 0–59.
    public var minute: Int { secondOfDay / 60 % 60 }
    /// The second shown, 0–59.
    public var second: Int { secondOfDay % 60 }

    /// Earlier as written, which in the repeated hour of October is not always earlier in time.
    public static func < (earlier: LocalTime, later: LocalTime) -> Bool {
        (earlier.date, earlier.secondOfDay) < (later.date, later.secondOfDay)
    }
}
