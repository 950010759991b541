// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `The hand-over of a shift` {
    private func made(on site: TestSite, by visitor: TestVisitor, _ words: [String: String] = [:]) async throws
        -> TestVisitor.Answer
    {
        _ = try await visitor.get("/hand-over")
        return try await visitor.send("/hand-over", words)
    }

    @Test func `is made from the record, with the outgoing person's words on the child's own record`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia)
            let carer = try await site.signedIn(.carer)
            let page = try await carer.get("/hand-over").body
            #expect(page.contains("Kezia Adams") && !page.contains("Sky Winter"))
            let answer = try await made(
                on: site, by: carer, ["child-1": "Her phone is off.", "shift": "The car keys are in the safe."])
            #expect(answer.status == 303)
            let state = site.partnership.state
            let handOver = try #require(state.handOvers[1])
            #expect(handOver.childCount == 1 && handOver.isOpen && handOver.from.kind == .home)
            #expect(state.children(in: handOver).map(\.episode) == [episode])
            let event = try #require(state.partnershipEvents.last)
            #expect(event.details.text(.narrative) == "The car keys are in the safe.")
            #expect(event.details[.names] == nil && !"\(event.details)".contains("Kezia"))
            let timeline = try await carer.get("/episodes/\(episode.number)").body
            #expect(timeline.contains("Her phone is off."))
        }
    }

    @Test func `does not take a child's name into what stands in no child's record`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            let carer = try await site.signedIn(.carer)
            let answer = try await made(on: site, by: carer, ["shift": "Kezia took the spare key."])
            #expect(answer.status == 422 && answer.body.contains("Write about Kezia beside"))
            #expect(site.partnership.state.handOvers.all.isEmpty)
        }
    }

    @Test func `is accepted by somebody else, who has ticked each child`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            try await site.add([.homeManager])
            let carer = try await site.signedIn(.carer)
            _ = try await made(on: site, by: carer)
            let own = try await carer.get("/hand-over/1").body
            #expect(!own.contains("Accept this briefing"))
            let manager = try await site.signedIn(.homeManager)
            #expect(try await manager.get("/").body.contains("/hand-over/1"))
            _ = try await manager.get("/hand-over/1")
            let unread = try await manager.send("/hand-over/1/accept", [:])
            #expect(unread.status == 422 && unread.body.contains("Not ticked: Kezia Adams"))
            _ = try await manager.get("/hand-over/1")
            let taken = try await manager.send("/hand-over/1/accept", ["read": "1"])
            #expect(taken.status == 303)
            let handOver = try #require(site.partnership.state.handOvers[1])
            #expect(handOver.acceptance?.by == TestSite.actor(.homeManager).worker)
            #expect(site.partnership.state.children(in: handOver).allSatisfy { $0.readAt != nil })
            #expect(!(try await manager.get("/board/part").body.contains("/hand-over/1")))
        }
    }

    @Test func `is said on the board once it is overdue, and to the manager once it escalates`() async throws {
        try await TestSite.run(at: "2015-06-06T06:00") { site in
            try await site.report(TestSite.kezia)
            try await site.add([.homeManager])
            _ = try await made(on: site, by: try await site.signedIn(.carer))
            try site.setTime("2015-06-06T07:01")
            let manager = try await site.signedIn(.homeManager)
            let board = try await manager.get("/").body
            #expect(board.contains("Night briefing") && board.contains("Not accepted"))
            #expect(!board.contains("is to see to it"))
            #expect(try await manager.get("/wall").body.contains("Night briefing not accepted since"))
            try site.setTime("2015-06-06T07:31")
            #expect(try await manager.get("/board/part").body.contains("is to see to it."))
            _ = try await manager.get("/hand-over/1")
            let passed = try await manager.send(
                "/hand-over/1/pass-on", ["to": "home-manager", "says": "Coming in at eight."])
            #expect(passed.status == 303)
            #expect(site.partnership.state.handOvers[1]?.passedOn.map(\.to) == ["home-manager"])
        }
    }

    @Test func `is not there for another agency`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            _ = try await made(on: site, by: try await site.signedIn(.carer))
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get("/hand-over/1").status == 404)
            #expect(!(try await worker.get("/hand-over").body.contains("/hand-over/1")))
        }
    }

    @Test func `hides who is restricted, and says that somebody is`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            _ = try await made(on: site, by: try await site.signedIn(.carer), ["child-1": "She rang at two."])
            let manager = TestSite.actor(.teamManager)
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .workerAdded, .partnership, occurredAt: .at(site.now),
                        details: [
                            .worker: .word(manager.worker ?? ""), .name: .text("The team manager"),
                            .role: .word("team-manager"), .agency: .word("eastmoor"),
                        ])
                ], by: Actor(worker: "admin", role: .administrator))
            let restricted: Details = [
                .names: .words([TestSite.actor(.teamManager).worker ?? ""]), .ground: .word("other"),
                .reason: .text("For the test."),
            ]
            _ = try await site.partnership.submitTrusted(
                [Act(.accessRestricted, .child(TestSite.kezia), occurredAt: .at(site.now), details: restricted)],
                by: manager)
            try await site.add([.homeManager])
            let page = try await site.signedIn(.homeManager).get("/hand-over/1").body
            #expect(!page.contains("Kezia") && !page.contains("She rang at two."))
            #expect(page.contains("not for you to see here"))
        }
    }
}
