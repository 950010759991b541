// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Where notices on their way are kept. What it says it has done is on disk. Its faults are thrown as they come.
public protocol OutboxStore: Sendable {
    /// Where the outbox began: what was before it is told to nobody. Set the first time that it is asked.
    func beginning(_ proposed: OutboxBeginning) throws -> OutboxBeginning

    /// Up to which entry of the ledger everything was looked at, and notes that it was.
    func lookedAt() throws -> Position
    func noteLookedAt(_ position: Position) throws

    /// Those of the keys that no notice has yet.
    func unknown(among keys: [String]) throws -> Set<String>

    /// Keeps notices with their messages, all or none. One whose key is there already changes nothing.
    func take(_ entries: [OutboxEntry]) throws

    /// Messages that are to be tried at an instant, the urgent and the oldest first.
    func due(at instant: Instant, most: Int) throws -> [OutboxMessage]

    /// Notes that a message is being tried, and when it would be tried again if nothing more were heard; false where it
    /// doesn't wait any more, or somebody else tries it.
    func begin(_ message: OutboxMessage, next: Instant) throws -> Bool

    /// Notes what came of it. What was delivered stays delivered.
    func settle(_ id: Int64, _ state: OutboxMessage.State, fault: String, reference: String, at instant: Instant) throws

    /// Puts it off, unsettled.
    func wait(_ id: Int64, until instant: Instant, fault: String) throws

    /// What somebody has on screen, what they have not seen first, and the newest first.
    func inbox(of worker: String, most: Int) throws -> [OutboxMessage]

    /// How many matters each worker has not said they have seen: being asked again about one counts once.
    func unseenCounts() throws -> [String: Int]

    /// How many a worker has not said they have seen.
    func unseenCount(of worker: String) throws -> Int

    /// Notes that a worker has seen these messages of theirs.
    func see(_ ids: [Int64], worker: String, at instant: Instant) throws

    /// Whether a worker has seen a notice on screen.
    func hasSeen(_ key: String, worker: String) throws -> Bool

    func message(_ id: Int64) throws -> OutboxMessage?

    /// Messages that leave the house, or that nobody gets, in one state, the newest first.
    func messages(_ state: OutboxMessage.State, most: Int) throws -> [OutboxMessage]

    /// How many such messages stand in each state, by their way.
    func counts() throws -> [OutboxCount]

    /// Tries dead messages again: those named, or all. Returns how many there were.
    func replay(_ ids: [Int64]?, at instant: Instant) throws -> Int

    /// Gives a notice that reached nobody to somebody, all or none.
    func readdress(_ id: Int64, as entry: OutboxEntry) throws

    func note(_ act: OutboxAct) throws
    func acts(most: Int) throws -> [OutboxAct]

    /// Forgets everything about a child.
    func forget(_ child: ChildID) throws

    /// Forgets what was settled, and seen where it is on screen, before an instant.
    func prune(before instant: Instant) throws
}

/// From which entry and which instant on notices are told.
public struct OutboxBeginning: Hashable, Sendable {
    public let position: Position
    public let at: Instant

    public init(position: Position, at: Instant) { (self.position, self.at) = (position, at) }

    /// With everything that was recorded from an instant on.
    public init(since instant: Instant, in state: State) {
        var before = Position.beginning
        let histories = state.episodes.values.map(\.history) + state.children.values.map(\.history)
        for mark in histories.flatMap(\.recorded) where mark.recordedAt < instant {
            before = max(before, mark.position)
        }
        self.init(position: before, at: instant)
    }
}

/// A notice with those to whom it goes.
public struct OutboxEntry: Hashable, Sendable {
    public let notice: KeptNotice
    public let messages: [Receiver]

    public struct Receiver: Hashable, Sendable {
        public let way: NoticeWay
        public let to: String
        public let nextAt: Instant

        public init(way: NoticeWay, to: String, nextAt: Instant) {
            (self.way, self.to, self.nextAt) = (way, to, nextAt)
        }
    }

    public init(notice: KeptNotice, messages: [Receiver]) { (self.notice, self.messages) = (notice, messages) }
}

public struct OutboxCount: Hashable, Sendable {
    public let way: NoticeWay
    public let state: OutboxMessage.State
    public let count: Int

    public init(way: NoticeWay, state: OutboxMessage.State, count: Int) {
        (self.way, self.state, self.count) = (way, state, count)
    }
}
