// SPDX-License-Identifier: MIT

import Exchange
import Foundation
import Partnership
import Testing

@testable import Simulation

/// The shipped protocols, for partnerships that run under them.
enum DecadeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let shelf: ProtocolShelf? = {
        let packs = PackFolder(path: root.appending(path: "Protocols").path).loadAll().packs
        guard let calendars = CalendarFolder.load(root.appending(path: "Calendars").path).value else { return nil }
        return ProtocolShelf(packs: packs, calendars: calendars, standing: "england-2014")
    }()
}

@Suite struct `A simulated partnership` {
    @Test(arguments: 1...8)
    func `keeps what must always hold, whatever fails`(seed: UInt64) async throws {
        let told = try await Decade(seed: seed, years: 1, shelf: try #require(DecadeTests.shelf)).run()
        #expect(0 < told.episodes && 100 < told.acknowledged, "\(told)")
        #expect(0 < told.unknown && 0 < told.restarts && 0 < told.wholeChecks, "\(told)")
    }

    @Test func `lives through the same years again from the same seed`() async throws {
        let shelf = try #require(DecadeTests.shelf)
        let first = try await Decade(seed: 11, years: 1, shelf: shelf).run()
        #expect(try await Decade(seed: 11, years: 1, shelf: shelf).run() == first)
        #expect(try await Decade(seed: 12, years: 1, shelf: shelf).run() != first)
    }

    @Test func `finds out a disk that forgets what it said it kept`() async throws {
        await #expect(throws: Violation.self) { try await flawed(.forgetsAcknowledged(every: 60)) }
    }

    @Test func `finds out a disk that loses an entry`() async throws {
        await #expect(throws: Violation.self) { try await flawed(.losesAnEntry(every: 60)) }
    }

    @Test func `finds out keys of erased children that are still there`() async throws {
        // Not in every few years is somebody erased.
        var found: Violation?
        for seed in 1...12 where found == nil {
            do { try await flawed(.keepsErasedKeys, seed: UInt64(seed), years: 3) } catch let violation as Violation {
                found = violation
            }
        }
        #expect(try #require(found).says.contains("erased"))
    }

    private func flawed(_ flaw: SimulatedDisk.Flaw, seed: UInt64 = 3, years: Int = 1) async throws {
        _ = try await Decade(seed: seed, years: years, shelf: try #require(DecadeTests.shelf), flaw: flaw).run()
    }
}
