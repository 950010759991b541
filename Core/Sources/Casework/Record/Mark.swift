// SPDX-License-Identifier: MIT

import WorkingTime

/// What the rules need of one event: everything but its narrative, which stays in the ledger at ``position``.
public struct Mark: Hashable, Sendable {
    public let word: EventWord
    /// The role with whose authority it was done.
    public let by: Role
    /// Where the whole event stands in the ledger.
    public let position: Position
    public let occurredAt: UncertainTime
    public let recordedAt: Instant
    public let details: Details
    /// Which texts were given: the texts themselves stay in the ledger.
    public let texts: TextSet

    public init(_ event: Event, at position: Position) {
        self.init(
            event.word, by: event.by.role, position: position, occurredAt: event.occurredAt,
            recordedAt: event.recordedAt, details: event.details.withoutNarrative, texts: TextSet(event.details)
        )
    }

    public init(
        _ word: EventWord, by role: Role, position: Position, occurredAt: UncertainTime, recordedAt: Instant,
        details: Details = [:], texts: TextSet = []
    ) {
        self.word = word
        self.by = role
        self.position = position
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.details = details
        self.texts = texts
    }

    /// Whether the event carries this detail, also where its text stays in the ledger.
    public func gives(_ key: DetailKey) -> Bool { details[key] != nil || texts.contains(key) }

    /// The instant that clocks take: of an uncertain time, the end that makes a duty due sooner.
    public var clockTime: Instant { occurredAt.earliest }
}
