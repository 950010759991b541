// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Ledger
import Logging
import Partnership
import Synchronization
import WorkingTime

/// One process of the partnership: its line to the disk, its clock, its snapshot.
final class Server: Sendable {
    let number: Int
    let store: SimulatedStore
    let ledger: Ledger
    let partnership: Partnership
    private let clock: Clock
    let snapshot: String

    /// A clock that the simulation sets; it may be wrong.
    final class Clock: Sendable {
        let instant: Mutex<Instant>
        init(_ instant: Instant) { self.instant = Mutex(instant) }
    }

    init(
        _ number: Int, disk: SimulatedDisk, isShared: Bool, key: MasterKey, shelf: ProtocolShelf, at now: Instant,
        snapshot: String
    ) throws {
        self.number = number
        self.snapshot = snapshot
        store = SimulatedStore(disk, isShared: isShared)
        if disk.now.founding == nil {
            ledger = try Ledger.found(in: store, masterKey: key, foundedAt: now.secondsSince1970)
        } else {
            ledger = try Ledger(opening: store, masterKey: key)
        }
        clock = Clock(now)
        partnership = try Partnership(
            name: "Eastmoor", ledger: ledger, shelf: shelf,
            clock: PartnershipClock { [clock] in clock.instant.withLock { $0 } }, snapshot: snapshot,
            log: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() })
    }

    func set(_ instant: Instant) { clock.instant.withLock { $0 = instant } }
    var time: Instant { clock.instant.withLock { $0 } }
}
