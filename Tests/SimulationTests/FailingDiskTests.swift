// SPDX-License-Identifier: MIT

import Casework
import Demo
import Exchange
import Ledger
import Partnership
import Testing
import WorkingTime

@testable import Simulation

@Suite struct `A partnership whose disk fails` {
    private let now = Instant(secondsSince1970: 1_780_000_000)
    private let carer = Actor(worker: "marcus.bell", role: .carer, agency: AgencyID("larch-house"))
    private let administrator = Actor(worker: "june.petty", role: .administrator, agency: AgencyID("eastmoor"))

    @Test func `records again once the disk is well, though it could not be read when it failed`() async throws {
        let world = try await begun(processes: 1)
        let (server, child) = (world.servers[0], try #require(world.children[0].id))
        server.store.fail(SimulatedStore.Failure(fault: .diskFull, isKept: false, failingReads: 1))
        await #expect(throws: LedgerFault.self) { try await report(child, to: server) }
        let receipt = try await report(child, to: server)
        #expect(server.partnership.state.openEpisode(of: child)?.id == receipt.episode)
    }

    @Test func `refuses nobody for what was decided and then not kept`() async throws {
        let world = try await begun(processes: 1)
        let (server, child) = (world.servers[0], try #require(world.children[0].id))
        try await report(child, to: server)
        server.store.fail(SimulatedStore.Failure(fault: .diskFull, isKept: false, failingReads: 1))
        await #expect(throws: LedgerFault.self) { try await tellReturn(of: child, to: server) }
        // By what had been decided the child was back, and the second telling was refused; nothing of it was on disk.
        try await tellReturn(of: child, to: server)
        #expect(server.partnership.state.openEpisode(of: child) == nil)
    }

    @Test func `refuses nobody for not having heard yet what another process recorded`() async throws {
        let world = try await begun(processes: 2)
        let (one, other, child) = (world.servers[0], world.servers[1], try #require(world.children[0].id))
        try await report(child, to: one)
        #expect(other.partnership.state.openEpisode(of: child) == nil, "it has not heard of it")
        try await tellReturn(of: child, to: other)
        #expect(other.partnership.state.openEpisode(of: child) == nil)
        #expect(other.partnership.state.episodes(of: child).count == 1)
    }

    @Test func `takes no entry for damaged because its key could not be asked for`() async throws {
        let world = try await begun(processes: 2)
        let (one, other) = (world.servers[0], world.servers[1])
        let child = try #require(
            try await one.partnership.submitTrusted(
                [Act(.childRegistered, .newChild, occurredAt: .at(now), details: [.name: .text("Kezia A")])],
                by: administrator
            ).child)
        for failing in 1...6 {
            other.store.failReads(failing)
            _ = try? other.partnership.catchUp()
        }
        other.store.heal()
        try other.partnership.catchUp()
        #expect(other.partnership.state.child(child)?.facts.name == "Kezia A")
    }

    private func begun(processes: Int) async throws -> World {
        let shelf = try #require(DecadeTests.shelf)
        // The number of processes follows from the seed.
        for seed in 1...50 {
            let world = try World(Decade(seed: UInt64(seed), years: 1, shelf: shelf))
            try await world.begin()
            guard world.servers.count == processes else { continue }
            for server in world.servers { server.set(now) }
            for server in world.servers { try server.partnership.catchUp() }
            return world
        }
        throw Violation(seed: 0, step: 0, at: now, says: "no seed has \(processes) processes")
    }

    @discardableResult
    private func report(_ child: ChildID, to server: Server) async throws -> Receipt {
        try await server.partnership.submitTrusted(
            [Act(.reported, .child(child), occurredAt: .at(now), details: [.missingSince: .time(.at(now))])], by: carer)
    }

    private func tellReturn(of child: ChildID, to server: Server) async throws {
        _ = try await server.partnership.submitTrusted(
            [Act(.returned, .child(child), occurredAt: .at(now), details: [.to: .word("larch-house")])], by: carer)
    }
}
