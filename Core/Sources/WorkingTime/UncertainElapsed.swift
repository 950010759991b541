// SPDX-License-Identifier: MIT

/// A length of time between two times of which either may be uncertain, and how it was worked out.
public struct UncertainElapsed: Hashable, Sendable {
    /// From the latest possible start to the earliest possible end, never below zero unless `isOutOfOrder`.
    public let shortest: Elapsed

    /// From the earliest possible start to the latest possible end.
    public let longest: Elapsed

    /// How exactly the start is known.
    public let start: UncertainTime.Precision

    /// How exactly the end is known.
    public let end: UncertainTime.Precision

    /// Whether the end, however read, is before the start: two accounts disagree, and the length is negative.
    public let isOutOfOrder: Bool

    /// The length from `start` to `end`, each as far as it is known.
    public init(from start: UncertainTime, to end: UncertainTime) {
        longest = end.latest - start.earliest
        isOutOfOrder = longest.seconds < 0
        let least = end.earliest - start.latest
        shortest = isOutOfOrder ? least : max(least, Elapsed(seconds: 0))
        self.start = start.precision
        self.end = end.precision
    }

    /// Whether both ends are known exactly.
    public var isExact: Bool { start == .exact && end == .exact }
}
