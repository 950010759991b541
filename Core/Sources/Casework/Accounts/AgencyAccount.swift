// SPDX-License-Identifier: MIT

import WorkingTime

/// What one source says of an episode: a report or another agency's account, as it was told and never put right.
public struct AgencyAccount: Hashable, Sendable {
    /// The entry in which it was received.
    public let position: Position
    public let word: EventWord
    /// The agency that gave it, where the entry says; else who told it is known by their role alone.
    public let agency: String?
    public let by: Role
    public let toldAt: UncertainTime
    public let recordedAt: Instant
    /// What it states. Texts stay in the ledger.
    public let details: Details
    public let texts: TextSet

    init(_ mark: Mark) {
        (position, word, by) = (mark.position, mark.word, mark.by)
        agency = mark.details.word(.agency)
        (toldAt, recordedAt, details, texts) = (mark.occurredAt, mark.recordedAt, mark.details, mark.texts)
    }

    /// Who it is from, one word for the same source: the agency, else the role that told it.
    public var source: String { agency ?? by.rawValue }
}
