// SPDX-License-Identifier: MIT

/// A date that a count of days passed over, and why: "Sunday", "Good Friday", "Easter holiday".
public struct SkippedDay: Hashable, Sendable {
    /// The date not counted.
    public let date: CivilDate
    /// Its name as people know it.
    public let reason: String

    public init(date: CivilDate, reason: String) {
        self.date = date
        self.reason = reason
    }
}
