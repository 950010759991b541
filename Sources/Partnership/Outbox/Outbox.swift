// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Logging
import Procedures
import Synchronization
import WorkingTime

/// Tells people that there is something to see: works out again and again what is owed, keeps what is new before
/// anything is sent, and tries each message until it is taken.
///
/// A message is delivered at least once. It bears the same key each time, so that a receiver who gets it twice can tell.
/// One process at a time delivers: ``OutboxPlan/turn`` says whether it is this one's turn.
public final class Outbox: Sendable {
    let partnership: Partnership
    let store: any OutboxStore
    let directory: any NoticeDirectory
    let plan: OutboxPlan
    let log: Logger
    let beginning: OutboxBeginning
    let progress: Mutex<Progress>
    private let unseen = Mutex<[String: Int]?>(nil)

    struct Progress: Sendable {
        /// Up to where everything recorded was looked at.
        var position: Position
        /// When everything that time alone changes was looked at last.
        var at: Instant?
    }

    /// Opens the outbox over its store. The first time that it is opened it begins with what is recorded from then on,
    /// or from `beginning` where that is given.
    public init(
        partnership: Partnership, store: any OutboxStore, directory: any NoticeDirectory, plan: OutboxPlan,
        beginning: OutboxBeginning? = nil, log: Logger = Logger(label: "homeward.outbox")
    ) throws {
        (self.partnership, self.store, self.directory, self.plan) = (partnership, store, directory, plan)
        self.log = log
        let proposed = beginning ?? OutboxBeginning(position: partnership.state.position, at: partnership.now)
        self.beginning = try store.beginning(proposed)
        progress = Mutex(Progress(position: max(try store.lookedAt(), self.beginning.position), at: nil))
    }

    /// Takes what is new, so that it stands on people's screens, and delivers what is due.
    public func work() async throws {
        try await take()
        try await deliver()
    }

    /// Takes what is new: for one caller, who calls it again and again. Nothing is lost where it fails: the next call
    /// goes on. It waits for no receiver.
    public func take() async throws {
        guard try await plan.turn() else { return }
        try await takeOwed(at: partnership.now)
    }

    /// Delivers what is due: for one caller, as ``take()``. A receiver that stalls holds it up for some seconds.
    public func deliver() async throws {
        guard try await plan.turn() else { return }
        try await deliverDue(at: partnership.now)
    }

    /// The ways by which people can be told beside their inbox.
    public var ways: [NoticeWay] { plan.ways }

    // MARK: On screen

    /// What somebody has on screen, the unseen and the newest first.
    public func inbox(of worker: String, most: Int = 100) throws -> [OutboxMessage] {
        try store.inbox(of: worker, most: most)
    }

    /// How many messages on their screen somebody has not said that they have seen.
    public func unseenCount(of worker: String) -> Int {
        // Another process may have told them, or they may have looked there.
        if partnership.isShared { return (try? store.unseenCount(of: worker)) ?? 0 }
        if let known = unseen.withLock({ $0 }) { return known[worker] ?? 0 }
        guard let counts = try? store.unseenCounts() else { return 0 }
        unseen.withLock { $0 = counts }
        return counts[worker] ?? 0
    }

    /// Somebody has seen some of what is on their screen.
    public func see(_ ids: [Int64], worker: String) throws {
        try store.see(ids, worker: worker, at: partnership.now)
        forgetCounts()
    }

    func forgetCounts() { unseen.withLock { $0 = nil } }

    // MARK: For who keeps it running

    public func messages(_ state: OutboxMessage.State, most: Int = 100) throws -> [OutboxMessage] {
        try store.messages(state, most: most)
    }

    public func message(_ id: Int64) throws -> OutboxMessage? { try store.message(id) }
    public func counts() throws -> [OutboxCount] { try store.counts() }
    public func acts(most: Int = 50) throws -> [OutboxAct] { try store.acts(most: most) }

    /// Tries dead messages again, those named or all, in somebody's name. Returns how many there were.
    public func replay(_ ids: [Int64]? = nil, by worker: String) async throws -> Int {
        let now = partnership.now
        for message in try store.messages(.dead, most: 10_000)
        where message.way == .nobody && (ids?.contains(message.id) ?? true) {
            try await readdress(message, at: now)
        }
        let count = try store.replay(ids, at: now)
        for id in ids.map({ $0.map(Optional.some) }) ?? [nil] {
            try store.note(OutboxAct(at: now, by: worker, what: "replay", message: id))
        }
        forgetCounts()
        return count
    }

    /// Notes that somebody corrected where a message goes.
    public func noteMended(_ id: Int64, by worker: String) throws {
        try store.note(OutboxAct(at: partnership.now, by: worker, what: "mend", message: id))
    }

    /// Forgets everything about a child.
    public func forget(_ child: ChildID) throws {
        try store.forget(child)
        forgetCounts()
    }

    /// The key of a message: what is told to whom by which way, and nothing that could be read from it.
    static func key(_ notice: String, _ way: NoticeWay, _ to: String) -> String {
        let digest = SHA256.hash(data: Array("\(notice)\n\(way.rawValue)\n\(to)".utf8))
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: digest.prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// By what an outbox delivers, and how patiently.
public struct OutboxPlan: Sendable {
    /// What carries each way; a way without is offered to nobody.
    public var channels: [NoticeWay: any NoticeChannel]
    /// The agencies that have a system of their own which is told, with what carries it there.
    public var webhooks: [AgencyID: any NoticeChannel]
    /// Where people sign in: `https://homeward.example`, without a slash at its end.
    public var address: String
    public var backoff: Backoff
    /// From 0 up to 1, another each time.
    public var chance: @Sendable () -> Double
    /// Whether it is this process's turn: with several over one record, a lease says so. Asked before each round and
    /// before each message.
    public var turn: @Sendable () async throws -> Bool

    public init(
        channels: [NoticeWay: any NoticeChannel] = [:],
        webhooks: [AgencyID: any NoticeChannel] = [:], address: String,
        backoff: Backoff = Backoff(), chance: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        turn: @escaping @Sendable () async throws -> Bool = { true }
    ) {
        (self.channels, self.webhooks, self.address) = (channels, webhooks, address)
        (self.backoff, self.chance, self.turn) = (backoff, chance, turn)
    }

    /// The ways by which people can be told beside their inbox.
    public var ways: [NoticeWay] { [.email, .text].filter { channels[$0] != nil } }
}
