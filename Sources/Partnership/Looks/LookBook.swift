// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Logging
import Synchronization
import WorkingTime

/// Notes who looks at the record, in a ledger of its own beside it: sealed, chained and verified like the record itself.
///
/// A page does not wait for the disk: its look is handed to the writer, and is on disk a moment later. Once the disk
/// has failed, every look waits until it is on disk, and whoever asks is told that it could not be noted.
public final class LookBook: Sendable {
    let ledger: Ledger
    let clock: PartnershipClock
    let log: Logger
    let desk: Mutex<Desk>
    private let loading: Mutex<Task<Void, Never>?>
    let following = Mutex(())

    /// How many days of looks stand in memory; older ones are read from the ledger when somebody asks.
    public static let daysInMemory = 92

    struct Desk: Sendable {
        var marks = LookMarks()
        var recent = RecentLooks()
        /// Handed to the writer, and not yet known to be on disk.
        var inFlight: [(kept: Kept, position: Position, ticket: Ticket)] = []
        /// What was handed to it last.
        var last: Ticket?
        /// Not handed to the writer, since the disk failed.
        var held: [Kept] = []
        /// Whether the disk failed and has taken nothing since.
        var isSuspect = false { didSet { if isSuspect { run += 1 } } }
        /// Grows with each failure, so that what was noted before one is noted again.
        var run = 0
        /// Children whose record was erased while the book was open.
        var erased: Set<ChildID> = []
        /// The first instant of which every look is in memory.
        var heldSince: Instant?
        /// Up to where looks were taken from the ledger, where other processes note theirs in it too.
        var followed = Position.beginning
    }

    struct Kept: Sendable {
        let look: Look
        let isChildKnown: Bool
    }

    /// `clock` tells the real time, also where the partnership's clock is a test's.
    public init(ledger: Ledger, clock: PartnershipClock, log: Logger = Logger(label: "homeward.looks")) {
        self.ledger = ledger
        self.clock = clock
        self.log = log
        desk = Mutex(Desk())
        loading = Mutex(nil)
        let head = ledger.head.position
        desk.withLock { $0.followed = head }
        let since = clock.now() - .days(Self.daysInMemory)
        loading.withLock { $0 = Task.detached { [self] in await load(from: since, through: head) } }
    }

    public var now: Instant { clock.now() }

    /// The same number for as long as everything that is noted goes to disk without a hitch; nothing while it doesn't.
    public var run: Int? {
        desk.withLock { desk in ledger.fault != nil || desk.isSuspect || !desk.held.isEmpty ? nil : desk.run }
    }

    /// The looks of the last months.
    public func marks() async -> LookMarks {
        await loading.withLock { $0 }?.value
        await catchUpAside()
        return desk.withLock { desk in
            let oldest = now - .days(Self.daysInMemory)
            // Once a day is often enough to let go of what is old.
            if let since = desk.heldSince, since + .days(1) < oldest {
                desk.marks.forget(before: oldest)
                desk.heldSince = oldest
            }
            return desk.marks
        }
    }

    /// Whether memory holds every look from `instant` on.
    func holds(since instant: Instant) -> Bool { desk.withLock { $0.heldSince.map { $0 <= instant } ?? false } }

    private func load(from since: Instant, through head: Position) async {
        var older = LookMarks()
        var unreadable = 0
        do throws(LedgerFault) {
            let first = try await position(at: since, through: head)
            for recorded in head < first ? [] : try await looks(from: first, through: head) {
                switch recorded {
                case .look(let placed): older.take(placed.look, at: placed.position)
                case .erased: break
                case .unreadable: unreadable += 1
                }
            }
        } catch {
            log.error("looks cannot be read", metadata: ["fault": "\(error.code)"])
            return
        }
        if 0 < unreadable { log.error("looks cannot be read", metadata: ["count": "\(unreadable)"]) }
        desk.withLock { [older] desk in
            var whole = older
            for placed in desk.marks.everything { whole.take(placed.look, at: placed.position) }
            for child in desk.erased { whole.forget(child) }
            desk.marks = whole
            desk.heldSince = since
        }
    }
}
