// SPDX-License-Identifier: MIT

import Casework
import NIOCore
import Testing
import WorkingTime

@testable import Web

@Suite struct `A page that is remembered` {
    /// What is done next is chosen by a seed: somebody looks, something is recorded, time goes by. A page with a query
    /// is written anew each time, and says the same where the query means nothing.
    @Test(arguments: UInt64(1)...3) func `is the page that would be written anew`(seed: UInt64) async throws {
        try await TestSite.run { site in
            var random = SystemSeeded(seed)
            let roles: [Role] = [.carer, .dutyInspector, .socialWorker, .teamManager, .interviewer]
            var visitors: [TestVisitor] = []
            for role in roles { visitors.append(try await site.signedIn(role)) }
            let second = try await site.signedIn(.socialWorker)
            visitors.append(second)
            let episode = try await site.report(TestSite.kezia)
            let paths = ["/", "/children/1", "/children/2", "/episodes/\(episode.number)"]
            try await site.knowTeamManager()
            var (looks, holds) = (0, 0)
            for _ in 0..<80 {
                switch Int.random(in: 0..<8, using: &random) {
                case 0: site.advance(by: Elapsed(seconds: Int64.random(in: 1...9, using: &random)))
                case 1: site.advance(by: .minutes(Int.random(in: 1...5, using: &random)))
                case 2: try await site.note(on: TestSite.kezia, &random)
                case 3: if try await site.hold(TestSite.kezia, &random) { holds += 1 }
                default:
                    guard let visitor = visitors.randomElement(using: &random),
                        let path = paths.randomElement(using: &random)
                    else { continue }
                    _ = try await visitor.get(path)
                    let remembered = try await visitor.get(path)
                    let fresh = try await visitor.get("\(path)?recorded=")
                    #expect(remembered.status == fresh.status)
                    #expect(remembered.body == fresh.body, "seed \(seed): \(path)")
                    if remembered.status == 200 { looks += 1 }
                }
            }
            #expect(looks > 5 && 0 < holds)
        }
    }

    @Test func `keeps no more than so many bytes`() {
        let memory = PageMemory(mostBytes: 10_000)
        let body = ByteBuffer(string: String(repeating: "x", count: 900))
        let account = Account(
            id: 1, email: "a@example.org", name: "A", worker: "a", role: .carer, agency: nil)
        let now = Instant(secondsSince1970: 1_400_000_000)
        for number in 0..<200 {
            let key = PageMemory.Key(formToken: "token", account: account, path: "/children/\(number)")
            memory.keep(body, as: key, in: State(), at: now, until: nil)
            #expect(memory.page(key, in: State(), at: now) == body)
            #expect(memory.keptBytes < 12_000)
        }
    }

    @Test func `is no other session's, nor another person's`() {
        let memory = PageMemory()
        let body = ByteBuffer(string: "of one")
        let now = Instant(secondsSince1970: 1_400_000_000)
        func key(_ token: String, _ role: Role) -> PageMemory.Key {
            let account = Account(
                id: 1, email: "a@example.org", name: "A", worker: "a", role: role, agency: nil)
            return PageMemory.Key(formToken: token, account: account, path: "/")
        }
        memory.keep(body, as: key("one", .carer), in: State(), at: now, until: now + Elapsed(seconds: 3))
        #expect(memory.page(key("one", .carer), in: State(), at: now) == body)
        #expect(memory.page(key("two", .carer), in: State(), at: now) == nil)
        #expect(memory.page(key("one", .socialWorker), in: State(), at: now) == nil)
        #expect(memory.page(key("one", .carer), in: State(), at: now + Elapsed(seconds: 3)) == nil)
    }
}

/// The same numbers for the same seed, on every machine.
private struct SystemSeeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

extension TestSite {
    /// Somebody records something of the child.
    fileprivate func note(on child: ChildID, _ random: inout SystemSeeded) async throws {
        let words: [(EventWord, Details)] = [
            (.riskNoted, [.kind: .word("self-harm"), .rationale: .text("Said so.")]),
            (.placementEnded, [.at: .time(.at(now))]),
            (.allocated, [.role: .word("social-worker"), .worker: .word("social-worker-eastmoor-example")]),
        ]
        guard let (word, details) = words.randomElement(using: &random) else { return }
        _ = try await partnership.submitTrusted(
            [Act(word, .child(child), occurredAt: .at(now), details: details)],
            by: Actor(worker: "other", role: .socialWorker, agency: AgencyID("eastmoor")))
    }

    /// Whoever holds a record back names themselves, and is known.
    fileprivate func knowTeamManager() async throws {
        let details: Details = [
            .worker: .word("team-manager-eastmoor-example"), .name: .text("The team manager"),
            .role: .word("team-manager"), .agency: .word("eastmoor"),
        ]
        _ = try await partnership.submitTrusted(
            [Act(.workerAdded, .partnership, occurredAt: .at(now), details: details)],
            by: Actor(worker: "admin", role: .administrator))
    }

    /// Somebody holds the record back, or opens it; false where that can't be done now.
    fileprivate func hold(_ child: ChildID, _ random: inout SystemSeeded) async throws -> Bool {
        let end = now + Elapsed(seconds: Int64.random(in: 2...30, using: &random))
        let acts: [(EventWord, Details)] = [
            (
                .accessRestricted,
                [
                    .ground: .word("trafficking"), .names: .words(["team-manager-eastmoor-example"]),
                    .reason: .text("A threat."),
                ]
            ),
            (.restrictionLifted, [.reason: .text("Over.")]), (.restrictionLifted, [.reason: .text("Over now.")]),
            (
                .glassBroken,
                [
                    .reason: .text("Needed now."), .until: .time(.at(end)),
                ]
            ),
            (
                .locationShielded,
                [
                    .names: .words(["team-manager-eastmoor-example"]), .reason: .text("A threat."),
                    .until: .time(.at(end)),
                ]
            ),
        ]
        guard let (word, details) = acts.randomElement(using: &random) else { return false }
        do {
            _ = try await partnership.submitTrusted(
                [Act(word, .child(child), occurredAt: .at(now), details: details)],
                by: Actor(worker: "team-manager-eastmoor-example", role: .teamManager, agency: AgencyID("eastmoor")))
            return true
        } catch is Refusal {
            return false
        }
    }
}
