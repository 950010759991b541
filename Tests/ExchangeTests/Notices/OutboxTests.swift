// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import OutboxSQLite
import Partnership
import Procedures
import Synchronization
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `The outbox` {
    private func plan(_ channels: [NoticeWay: any NoticeChannel] = [:]) -> OutboxPlan {
        OutboxPlan(channels: channels, address: "https://homeward.example", chance: { 0.5 })
    }

    private func texts(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
            try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
        }
    }

    @Test func `tells each person once, however often it looks and is opened anew`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let files = try FileChannel(folder: scene.directory + "/notices")
        scene.people.set("sw", NoticeReach(email: "sw@eastmoor.example"))
        var outbox = try scene.outbox(plan([.email: files]))
        _ = try await scene.report(child)
        for _ in 0..<3 {
            try await outbox.work()
            outbox = try scene.outbox(plan([.email: files]))
            scene.advance(by: Elapsed(seconds: 40))
        }
        #expect(try outbox.inbox(of: "sw").map(\.notice.item) == ["report-to-social-worker"])
        #expect(try outbox.inbox(of: "tm").map(\.notice.item) == ["report-to-social-worker"])
        #expect(try outbox.inbox(of: "insp").isEmpty && outbox.inbox(of: "carer").isEmpty)
        let sent = try texts(in: scene.directory + "/notices")
        #expect(sent.count == 1)
        #expect(sent[0].contains("To: sw@eastmoor.example") && sent[0].contains("https://homeward.example/inbox"))
    }

    @Test func `says nothing of any child outside`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let files = try FileChannel(folder: scene.directory + "/notices")
        for worker in ["sw", "tm", "insp", "super"] {
            scene.people.set(worker, NoticeReach(email: "\(worker)@x.example", text: "07700900123"))
        }
        let outbox = try scene.outbox(plan([.email: files, .text: files]))
        let episode = try await scene.report(child)
        try await scene.record(
            .riskGraded, .episode(episode), [.as: .word("high"), .rationale: .text("Sentinel says so.")],
            as: .dutyInspector)
        scene.advance(by: .hours(30))
        try await outbox.work()
        try await scene.record(.returned, .episode(episode))
        try await outbox.work()
        let sent = try texts(in: scene.directory + "/notices")
        #expect(8 < sent.count)
        for text in sent {
            for word in ["Kezia", "Sentinel", "larch", "risk", "missing", "child", "report"] {
                #expect(!text.lowercased().contains(word.lowercased()), "\(text)")
            }
        }
    }

    @Test func `begins with what is recorded once it is there`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let episode = try await scene.report(child)
        scene.advance(by: .hours(2))
        let outbox = try scene.outbox(plan())
        try await outbox.work()
        #expect(try outbox.inbox(of: "sw").isEmpty)
        try await scene.record(.returned, .episode(episode))
        try await outbox.work()
        #expect(try outbox.inbox(of: "sw").map(\.notice.item) == ["return-to-social-worker"])
    }

    @Test func `asks again and passes on until somebody says that they have seen it`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let outbox = try scene.outbox(plan())
        let episode = try await scene.report(child)
        try await outbox.work()
        scene.advance(by: .minutes(31))
        try await outbox.work()
        #expect(try outbox.inbox(of: "sw").map(\.notice.cause).contains(.chased))
        scene.advance(by: .minutes(30))
        try await outbox.work()
        #expect(try outbox.inbox(of: "tm").contains { $0.notice.cause == .passedOn })
        let seen = try #require(try outbox.inbox(of: "sw").first { $0.notice.cause == .shown })
        let event = try #require(seen.notice.event)
        try await scene.record(
            .acknowledged, .episode(episode), [.what: .number(Int(event.number))], as: .socialWorker)
        let before = try outbox.inbox(of: "tm").count { $0.notice.item == "report-to-social-worker" }
        scene.advance(by: .hours(5))
        try await outbox.work()
        #expect(try outbox.inbox(of: "tm").count { $0.notice.item == "report-to-social-worker" } == before)
    }

    @Test func `leaves people in peace in their quiet hours, except for what is urgent`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let files = try FileChannel(folder: scene.directory + "/notices")
        let night = QuietHours(fromSecondOfDay: 21 * 3_600, untilSecondOfDay: 7 * 3_600)
        scene.people.set("sw", NoticeReach(email: "sw@x.example", quietHours: night))
        let outbox = try scene.outbox(plan([.email: files]))
        let episode = try await scene.report(child)
        try await outbox.work()
        #expect(try texts(in: scene.directory + "/notices").count == 1, "a child is away")
        scene.advance(by: .minutes(10))
        try await scene.record(.returned, .episode(episode))
        try await outbox.work()
        #expect(try texts(in: scene.directory + "/notices").count == 1, "the child is back: it can wait")
        #expect(try outbox.inbox(of: "sw").count == 2)
        try scene.set("2015-06-06T07:00")
        try await outbox.work()
        #expect(try texts(in: scene.directory + "/notices").count == 2)
    }

    @Test func `sends nothing outside that was seen on screen before`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let files = try FileChannel(folder: scene.directory + "/notices")
        scene.people.set(
            "sw",
            NoticeReach(
                email: "sw@x.example",
                quietHours: QuietHours(fromSecondOfDay: 21 * 3_600, untilSecondOfDay: 7 * 3_600)))
        let outbox = try scene.outbox(plan([.email: files]))
        let episode = try await scene.report(child)
        try await scene.record(.returned, .episode(episode))
        try await outbox.work()
        try outbox.see(try outbox.inbox(of: "sw").map(\.id), worker: "sw")
        #expect(outbox.unseenCount(of: "sw") == 0 && 0 < outbox.unseenCount(of: "tm"))
        #expect(try texts(in: scene.directory + "/notices").isEmpty)
        try scene.set("2015-06-06T07:00")
        try await outbox.work()
        let withdrawn = try outbox.messages(.withdrawn)
        #expect(withdrawn.map(\.notice.item).sorted() == ["report-to-social-worker", "return-to-social-worker"])
        #expect(withdrawn.allSatisfy { $0.fault == "seen on screen" })
        // What came up in the night is news.
        #expect(try outbox.messages(.delivered).allSatisfy { $0.notice.cause != .shown })
    }

    @Test func `shows what reached nobody until somebody has the role`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let outbox = try scene.outbox(plan())
        _ = try await scene.report(child)
        try await outbox.work()
        let lost = try #require(try outbox.messages(.dead).first { $0.notice.group == "iro" })
        #expect(lost.way == .nobody)
        #expect(try await outbox.replay([lost.id], by: "june") == 0)
        #expect(try outbox.messages(.dead).contains { $0.id == lost.id })
        _ = try await scene.partnership.submitTrusted(
            [NoticeScene.added("iris", .iro, "eastmoor", at: scene.now)],
            by: Actor(worker: "admin", role: .administrator))
        _ = try await outbox.replay([lost.id], by: "june")
        #expect(try outbox.inbox(of: "iris").map(\.notice.item) == ["report-to-reviewing-officer"])
        #expect(try !outbox.messages(.dead).contains { $0.id == lost.id })
        #expect(try outbox.acts().map(\.by) == ["june", "june"])
    }

    @Test func `waits where it is another's turn`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let isMine = Mutex(false)
        var plan = plan()
        plan.turn = { isMine.withLock { $0 } }
        let outbox = try scene.outbox(plan)
        _ = try await scene.report(child)
        try await outbox.work()
        #expect(try outbox.inbox(of: "sw").isEmpty)
        isMine.withLock { $0 = true }
        try await outbox.work()
        #expect(try outbox.inbox(of: "sw").count == 1)
    }

    @Test func `leaves the rest of a round where the turn is lost in the middle`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let files = try FileChannel(folder: scene.directory + "/notices")
        scene.people.set("sw", NoticeReach(email: "sw@x.example"))
        let asked = Mutex(0)
        var plan = plan([.email: files])
        plan.turn = {
            asked.withLock { asked in
                asked += 1
                return asked < 3
            }
        }
        let outbox = try scene.outbox(plan)
        _ = try await scene.report(child)
        try await outbox.work()
        let waiting = try outbox.messages(.waiting)
        #expect(waiting.map(\.tries) == [0] && asked.withLock { $0 } == 3)
        #expect(try texts(in: scene.directory + "/notices").isEmpty)
    }

    @Test func `keeps a message delivered, though a slower process hears otherwise later`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let files = try FileChannel(folder: scene.directory + "/notices")
        scene.people.set("sw", NoticeReach(email: "sw@x.example"))
        let outbox = try scene.outbox(plan([.email: files]))
        _ = try await scene.report(child)
        try await outbox.work()
        let sent = try #require(try outbox.messages(.delivered).first)
        let other = try SQLiteOutboxStore(path: scene.directory + "/outbox.sqlite")
        try other.settle(sent.id, .dead, fault: "status 500", reference: "", at: scene.now)
        try other.wait(sent.id, until: scene.now, fault: "status 500")
        #expect(try outbox.message(sent.id)?.state == .delivered)
        #expect(try !other.begin(sent, next: scene.now))
    }

    @Test func `forgets what is about a child who is erased`() async throws {
        let scene = try NoticeScene()
        let child = try await scene.setUp()
        let outbox = try scene.outbox(plan())
        _ = try await scene.report(child)
        try await outbox.work()
        #expect(try !outbox.inbox(of: "sw").isEmpty)
        try outbox.forget(child)
        #expect(try outbox.inbox(of: "sw").isEmpty && outbox.messages(.dead).isEmpty)
    }
}
