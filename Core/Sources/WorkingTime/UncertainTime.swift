// SPDX-License-Identifier: MIT

/// When something happened, exactly as far as it is known and no further.
public enum UncertainTime: Hashable, Sendable {
    /// Known to the minute.
    case at(Instant)
    /// "About ten": the instant that was named, known not to be exact.
    case about(Instant)
    /// "Between 22:00 and 23:30", both ends included.
    case between(Instant, Instant)
    /// Only the date is known.
    case on(CivilDate)
}

extension UncertainTime {
    /// The earliest instant it can have been. Of "about ten" nothing but ten is known.
    public var earliest: Instant {
        switch self {
        case .at(let instant), .about(let instant): instant
        case .between(let first, let second): min(first, second)
        case .on(let date): London.startOfDay(date)
        }
    }

    /// The latest instant it can have been. Of "about ten" nothing but ten is known.
    public var latest: Instant {
        switch self {
        case .at(let instant), .about(let instant): instant
        case .between(let first, let second): max(first, second)
        case .on(let date): London.endOfDay(date)
        }
    }

    /// The instant from which clocks run: the end that makes a duty due sooner (ruling 25).
    public var soonest: Instant { earliest }

    /// Whether it is known to the minute.
    public var isExact: Bool { precision == .exact }

    /// How exactly it is known.
    public var precision: Precision {
        switch self {
        case .at: .exact
        case .about: .about
        case .between: .between
        case .on: .dateOnly
        }
    }

    /// How exactly a time is known.
    public enum Precision: Hashable, Sendable {
        case exact, about, between, dateOnly
    }

    /// How long it was from here to `end`.
    public func elapsed(until end: UncertainTime) -> UncertainElapsed {
        UncertainElapsed(from: self, to: end)
    }
}
