// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Synchronization
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
                    // Several at once, so that some wait for one writing and others are given what is remembered.
                    let bodies = try await visitor.bodies(
                        of: path, times: Int.random(in: 1...5, using: &random))
                    let remembered = try await visitor.get(path)
                    let fresh = try await visitor.get("\(path)?recorded=")
                    #expect(bodies == [remembered.body], "seed \(seed): \(path)")
                    #expect(remembered.status == fresh.status)
                    let isWritten = try await site.isWritten(remembered, path, for: visitor, besides: fresh)
                    #expect(isWritten, "seed \(seed): \(path)")
                    if remembered.status == 200 { looks += 1 }
                }
            }
            #expect(looks > 5 && 0 < holds)
        }
    }

    /// Through the end of ten seconds, a page that is asked for all the while is there already, as it would be written.
    @Test func `is as fresh where it was written beforehand`() async throws {
        try await TestSite.run { site in
            let visitor = try await site.signedIn(.dutyInspector)
            let episode = try await site.report(TestSite.kezia)
            for second in 0..<25 {
                for path in ["/", "/episodes/\(episode.number)", "/children/1"] {
                    for _ in 0..<2 {
                        let remembered = try await visitor.get(path)
                        let fresh = try await visitor.get("\(path)?recorded=")
                        let isWritten = try await site.isWritten(remembered, path, for: visitor, besides: fresh)
                        #expect(isWritten, "after \(second) seconds: \(path)")
                    }
                }
                site.advance(by: Elapsed(seconds: 1))
            }
        }
    }
}

@Suite struct `The memory of pages` {
    private let now = Instant(secondsSince1970: 1_400_000_000)

    private func key(_ token: String = "one", _ role: Role = .carer, _ path: String = "/") -> PageMemory.Key {
        let account = Account(id: 1, email: "a@example.org", name: "A", worker: "a", role: role, agency: nil)
        return PageMemory.Key(formToken: token, account: account, path: path)
    }

    /// Counts how often a page was written, and for when.
    private final class Writer: Sendable {
        private let instants = Mutex<[Instant]>([])
        var writtenFor: [Instant] { instants.withLock { $0 } }
        let byteCount: Int
        let until: Instant?

        init(byteCount: Int = 10, until: Instant? = nil) { (self.byteCount, self.until) = (byteCount, until) }

        @Sendable func write(_ instant: Instant) async throws -> RememberedPage {
            instants.withLock { $0.append(instant) }
            // Others come in meanwhile.
            for _ in 0..<20 { await Task.yield() }
            let text = String(repeating: "x", count: byteCount)
            return RememberedPage(WrittenPage(HTML(text: text)), until: until.flatMap { instant < $0 ? $0 : nil })
        }
    }

    @Test func `keeps no more than so many bytes`() async throws {
        let memory = PageMemory(mostBytes: 10_000)
        let writer = Writer(byteCount: 900)
        for number in 0..<200 {
            let key = key("one", .carer, "/children/\(number)")
            for _ in 0..<2 { _ = try await memory.page(key, in: State(), at: now, write: writer.write) }
            #expect(memory.keptBytes < 12_000)
        }
        #expect(writer.writtenFor.count == 200)
    }

    @Test func `gives a page to no other session, nor to another person`() async throws {
        let memory = PageMemory()
        let writer = Writer(until: now + Elapsed(seconds: 3))
        let keys = [key("one"), key("two"), key("one", .socialWorker)]
        for (place, key) in keys.enumerated() {
            _ = try await memory.page(key, in: State(), at: now, write: writer.write)
            #expect(writer.writtenFor.count == place + 1)
        }
        _ = try await memory.page(key("one"), in: State(), at: now, write: writer.write)
        #expect(writer.writtenFor.count == 3)
        _ = try await memory.page(key("one"), in: State(), at: now + Elapsed(seconds: 3), write: writer.write)
        #expect(writer.writtenFor.count == 4, "something ended by itself")
    }

    @Test func `has a page written once for all who ask at the same moment`() async throws {
        let memory = PageMemory()
        let writer = Writer()
        let (key, now) = (key(), now)
        var state = State()
        for round in 1...5 {
            try await withThrowingTaskGroup(of: Void.self) { [state] group in
                for _ in 0..<50 {
                    group.addTask { _ = try await memory.page(key, in: state, at: now, write: writer.write) }
                }
                try await group.waitForAll()
            }
            #expect(writer.writtenFor.count == round)
            state.pass(state.position.next)
        }
    }

    @Test func `has a page written ahead for what comes where it is asked for again and again`() async throws {
        let memory = PageMemory()
        let writer = Writer()
        let next = now + Elapsed(seconds: 10)
        for second in 0..<10 {
            _ = try await memory.page(
                key(), in: State(), at: now + Elapsed(seconds: Int64(second)), write: writer.write)
        }
        while writer.writtenFor.count < 2 { await Task.yield() }
        #expect(writer.writtenFor == [now, next])
        _ = try await memory.page(key(), in: State(), at: next, write: writer.write)
        #expect(writer.writtenFor.count == 2)
        var grown = State()
        grown.pass(grown.position.next)
        _ = try await memory.page(key(), in: grown, at: next, write: writer.write)
        #expect(
            writer.writtenFor == [now, next, next], "it holds for the record of which it was written, and no other")
    }

    @Test func `writes nothing ahead for who looks once`() async throws {
        let memory = PageMemory()
        let writer = Writer()
        for _ in 0..<2 {
            _ = try await memory.page(key(), in: State(), at: now + Elapsed(seconds: 9), write: writer.write)
        }
        for _ in 0..<200 { await Task.yield() }
        #expect(writer.writtenFor.count == 1)
    }

    @Test func `keeps nothing of a page that could not be written, nor of what is forgotten`() async throws {
        let memory = PageMemory()
        let writer = Writer()
        await #expect(throws: PageFault.looksAreNotNoted) {
            _ = try await memory.page(key(), in: State(), at: now) { _ in throw PageFault.looksAreNotNoted }
        }
        for count in 1...3 {
            _ = try await memory.page(key(), in: State(), at: now, write: writer.write)
            #expect(writer.writtenFor.count == count && 0 < memory.keptBytes)
            memory.forgetAll()
            #expect(memory.keptBytes == 0)
        }
    }
}

extension TestVisitor {
    /// What is answered to so many requests at once.
    fileprivate func bodies(of path: String, times: Int) async throws -> Set<String> {
        try await withThrowingTaskGroup(of: String.self, returning: Set<String>.self) { group in
            for _ in 0..<times { group.addTask { try await self.get(path).body } }
            var bodies: Set<String> = []
            for try await body in group { bodies.insert(body) }
            return bodies
        }
    }
}

extension TestSite {
    /// Whether an answer is what would be written at this instant, or at an earlier one of the same ten seconds, since the
    /// last opening or shield ended.
    fileprivate func isWritten(
        _ answer: TestVisitor.Answer, _ path: String, for visitor: TestVisitor, besides fresh: TestVisitor.Answer
    ) async throws -> Bool {
        if answer.body == fresh.body { return true }
        let last = now
        defer { set(last) }
        let protection = partnership.state.child(TestSite.kezia)?.facts.protection ?? ChildProtection()
        let ends = protection.glassBreaks.map(\.until) + [protection.shield?.until].compactMap(\.self)
        var instant = ([last.tenSecondsBegun] + ends.filter { $0 <= last }).max() ?? last
        while instant < last {
            set(instant)
            if try await visitor.get("\(path)?recorded=").body == answer.body { return true }
            instant = instant + Elapsed(seconds: 1)
        }
        return false
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
