// SPDX-License-Identifier: MIT

import Casework
import Demo
import Foundation
import Ledger
import Partnership
import WorkingTime

/// The partnership as it really is, which none of its processes sees whole: who is away, what was sent and what was
/// answered, what will go wrong.
final class World {
    let decade: Decade
    let end: Instant
    var random: SeededRandom
    var now: Instant
    var told = DecadeTold()
    var servers: [Server] = []
    /// How much each process's clock is wrong.
    var clockErrors: [Elapsed] = []
    var children: [LivedChild] = []
    var nextLook: Instant?
    /// What was sent under each number, and what came of it.
    var sent: [Int: Sent] = [:]
    /// The duties that were seen to be owed in each episode: none of them may vanish.
    var seenDuties: [EpisodeID: SeenDuties] = [:]
    let disk: SimulatedDisk
    let key = MasterKey.random()
    let folder: String

    static let childCount = 8
    static let homes = ["larch-house", "ash-lodge", "harbour-road", "orchard-view"]

    init(_ decade: Decade) throws {
        self.decade = decade
        random = SeededRandom(seed: decade.seed)
        disk = SimulatedDisk(flaw: decade.flaw)
        now = Instant(secondsSince1970: 1_420_113_600) + .minutes(random.number(0...500_000))
        end = now + .days(decade.years * 365)
        folder = NSTemporaryDirectory() + "homeward-simulation-\(UUID().uuidString)"
        try OwnerOnlyFile.makeDirectory(folder)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Founds the partnership, begins its processes and places its children.
    func begin() async throws {
        let count = random.number(1...3)
        for number in 0..<count {
            clockErrors.append(.minutes(0))
            servers.append(try server(number, isShared: 1 < count))
        }
        try await keep(Eastmoor.founding(pack: random.pick(Self.packs), at: now))
        for index in 0..<Self.childCount {
            var child = LivedChild(index: index, home: random.pick(Self.homes), leavesAt: now + nextLeaving())
            child.id = try await keep(child.registering(at: now)).child
            children.append(child)
        }
        for server in servers { try server.partnership.catchUp() }
    }

    /// Goes on to whatever happens next.
    func step() async throws {
        told.steps += 1
        now = max(now, nextInstant)
        for (server, wrong) in zip(servers, clockErrors) { server.set(now + wrong) }
        try await makeTrouble()
        for index in children.indices { try await live(index) }
        if let nextLook, nextLook <= now { try await look() }
        if servers.contains(where: { !$0.partnership.state.unclosed.isEmpty }) {
            nextLook = nextLook.flatMap { now < $0 ? $0 : nil } ?? now + .minutes(random.number(30...1_200))
        } else {
            nextLook = nil
        }
        if random.chance(0.01) { try await checkAgreement() }
        if random.chance(0.001) { try await checkEverything() }
    }

    func server(_ number: Int, isShared: Bool) throws -> Server {
        try Server(
            number, disk: disk, isShared: isShared, key: key, shelf: decade.shelf, at: now + clockErrors[number],
            snapshot: "\(folder)/state-\(number).snapshot")
    }

    static let packs = ["birmingham-2015", "england-2014", "hartlepool-2018", "cheshire-east-2017", "england-2026"]

    func nextLeaving() -> Elapsed { .minutes(random.number(600...(120 * 1_440))) }

    func violation(_ says: String) -> Violation {
        Violation(seed: decade.seed, step: told.steps, at: now, says: says)
    }

    private var nextInstant: Instant {
        let all = children.compactMap(\.next) + [nextLook].compactMap { $0 }
        return all.min() ?? end
    }

    /// What no rule of access is asked for: the set-up.
    @discardableResult
    private func keep(_ acts: [Act]) async throws -> Receipt {
        let administrator = Actor(worker: "june.petty", role: .administrator, agency: AgencyID("eastmoor"))
        return try await servers[0].partnership.submitTrusted(acts, by: administrator)
    }
}

/// One child's life as it really goes.
struct LivedChild {
    let index: Int
    let home: String
    var id: ChildID?
    var leavesAt: Instant?
    /// When the home is going to report, or to try again.
    var reportsAt: Instant?
    var backAt: Instant?
    /// When the home is going to say that the child is back, or to try again.
    var tellsReturnAt: Instant?
    var leftAt: Instant?
    var cameBackAt: Instant?
    /// Under which number the report, or the return, is being sent.
    var sending: Int?
    /// Whether the record has to hold that the child is away; nil while nobody knows what came of a message.
    var isAway: Bool? = false
    var isErased = false

    init(index: Int, home: String, leavesAt: Instant) {
        (self.index, self.home, self.leavesAt) = (index, home, leavesAt)
    }

    var next: Instant? { [leavesAt, reportsAt, backAt, tellsReturnAt].compactMap { $0 }.min() }
    var name: String { "Sentinel-\(index) Marlowe" }

    func registering(at now: Instant) -> [Act] {
        let today = London.date(of: now)
        return [
            Act(
                .childRegistered, .newChild, occurredAt: .at(now),
                details: [
                    .name: .text(name), .born: .date(today.adding(days: -3_000 - 400 * index)),
                    .responsible: .word("eastmoor"), .lookedAfter: .flag(true),
                    .childReference: .word("SIM-\(index)"),
                ]),
            Act(
                .placementStarted, .sameAsBefore, occurredAt: .at(now),
                details: [
                    .kind: .word("childrens-home"), .place: .word(home), .host: .word("eastmoor"), .since: .date(today),
                ]),
        ]
    }
}

/// The duties of one episode that had begun when somebody looked, and the protocol that they are of.
struct SeenDuties {
    let pack: String
    let duties: Set<String>
}

/// A message, however often it was sent.
struct Sent {
    var acknowledged = 0
    var unknown = 0
}
