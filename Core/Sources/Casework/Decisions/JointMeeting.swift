// SPDX-License-Identifier: MIT

import WorkingTime

/// One meeting about several children, recorded in one submission: each child's history gets its own entry, with that
/// child's own record and plan and nobody else's. Source: ruling 13; BC 3.
public struct JointMeeting: Sendable {
    /// What the meeting came to for one child.
    public struct Part: Sendable {
        public let episode: EpisodeID
        public let child: ChildID
        /// This child's own minutes; nil where none were kept.
        public let minutes: String?
        public let decisions: [String]
        public let next: UncertainTime?

        public init(
            episode: EpisodeID, child: ChildID, minutes: String? = nil, decisions: [String] = [],
            next: UncertainTime? = nil
        ) {
            (self.episode, self.child, self.minutes) = (episode, child, minutes)
            (self.decisions, self.next) = (decisions, next)
        }

        /// Whether the child has a record and a plan of their own: only then is anything owed for them discharged.
        public var hasOwnRecord: Bool { !(minutes ?? "").isEmpty && !decisions.isEmpty }
    }

    public let kind: String
    public let occurredAt: UncertainTime
    public let chair: String?
    public let attendees: [String]
    public let parts: [Part]

    public init(kind: String, occurredAt: UncertainTime, chair: String?, attendees: [String], parts: [Part]) {
        (self.kind, self.occurredAt, self.chair) = (kind, occurredAt, chair)
        (self.attendees, self.parts) = (attendees, parts)
    }

    /// One act for each child, to be submitted together: all of them stand, or none.
    public var acts: [Act] {
        parts.map { part in
            var details: Details = [.kind: .word(kind), .ownRecord: .flag(part.hasOwnRecord)]
            details[.chair] = chair.map { .word($0) }
            if !attendees.isEmpty { details[.attendees] = .words(attendees) }
            let others = parts.map(\.child).filter { $0 != part.child }.map { Int($0.number) }
            if !others.isEmpty { details[.withChildren] = .numbers(others) }
            details[.minutes] = part.minutes.map { .text($0) }
            if !part.decisions.isEmpty { details[.decisions] = .words(part.decisions) }
            details[.next] = part.next.map { .time($0) }
            return Act(.meetingHeld, .episode(part.episode), occurredAt: occurredAt, details: details)
        }
    }
}
