// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Ledger
import Partnership
import WorkingTime

extension World {
    /// Lets go wrong what goes wrong: disks, processes, clocks; and what seldom happens but must not go wrong.
    func makeTrouble() async throws {
        if random.chance(0.02) { servers[random.number(0...servers.count - 1)].store.fail(drawnFailure()) }
        if random.chance(0.01) {
            servers[random.number(0...servers.count - 1)].store.failReads(random.number(1...8))
        }
        if random.chance(0.005) { try await restart(random.number(0...servers.count - 1)) }
        if random.chance(0.01) {
            let wrong = random.chance(0.7) ? random.number(-180...180) : random.number(-2_000...2_000)
            clockErrors[random.number(0...servers.count - 1)] = .minutes(random.chance(0.5) ? 0 : wrong)
        }
        if random.chance(0.0005) { try await adopt() }
        if random.chance(0.0005) { try await erase() }
    }

    private func drawnFailure() -> SimulatedStore.Failure {
        let faults: [LedgerFault] = [
            .diskFull, .readOnly, .locked, .unreachable("simulated"), .storeFailed(code: 10, "simulated"),
        ]
        let failingReads = random.chance(0.3) ? random.number(1...6) : 0
        return SimulatedStore.Failure(
            fault: random.pick(faults), isKept: random.chance(0.5), failingReads: failingReads)
    }

    /// A process dies and another takes its place, with a snapshot, without one, or with one that is damaged.
    private func restart(_ place: Int) async throws {
        told.restarts += 1
        let old = servers[place]
        if random.chance(0.4) { try? await old.partnership.writeSnapshot(to: old.snapshot) }
        if random.chance(0.1) { damage(old.snapshot) }
        if random.chance(0.1) { try? FileManager.default.removeItem(atPath: old.snapshot) }
        servers[place] = try server(place, isShared: 1 < servers.count)
        _ = try await servers[place].partnership.finishErasing()
    }

    private func damage(_ path: String) {
        guard var bytes = FileManager.default.contents(atPath: path), !bytes.isEmpty else { return }
        bytes[random.number(0...bytes.count - 1)] ^= 1
        try? bytes.write(to: URL(fileURLWithPath: path))
    }

    private func adopt() async throws {
        let pack = random.pick(Self.packs)
        let administrator = Actor(worker: "june.petty", role: .administrator, agency: AgencyID("eastmoor"))
        let act = Act(
            .protocolAdopted, .partnership, occurredAt: .at(servers[0].time),
            details: [
                .pack: .word(pack), .openFrom: .date(London.date(of: now)), .authority: .word("eastmoor"),
                .appliesToOpen: .flag(random.chance(0.5)),
            ])
        do {
            _ = try await servers[0].partnership.submitTrusted([act], by: administrator)
        } catch is LedgerFault {
            told.unknown += 1
        }
        told.trace("adopted \(pack)")
    }

    /// Two people end the record of a child who is at home and of whom everything is closed.
    private func erase() async throws {
        let server = random.pick(servers)
        _ = try? server.partnership.catchUp()
        let state = server.partnership.state
        guard
            let index = children.indices.first(where: { index in
                guard let id = children[index].id, children[index].isAway == false, !children[index].isErased,
                    children[index].leavesAt != nil
                else { return false }
                return state.episodes(of: id).allSatisfy { $0.facts.stage == .closed }
            }), let id = children[index].id, 2 < children.count(where: { !$0.isErased })
        else { return }
        let (first, second) = (
            Actor(worker: "edith.crane", role: .recordsManager, agency: AgencyID("eastmoor")),
            Actor(worker: "someone.else", role: .recordsManager, agency: AgencyID("eastmoor"))
        )
        do {
            let mentions = try await server.partnership.mentions(of: id)
            if state.child(id)?.facts.protection.erasure == nil {
                _ = try await server.partnership.proposeErasure(
                    PlannedErasure(
                        child: id, ground: .courtOrder, reason: "Order 12 of the court",
                        decided: Dictionary(uniqueKeysWithValues: mentions.map { ($0.id, "stays") })), by: first)
            }
            _ = try await server.partnership.erase(
                id, reference: server.partnership.state.erasureReference(of: id), by: second)
            told.trace("erased \(id.number)")
            told.erased += 1
            (children[index].isErased, children[index].leavesAt, children[index].isAway) = (true, nil, nil)
        } catch is LedgerFault {
            // What was begun is finished by whoever starts next; from the record alone it shows whether it was.
            told.unknown += 1
            servers.forEach { $0.store.heal() }
            _ = try? server.partnership.catchUp()
            _ = try await server.partnership.finishErasing()
            if server.partnership.state.isErased(id) {
                told.erased += 1
                (children[index].isErased, children[index].leavesAt, children[index].isAway) = (true, nil, nil)
            }
        }
    }
}
