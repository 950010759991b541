// SPDX-License-Identifier: MIT
import Casework
import Foundation
import Glibc
import Ledger
import LedgerSQLite
import Testing

@Suite struct `A process killed while it writes` {
    /// The full run is 200 kills: `HOMEWARD_KILLS=200`.
    private static let kills = ProcessInfo.processInfo.environment["HOMEWARD_KILLS"].flatMap(Int.init) ?? 25
    private static let killsPerLedger = 25

    @Test func `loses nothing that it acknowledged, and the chain holds`() async throws {
        var random = Seeded(seed: 20_260_701)
        var left = Self.kills
        var acknowledged = 0
        while 0 < left {
            let count = min(left, Self.killsPerLedger)
            acknowledged += try killRepeatedly(count, &random)
            left -= count
        }
        print("killed \(Self.kills) times; \(acknowledged) acknowledged entries were all there")
        #expect(0 < acknowledged)
    }

    private func killRepeatedly(_ count: Int, _ random: inout Seeded) throws -> Int {
        let place = try Workplace()
        let key = MasterKey.random()
        try MasterKeySource.createFile(place.path("key"), holding: key)
        let store = try SQLiteLedgerStore.create(in: place.directory)
        _ = try Ledger.found(in: store, masterKey: key, foundedAt: 1_800_000_000)
        try store.close()
        var acknowledged: [(Position, Substring)] = []
        for _ in 0..<count {
            let writers = [1, 8, 64][Int(random.next() % 3)]
            let output = try run(place, writers: writers, lifeInMicroseconds: UInt32(random.next() % 400_000))
            for line in output.split(separator: "\n") {
                let (number, text) = (line.prefix { $0 != " " }, line.drop { $0 != " " }.dropFirst())
                acknowledged.append((Position(try #require(Int64(number))), text))
            }
            try check(acknowledged, place, key)
        }
        return acknowledged.count
    }

    private func run(_ place: Workplace, writers: Int, lifeInMicroseconds life: UInt32) throws -> String {
        let process = Process()
        let output = Pipe()
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        process.executableURL = tests.appendingPathComponent("ledger-writer")
        process.arguments = [place.directory, place.path("key"), "\(writers)"]
        process.standardOutput = output
        try process.run()
        let killer = Thread {
            usleep(10_000 + life)
            kill(process.processIdentifier, SIGKILL)
        }
        killer.start()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal, "it ran until it was killed")
        return String(decoding: said, as: UTF8.self)
    }

    private func check(_ acknowledged: [(Position, Substring)], _ place: Workplace, _ key: MasterKey) throws {
        let store = try SQLiteLedgerStore.open(in: place.directory)
        let ledger = try Ledger(opening: store, masterKey: key)
        let verification = try ledger.verify()
        #expect(verification.isSound, "\(verification.findings)")
        var texts: [String?] = []
        try ledger.replay { texts += $0.map(\.text) }
        let lost = acknowledged.filter { position, text in
            texts.count < position.number || texts[Int(position.number) - 1] != String(text)
        }
        #expect(lost.isEmpty, "\(lost.count) of \(acknowledged.count) acknowledged entries are not there")
        try store.close()
    }
}

/// A small seeded generator (SplitMix64), so that a failing run can be run again.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
