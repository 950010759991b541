// SPDX-License-Identifier: MIT

import Casework
import Foundation
import LocalReceiver
import OutboxSQLite
import Partnership
import Procedures
import Synchronization
import Testing
import WorkingTime

@testable import Exchange

/// The whole way from what is recorded to a receiver who fails, stalls and forgets, with starts anew in between.
@Suite struct `A notice on its way` {
    private static let secret = "a secret that both of us hold: 123"

    private func webhook(_ receiver: LocalReceiver, _ scene: NoticeScene) throws -> WebhookChannel {
        try made(WebhookChannel(address: receiver.address, secret: Self.secret, withinSeconds: 3) { scene.now })
    }

    private func plan(webhook: WebhookChannel, chance: @escaping @Sendable () -> Double = { 0.5 }) -> OutboxPlan {
        OutboxPlan(
            webhooks: [AgencyID("eastmoor"): webhook], address: "https://homeward.example",
            backoff: Backoff(mostTries: 1_000), chance: chance)
    }

    @Test func `arrives under one key though its receiver failed, stalled and took it without an answer`() async throws
    {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let turn = Mutex(0)
        let taken = Mutex<[String: Int]>([:])
        let receiver = LocalReceiver { request in
            let number = turn.withLock { turn in
                turn += 1
                return turn
            }
            if number <= 3 { return [.status(500), .status(429), .stall][number - 1] }
            taken.withLock { $0[request.headers["homeward-message"] ?? "", default: 0] += 1 }
            return .status(204, "")
        }
        defer { receiver.end() }
        let plan = plan(webhook: try webhook(receiver, scene))
        var outbox = try scene.outbox(plan)
        _ = try await scene.report(child)
        for _ in 0..<6 {
            try await outbox.work()
            outbox = try scene.outbox(plan)
            scene.advance(by: .minutes(3))
        }
        let delivered = try outbox.messages(.delivered)
        #expect(delivered.contains { $0.notice.item == "report-to-social-worker" })
        #expect(try outbox.messages(.waiting).isEmpty)
        #expect(receiver.requests.count == delivered.count + 3, "\(delivered.map(\.notice.item))")
        #expect(taken.withLock { $0.count == delivered.count && Set($0.values) == [1] })
        #expect(Set(receiver.requests.map { $0.headers["homeward-message"] ?? "" }).count == delivered.count)
    }

    @Test func `is tried again after a kill in the middle, under the same key`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let isUp = Mutex(false)
        let receiver = LocalReceiver { _ in isUp.withLock { $0 } ? .status(204, "") : .stall }
        defer { receiver.end() }
        let slow = try made(
            WebhookChannel(address: receiver.address, secret: Self.secret, withinSeconds: 30) { scene.now })
        let outbox = try scene.outbox(plan(webhook: slow))
        _ = try await scene.report(child)
        let work = Task { try await outbox.work() }
        while try receiver.requests.isEmpty || receiver.requests.count < outbox.messages(.waiting).count {
            try await Task.sleep(for: .milliseconds(5))
        }
        let before = receiver.requests.map { $0.headers["homeward-message"] ?? "" }
        // They are at the receiver's and nobody has heard of them: the program ends here, and starts again.
        isUp.withLock { $0 = true }
        let again = try scene.outbox(plan(webhook: try webhook(receiver, scene)))
        #expect(try again.messages(.waiting).count == before.count)
        scene.advance(by: .minutes(3))
        try await again.work()
        let keys = receiver.requests.map { $0.headers["homeward-message"] ?? "" }
        #expect(keys.dropFirst(before.count).sorted() == before.sorted())
        #expect(try again.messages(.delivered).count == before.count)
        work.cancel()
    }

    @Test func `lies with the dead when it is refused, until its address is mended and it is tried again`() async throws
    {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let receiver = LocalReceiver { request in
            let isRight = request.json["email_address"] as? String == "right@eastmoor.example"
            return isRight ? .status(201, #"{"id":"n"}"#) : .status(400, #"{"errors":[{"error":"ValidationError"}]}"#)
        }
        defer { receiver.end() }
        let key = try #require(
            NotifyKey("k-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"))
        let channel = try made(
            NotifyChannel(.email, key: key, template: "t", base: receiver.address, withinSeconds: 1) { scene.now })
        let outbox = try scene.outbox(OutboxPlan(channels: [.email: channel], address: "https://homeward.example"))
        scene.people.set("sw", NoticeReach(email: "wrong@eastmoor.example"))
        _ = try await scene.report(child)
        try await outbox.work()
        let dead = try #require(try outbox.messages(.dead).first { $0.way == .email })
        #expect(try outbox.messages(.dead).count { $0.way == .email } == 1)
        #expect(dead.fault == "Notify answered 400 ValidationError")
        scene.advance(by: .days(2))
        try await outbox.work()
        let reference = try #require(receiver.requests.first?.json["reference"] as? String)
        let tries = receiver.requests.count { $0.json["reference"] as? String == reference }
        #expect(tries == 1, "nobody tries by themselves")
        scene.people.set("sw", NoticeReach(email: "right@eastmoor.example"))
        try outbox.noteMended(dead.id, by: "june")
        #expect(try await outbox.replay([dead.id], by: "june") == 1)
        try await outbox.work()
        #expect(try outbox.message(dead.id)?.state == .delivered)
        #expect(try outbox.acts().map(\.what) == ["replay", "mend"])
    }

    @Test func `gives up after so many tries`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let receiver = LocalReceiver { _ in .status(500) }
        defer { receiver.end() }
        var plan = plan(webhook: try webhook(receiver, scene))
        plan.backoff = Backoff(mostTries: 3)
        let outbox = try scene.outbox(plan)
        _ = try await scene.report(child)
        for _ in 0..<6 {
            try await outbox.work()
            scene.advance(by: .minutes(4))
        }
        let first = try #require(try outbox.messages(.dead).first { $0.notice.cause == .shown && $0.way == .webhook })
        #expect(first.tries == 3 && first.fault == "status 500")
    }

    @Test(arguments: 0..<8) func `is neither lost nor told twice, whatever happens`(seed: Int) async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let random = Chance(UInt64(seed))
        let receiver = LocalReceiver { _ in
            switch random.next(below: 6) {
            case 0: .status(500)
            case 1: .status(429)
            default: .status(204, "")
            }
        }
        defer { receiver.end() }
        let plan = plan(webhook: try webhook(receiver, scene), chance: { Double(random.next(below: 100)) / 100 })
        var outbox = try scene.outbox(plan)
        var owed: Set<String> = []
        var episode = try await scene.report(child)
        for _ in 0..<40 {
            switch random.next(below: 8) {
            case 0: outbox = try scene.outbox(plan)
            case 1:
                try await scene.record(
                    .riskGraded, .episode(episode), [.as: .word("high"), .rationale: .text("Sentinel says so.")],
                    as: .dutyInspector)
            case 2: try await scene.record(.noteAdded, .episode(episode), [.narrative: .text("A note.")])
            case 3 where scene.partnership.state.episode(episode)?.facts.isOpen ?? false:
                try await scene.record(.returned, .episode(episode))
            case 4 where !(scene.partnership.state.episode(episode)?.facts.isOpen ?? true):
                episode = try await scene.report(child)
            case 5, 6: try await outbox.work()
            default: scene.advance(by: .minutes(random.next(below: 300)))
            }
            let state = scene.partnership.state
            owed.formUnion(
                scene.partnership.notices(of: episode, in: state, at: scene.now).filter { $0.cause == .shown }.map(
                    \.key))
        }
        for _ in 0..<40 {
            outbox = try scene.outbox(plan)
            try await outbox.work()
            scene.advance(by: .hours(2))
        }
        let kept = Set(
            try
                (outbox.inbox(of: "sw", most: 10_000) + outbox.inbox(of: "insp", most: 10_000)
                + outbox.inbox(of: "super", most: 10_000) + outbox.inbox(of: "tm", most: 10_000)
                + outbox.messages(.dead, most: 10_000)).map(\.notice.key))
        #expect(owed.isSubset(of: kept), "lost: \(owed.subtracting(kept))")
        for worker in ["sw", "tm", "insp", "super"] {
            let keys = try outbox.inbox(of: worker, most: 10_000).map(\.notice.key)
            #expect(Set(keys).count == keys.count)
        }
        // What the receiver took, it was sent once for each message that waits no more.
        let delivered = try outbox.messages(.delivered, most: 10_000)
        #expect(try outbox.messages(.waiting, most: 10_000).isEmpty)
        let keys = Set(receiver.requests.map { $0.headers["homeward-message"] ?? "" })
        #expect(keys.count == delivered.count && !keys.isEmpty)
    }

    @Test func `waits longer each time, and never quite the same`() {
        let backoff = Backoff()
        #expect(backoff.wait(after: 1, chance: 0).seconds == 7 && backoff.wait(after: 1, chance: 1).seconds == 15)
        #expect(backoff.wait(after: 2, chance: 0).seconds == 15 && backoff.wait(after: 2, chance: 1).seconds == 30)
        for tries in 0..<100 {
            let wait = backoff.wait(after: tries, chance: 0.99).seconds
            #expect((1...3_600).contains(wait))
        }
        #expect(backoff.wait(after: 60, chance: 1).seconds == 3_600)
    }
}

/// The same numbers for the same seed, asked from several threads.
private final class Chance: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) { state = Mutex(seed &* 0x9E37_79B9_7F4A_7C15 &+ 1) }

    func next(below bound: Int) -> Int {
        state.withLock { state in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
    }
}
