// SPDX-License-Identifier: MIT

import WorkingTime

/// One reason for a line of the network: an entry of the record that ties two of its points together.
public struct Tie: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case wentThere = "went-there"
        case seenThere = "seen-there"
        case foundThere = "found-there"
        case sleptThere = "slept-there"
        case lookedForThere = "looked-for-there"
        case wasWith = "was-with"
        case inTouchWith = "in-touch-with"
        case pickedUpBy = "picked-up-by"
        case gaveThings = "gave-things"
        case wentTogether = "went-together"
        case noticeAsked = "notice-asked"
        case noticeServed = "notice-served"
        case belongsTogether = "belongs-together"

        /// The kinds that somebody may choose who ties a child to an entry.
        public static let told: [Kind] = [
            .wentThere, .seenThere, .foundThere, .sleptThere, .wasWith, .inTouchWith, .pickedUpBy, .gaveThings,
        ]
    }

    public let kind: Kind
    public let confidence: Confidence
    /// The entry that says so.
    public let position: Position
    /// The child on whose record it stands; nil where the register itself says it.
    public let child: ChildID?
    public let episode: EpisodeID?
    public let at: UncertainTime
}
