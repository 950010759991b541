// SPDX-License-Identifier: MIT

/// A point on the world's time line, in whole seconds since 1 January 1970 00:00 UTC.
///
/// The record stores instants. What people read, and what procedures reason about, is London time:
/// see ``London``.
public struct Instant: Hashable, Comparable, Sendable {
    /// Whole seconds since 1970 began in Greenwich. London time works for some five million years either way.
    public let secondsSince1970: Int64

    @inlinable public init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    @inlinable public static func < (earlier: Instant, later: Instant) -> Bool {
        earlier.secondsSince1970 < later.secondsSince1970
    }

    @inlinable public static func + (instant: Instant, elapsed: Elapsed) -> Instant {
        Instant(secondsSince1970: instant.secondsSince1970 + elapsed.seconds)
    }

    @inlinable public static func - (instant: Instant, elapsed: Elapsed) -> Instant {
        Instant(secondsSince1970: instant.secondsSince1970 - elapsed.seconds)
    }

    @inlinable public static func - (later: Instant, earlier: Instant) -> Elapsed {
        Elapsed(seconds: later.secondsSince1970 - earlier.secondsSince1970)
    }
}
