// SPDX-License-Identifier: MIT

import WorkingTime

/// What the rules need of one event: everything but its narrative, which stays in the ledger at ``position``.
public struct Mark: Hashable, Sendable {
    @usableFromInline let packedTime: PackedTime
    /// Where the whole event stands in the ledger.
    public let position: Position
    public let recordedAt: Instant
    public let details: Details
    @usableFromInline let packedKind: UInt32
    public let word: EventWord
    /// The role with whose authority it was done.
    public let by: Role
    /// Which texts were given: the texts themselves stay in the ledger.
    public let texts: TextSet

    public init(_ event: Event, at position: Position) {
        var details = event.details.withoutNarrative
        // Who opened what was held back is ruled on; who did anything else is read in the ledger.
        if event.word == .glassBroken { details[.worker] = event.by.worker.map { .word($0) } }
        self.init(
            event.word, by: event.by.role, position: position, occurredAt: event.occurredAt,
            recordedAt: event.recordedAt, details: details, texts: TextSet(event.details)
        )
    }

    public init(
        _ word: EventWord, by role: Role, position: Position, occurredAt: UncertainTime, recordedAt: Instant,
        details: Details = [:], texts: TextSet = []
    ) {
        self.word = word
        self.by = role
        self.position = position
        (packedTime, packedKind) = PackedTime.pack(occurredAt)
        self.recordedAt = recordedAt
        self.details = details
        self.texts = texts
    }

    public var occurredAt: UncertainTime { packedTime.unpack(packedKind) }

    /// Whether the event carries this detail, also where its text stays in the ledger.
    public func gives(_ key: DetailKey) -> Bool { details[key] != nil || texts.contains(key) }

    /// The instant that clocks take: of an uncertain time, the end that makes a duty due sooner.
    @inlinable public var clockTime: Instant {
        // Rules ask this of every mark again and again: it must not cost a copy of the whole.
        packedKind == 0 ? Instant(secondsSince1970: packedTime.value) : packedTime.unpack(packedKind).earliest
    }

    /// The same mark holding `details`, which are equal to its own but may be shared with other marks.
    func sharing(_ details: Details) -> Mark { Mark(copying: self, details: details) }

    private init(copying mark: Mark, details: Details) {
        word = mark.word
        by = mark.by
        position = mark.position
        packedTime = mark.packedTime
        packedKind = mark.packedKind
        recordedAt = mark.recordedAt
        self.details = details
        texts = mark.texts
    }
}

/// An uncertain time in twelve bytes instead of twenty-four: there are millions of marks.
@usableFromInline
struct PackedTime: Hashable, Sendable {
    @usableFromInline let value: Int64

    private static let about: UInt32 = 1
    private static let on: UInt32 = 2
    /// Above this, the kind is "between", and the rest is its length in seconds.
    private static let between: UInt32 = 3

    static func pack(_ time: UncertainTime) -> (PackedTime, UInt32) {
        switch time {
        case .at(let instant): (PackedTime(value: instant.secondsSince1970), 0)
        case .about(let instant): (PackedTime(value: instant.secondsSince1970), about)
        case .on(let date): (PackedTime(value: Int64(date.daysSince1970)), on)
        case .between(let first, let last):
            (
                PackedTime(value: first.secondsSince1970),
                between + UInt32(clamping: (last - first).seconds.clamped(to: 0...Int64(UInt32.max - between)))
            )
        }
    }

    @usableFromInline
    func unpack(_ kind: UInt32) -> UncertainTime {
        switch kind {
        case 0: .at(Instant(secondsSince1970: value))
        case Self.about: .about(Instant(secondsSince1970: value))
        case Self.on: .on(CivilDate(daysSince1970: Int32(truncatingIfNeeded: value)))
        default:
            .between(
                Instant(secondsSince1970: value),
                Instant(secondsSince1970: value + Int64(kind - Self.between))
            )
        }
    }
}

extension Int64 {
    fileprivate func clamped(to range: ClosedRange<Int64>) -> Int64 {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
