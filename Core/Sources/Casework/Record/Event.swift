// SPDX-License-Identifier: MIT

import WorkingTime

/// One thing that happened, as it was recorded.
///
/// An event is appended once and never changed. A mistake is put right by a later `corrected`, so the record
/// still shows what was believed, and when.
public struct Event: Hashable, Sendable {
    public let word: EventWord
    /// The child whose history this belongs to; nil for what concerns the partnership only.
    public let child: ChildID?
    public let episode: EpisodeID?
    /// When it happened, as exactly as known.
    public let occurredAt: UncertainTime
    /// When it was written down.
    public let recordedAt: Instant
    public let by: Actor
    public let details: Details

    public init(
        _ word: EventWord, child: ChildID? = nil, episode: EpisodeID? = nil, occurredAt: UncertainTime,
        recordedAt: Instant, by actor: Actor, details: Details = [:]
    ) {
        self.word = word
        self.child = child
        self.episode = episode
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.by = actor
        self.details = details
    }
}
