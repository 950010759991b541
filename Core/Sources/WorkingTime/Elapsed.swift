// SPDX-License-Identifier: MIT

/// A length of real time in seconds, unaffected by clock changes: "72 hours" is always 72 × 3,600 of them.
public struct Elapsed: Hashable, Comparable, Sendable {
    /// Negative where it runs backwards.
    public let seconds: Int64

    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// `count` times 60 seconds.
    public static func minutes(_ count: Int) -> Elapsed { Elapsed(seconds: Int64(count) * 60) }
    /// `count` times 3,600 seconds.
    public static func hours(_ count: Int) -> Elapsed { Elapsed(seconds: Int64(count) * 3_600) }

    /// `count` times 24 hours, which is not the same as `count` dates across a clock change.
    public static func days(_ count: Int) -> Elapsed { Elapsed(seconds: Int64(count) * 86_400) }

    public static func < (shorter: Elapsed, longer: Elapsed) -> Bool {
        shorter.seconds < longer.seconds
    }

    public static func + (first: Elapsed, second: Elapsed) -> Elapsed {
        Elapsed(seconds: first.seconds + second.seconds)
    }
}

extension Elapsed {
    /// No time at all.
    public static let zero = Elapsed(seconds: 0)

    public static func - (first: Elapsed, second: Elapsed) -> Elapsed {
        Elapsed(seconds: first.seconds - second.seconds)
    }

    public static func * (length: Elapsed, count: Int) -> Elapsed {
        Elapsed(seconds: length.seconds * Int64(count))
    }
}
