// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// That somebody is to be told that there is something for them to see. It names nobody: who signs in is shown what
/// they may see.
public struct OwedNotice: Hashable, Sendable {
    /// The same for one cause and one addressee, whenever and wherever it is worked out.
    public let key: String
    public let cause: Cause
    /// The id of the protocol's notice or duty; of a briefing, its number.
    public let item: String
    /// The protocol's own words for it.
    public let says: String
    /// The clauses that it comes from; empty where no clause asks for it.
    public let source: String
    public let to: Addressee
    /// Whether it may not wait for the morning.
    public let isUrgent: Bool
    /// Whom it is about; nil where it is about no child.
    public let child: ChildID?
    public let episode: EpisodeID?
    /// The event that made it, which an acknowledgement names.
    public let event: Position?
    /// From when it is owed.
    public let earliest: Instant
    /// From when it would say nothing new any more; nil where that never comes.
    public let latest: Instant?

    /// Why somebody is told.
    public enum Cause: String, CaseIterable, Hashable, Sendable {
        /// The protocol shows it to them at once.
        case shown
        /// They have been shown it, and nobody of theirs has said that they have seen it.
        case chased
        /// Somebody else was shown it and hasn't said so.
        case passedOn = "passed-on"
        /// Somebody's duty is nearly due.
        case dueSoon = "due-soon"
        /// Somebody's duty is overdue by so much.
        case overdue
        /// Their team has a briefing that it has not accepted in time.
        case briefingWaits = "briefing-waits"
        /// Another team has.
        case briefingPassedOn = "briefing-passed-on"
    }

    /// Who is told.
    public enum Addressee: Hashable, Sendable {
        /// Who has the role and may see the child; of those whom the record allocates to the child, they alone.
        case group(RoleGroup, of: AgencyID?)
        case team(Team)
    }

    /// Whether it is answered by an entry on the episode that says so.
    public var isAcknowledged: Bool { event != nil && episode != nil }
}

extension RoleGroup {
    /// As a pack writes it: `social-worker`, `police`.
    public var word: String {
        switch self {
        case .role(let role): role.rawValue
        case .police: "police"
        case .socialCare: "social-care"
        }
    }
}
