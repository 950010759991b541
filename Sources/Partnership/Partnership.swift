// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Logging
import Procedures
import Synchronization
import WorkingTime

/// The running system of one partnership: takes what people want recorded, asks the core, keeps it, publishes it.
///
/// Readers take the current state and never wait for writers. Writers decide one at a time, against everything
/// decided before them, and share durable appends. Nothing is published or acknowledged before it is on disk.
public final class Partnership: Sendable {
    public let name: String
    public let shelf: ProtocolShelf
    let ledger: Ledger
    let clock: PartnershipClock
    let log: Logger
    /// Where the snapshot is that only saves time; nil where none is kept.
    let snapshotPath: String?
    let desk: Mutex<Desk>
    /// Held by the one who brings the desk to what is on disk after a failed append.
    let recovering = Mutex(())
    let followers = Followers()
    let duties: DutyDesk
    let childDuties: ChildDesk
    let areaDuties: AreaDesk
    let counts: CountDesk

    /// What has been decided, and what of it is on disk.
    struct Desk: Sendable {
        /// Holds everything decided, also what is still being written.
        var decided: State
        /// Holds what is on disk, and nothing else.
        var published: State
        /// What was handed to the ledger last.
        var newest: Ticket?
        /// How often what had been decided turned out not to be kept.
        var voids = 0
    }

    /// Opens the partnership over its ledger: reads the whole record, or a snapshot of it and what came after.
    ///
    /// `snapshot` is the path of a file that only saves time: without it everything is the same, later.
    public init(
        name: String, ledger: Ledger, shelf: ProtocolShelf, clock: PartnershipClock, snapshot: String? = nil,
        log: Logger = Logger(label: "homeward.partnership")
    ) throws {
        let opened = try RecordReader(ledger: ledger, log: log).read(snapshot: snapshot)
        self.name = name
        self.ledger = ledger
        self.shelf = shelf
        self.clock = clock
        self.log = log
        snapshotPath = snapshot
        desk = Mutex(Desk(decided: opened, published: opened))
        duties = DutyDesk(shelf: shelf)
        childDuties = ChildDesk(shelf: shelf)
        areaDuties = AreaDesk(shelf: shelf)
        counts = CountDesk(shelf: shelf)
    }

    /// Everything that is on disk now.
    public var state: State { desk.withLock { $0.published } }

    /// The partnership's clock.
    public var now: Instant { clock.now() }

    /// The protocol whose guardrails and vocabulary apply to an episode: the area's, as in force when it started.
    public func pack(for episode: Episode) -> ProtocolPack { pack(for: episode, in: state) }

    /// The same as a state has it.
    public func pack(for episode: Episode, in state: State) -> ProtocolPack { shelf.pack(for: episode, in: state) }

    /// Where each duty of the episode stands in a state at an instant, without reasons: remembered for as long as it
    /// stays so.
    public func standings(of episode: EpisodeID, in state: State, at instant: Instant) -> [DutyStanding] {
        duties.standings(of: episode, in: state, at: instant)
    }

    /// The same with reasons, worked out for whoever asks.
    public func explained(_ episode: EpisodeID, in state: State, at instant: Instant) -> [DutyStanding] {
        duties.explained(episode, in: state, at: instant)
    }

    /// Where the area's own duties stand now, under each protocol that is in force.
    public func areaStandings() -> [AreaStandings] { areaStandings(in: state, at: now) }

    /// Where they stood in a state at an instant, remembered for a minute or until something happens.
    public func areaStandings(in state: State, at instant: Instant) -> [AreaStandings] {
        areaDuties.standings(in: state, at: instant)
    }

    /// How many duties of episodes stood how at `instant`, up to what was counted last; nil until all were counted once.
    public func dutyCounts(at instant: Instant) -> DutyCounts? { counts.counts(at: instant) }

    /// Counts how the duties of episodes stand: all of them the first time, then what came since. It is for one caller,
    /// who calls it again and again in the background.
    public func keepCounts() async { await counts.keepUp(with: state, at: now) }

    /// The newest position, whenever the published record grows.
    public func changes() -> AsyncStream<Position> { followers.follow() }

    /// Writes a snapshot of everything that is on disk now, so that the next start is quick.
    public func writeSnapshot(to path: String) async throws {
        try await ledger.writeSnapshot(of: state, to: path)
    }
}
