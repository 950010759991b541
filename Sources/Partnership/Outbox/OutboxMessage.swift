// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// One notice on its way to one receiver, as the outbox keeps it.
public struct OutboxMessage: Hashable, Sendable {
    public let id: Int64
    public let notice: KeptNotice
    public let way: NoticeWay
    /// The worker's short name; for a webhook, the agency's; empty where there is nobody.
    public let to: String
    public let state: State
    /// How often it was tried.
    public let tries: Int
    /// When it is tried next.
    public let nextAt: Instant
    /// Why it was not taken the last time; empty where it was not tried or was taken.
    public let fault: String
    public let settledAt: Instant?
    /// When its receiver said that they have seen it; of an inbox only.
    public let seenAt: Instant?

    public enum State: String, CaseIterable, Hashable, Sendable {
        case waiting
        case delivered
        /// Nobody tries any more: somebody has to mend it.
        case dead
        /// It would say nothing new any more.
        case withdrawn
    }

    public init(
        id: Int64, notice: KeptNotice, way: NoticeWay, to: String, state: State, tries: Int, nextAt: Instant,
        fault: String, settledAt: Instant?, seenAt: Instant?
    ) {
        (self.id, self.notice, self.way, self.to, self.state) = (id, notice, way, to, state)
        (self.tries, self.nextAt, self.fault) = (tries, nextAt, fault)
        (self.settledAt, self.seenAt) = (settledAt, seenAt)
    }
}

/// A notice as the outbox keeps it: numbers and the protocol's own words, and no child's details.
public struct KeptNotice: Hashable, Sendable {
    public let key: String
    public let cause: OwedNotice.Cause
    public let item: String
    public let says: String
    public let source: String
    /// To whom, as a pack writes it.
    public let group: String
    public let isUrgent: Bool
    public let child: ChildID?
    public let episode: EpisodeID?
    public let event: Position?
    public let earliest: Instant
    public let latest: Instant?
    public let madeAt: Instant

    public init(
        key: String, cause: OwedNotice.Cause, item: String, says: String, source: String, group: String, isUrgent: Bool,
        child: ChildID?, episode: EpisodeID?, event: Position?, earliest: Instant, latest: Instant?, madeAt: Instant
    ) {
        (self.key, self.cause, self.item, self.says, self.source) = (key, cause, item, says, source)
        (self.group, self.isUrgent, self.child, self.episode) = (group, isUrgent, child, episode)
        (self.event, self.earliest, self.latest, self.madeAt) = (event, earliest, latest, madeAt)
    }

    init(_ notice: OwedNotice, madeAt: Instant) {
        let group =
            switch notice.to {
            case .group(let group, _): group.word
            case .team(let team): team.kind.rawValue
            }
        self.init(
            key: notice.key, cause: notice.cause, item: notice.item, says: notice.says, source: notice.source,
            group: group, isUrgent: notice.isUrgent, child: notice.child, episode: notice.episode, event: notice.event,
            earliest: notice.earliest, latest: notice.latest, madeAt: madeAt)
    }
}

/// What somebody did to the outbox, for whoever asks later.
public struct OutboxAct: Hashable, Sendable {
    public let at: Instant
    /// Who did it: a worker's short name.
    public let by: String
    /// What they did: `replay`, `mend`.
    public let what: String
    /// The message; nil where it was about all of a kind.
    public let message: Int64?

    public init(at: Instant, by: String, what: String, message: Int64?) {
        (self.at, self.by, self.what, self.message) = (at, by, what, message)
    }
}
