// SPDX-License-Identifier: MIT

import WorkingTime

/// What somebody wants to have recorded, before it is checked: the same words as an event.
public struct Act: Hashable, Sendable {
    /// Whose history it should be written to.
    public enum Subject: Hashable, Sendable {
        /// A child who isn't in the record yet.
        case newChild
        case child(ChildID)
        case episode(EpisodeID)
        /// The child, or the episode, of the act before in the same submission.
        case sameAsBefore
        case partnership
    }

    public var word: EventWord
    public var subject: Subject
    public var occurredAt: UncertainTime
    public var details: Details

    public init(_ word: EventWord, _ subject: Subject, occurredAt: UncertainTime, details: Details = [:]) {
        self.word = word
        self.subject = subject
        self.occurredAt = occurredAt
        self.details = details
    }
}
