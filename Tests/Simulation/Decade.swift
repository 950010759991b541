// SPDX-License-Identifier: MIT

import Partnership
import WorkingTime

/// Years of one invented partnership, its processes, its disk and its clocks, all from one seed.
///
/// Children go missing and come back; those who owe something look at the board of whichever process and mostly do it.
/// Meanwhile answers get lost, disks fill, processes die and begin again with and without a snapshot, clocks go wrong,
/// protocols are adopted and a record is erased. After each step what must always hold is asked of the processes, and
/// now and then of the whole ledger.
public struct Decade: Sendable {
    public let seed: UInt64
    public let years: Int
    public let shelf: ProtocolShelf
    /// Something wrong with the disk, to see that it is found out; nil for a disk that keeps what it says.
    let flaw: SimulatedDisk.Flaw?

    public init(seed: UInt64, years: Int = 10, shelf: ProtocolShelf) {
        self.init(seed: seed, years: years, shelf: shelf, flaw: nil)
    }

    init(seed: UInt64, years: Int, shelf: ProtocolShelf, flaw: SimulatedDisk.Flaw?) {
        (self.seed, self.years, self.shelf, self.flaw) = (seed, years, shelf, flaw)
    }

    /// Lives through the years. Throws a ``Violation`` where something did not hold.
    public func run() async throws -> DecadeTold {
        let world = try World(self)
        try await world.begin()
        while world.now < world.end { try await world.step() }
        try await world.checkEverything()
        return world.told
    }
}

/// What happened in the years, as counts: the same for the same seed.
public struct DecadeTold: Hashable, Sendable {
    public init() {}

    public var steps = 0
    public var episodes = 0
    public var acknowledged = 0
    public var refused: [String: Int] = [:]
    /// Submissions whose answer was a fault, so that whoever sent them did not know.
    public var unknown = 0
    public var restarts = 0
    public var erased = 0
    public var wholeChecks = 0
    /// Grows with every outcome, so that two runs that differ anywhere differ here.
    public private(set) var trace: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds what happened in other years.
    public mutating func add(_ other: DecadeTold) {
        (steps, episodes, acknowledged) = (
            steps + other.steps, episodes + other.episodes, acknowledged + other.acknowledged
        )
        (unknown, restarts) = (unknown + other.unknown, restarts + other.restarts)
        (erased, wholeChecks) = (erased + other.erased, wholeChecks + other.wholeChecks)
        refused.merge(other.refused) { $0 + $1 }
    }

    /// FNV-1a over what was said.
    mutating func trace(_ says: String) {
        for byte in says.utf8 { trace = (trace ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
}
