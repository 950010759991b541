// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `The pages of meetings` {
    /// Birmingham's protocol governs; Kezia and Sky are missing, and each is on one meeting that was called.
    static func run(_ body: (TestSite, MeetingScene) async throws -> Void) async throws {
        try await TestSite.run(at: "2015-06-08T10:00") { site in
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .protocolAdopted, .partnership, occurredAt: .at(site.now),
                        details: [.pack: .word("birmingham-2015"), .openFrom: .date(CivilDate(daysSince1970: 16_436))])
                ], by: Actor(worker: "admin", role: .administrator))
            let scene = try await MeetingScene(site)
            try await body(site, scene)
        }
    }

    @Test func `call one for a child, with whom the protocol asks`() async throws {
        try await Self.run { site, scene in
            let manager = try await site.signedIn(.teamManager)
            let form = try await manager.get("/meetings/new?kind=strategy-meeting&episode=\(scene.kezia.number)").body
            #expect(form.contains("Kezia Adams") && form.contains("Independent reviewing officer"))
            let sent = try await manager.send(
                "/meetings/new",
                [
                    "kind": "strategy-meeting", "child": "1", "at.how": "at", "at.date": "2015-06-09",
                    "at.time": "14:00",
                    "place": "Room 4", "attendees": "social-worker\npolice", "sent": "yes",
                ])
            #expect(sent.status == 303 && sent.location.hasPrefix("/meetings/"), "\(sent.body.prefix(400))")
            let recorded = site.partnership.state.meetings.all.last
            #expect(sent.location == "/meetings/\(recorded?.number ?? 0)?recorded=called")
            let page = try await manager.get(sent.location).body
            #expect(page.contains("tomorrow 14:00") && page.contains("Room 4") && page.contains("Kezia Adams"))
            #expect(page.contains("What else do we need to know to find them?"))
            #expect(try await manager.get("/meetings").body.contains("Missing person&#39;s strategy meeting"))
        }
    }

    @Test func `tell each participant only of the children whom they may see`() async throws {
        try await Self.run { site, scene in
            let manager = try await site.signedIn(.teamManager)
            for path in ["", "/print?of=agenda", "/print?of=minutes", "/held"] {
                let page = try await manager.get("/meetings/\(scene.meeting)\(path)")
                #expect(page.status == 200, "\(path)")
                #expect(page.body.contains("Kezia Adams") && !page.body.contains("Sky"), "\(path)")
            }
            for path in ["/meetings", "/actions?whose=all", "/meetings/today"] {
                #expect(!(try await manager.get(path).body.contains("Sky")), "\(path)")
            }
            let carer = try await site.signedIn(.carer)
            let told = try await carer.get("/meetings/\(scene.meeting)").body
            #expect(told.contains("Kezia Adams") && !told.contains("Sky Winter"))
            #expect(try await carer.get("/meetings/\(scene.meeting)/held").status == 404)
            #expect(try await site.signedIn(.analyst).get("/meetings/\(scene.meeting)").status == 404)
        }
    }

    @Test func `keep minutes and actions of each child, all or none`() async throws {
        try await Self.run { site, scene in
            let manager = try await site.signedIn(.teamManager)
            _ = try await manager.get("/meetings/\(scene.meeting)/held")
            let typed = [
                "occurred.how": "now", "attendees": "social-worker\nDr Noor", "apologies": "school",
                "once": "held-once",
                "minutes.1": "She rang her aunt on Sunday.", "decisions.1": "plan", "wants.1": "To see my brother.",
                "action.1.1": "Ring the aunt again.", "owner.1.1": "social-worker-eastmoor-example",
                "due.1.1": "2015-06-10", "minutes.2": "Not to be kept.",
            ]
            #expect(
                try await manager.send("/meetings/\(scene.meeting)/held", typed.merging(["attendees": ""]) { $1 })
                    .status
                    == 422)
            for _ in 1...2 {
                let sent = try await manager.send("/meetings/\(scene.meeting)/held", typed)
                #expect(sent.status == 303, "\(sent.body.prefix(400))")
            }
            let state = site.partnership.state
            let part = try #require(state.part(of: TestSite.kezia, inMeeting: scene.meeting))
            #expect(part.actions.count == 1 && part.held?.details.flag(.ownRecord) == true)
            #expect(state.part(of: TestSite.sky, inMeeting: scene.meeting)?.held == nil)
            let page = try await manager.get("/meetings/\(scene.meeting)").body
            #expect(page.contains("She rang her aunt on Sunday.") && page.contains("Dr Noor"))
            #expect(page.contains("A plan to find the child and for the hour after"))
        }
    }

    @Test func `show minutes to nobody for whose role they are not`() async throws {
        try await Self.run { site, scene in
            try await scene.hold(site, minutes: "sentinel of the minutes")
            try await site.add([.homeManager])
            for (role, isTold) in [(Role.carer, false), (.homeManager, true), (.socialWorker, true)] {
                let visitor = try await site.signedIn(role)
                for path in ["", "/print?of=minutes"] {
                    let body = try await visitor.get("/meetings/\(scene.meeting)\(path)").body
                    #expect(body.contains("sentinel of the minutes") == isTold, "\(role) \(path)")
                }
            }
        }
    }

    @Test func `take a change and a cancellation from those who keep meetings`() async throws {
        try await Self.run { site, scene in
            let manager = try await site.signedIn(.teamManager)
            _ = try await manager.get("/meetings/\(scene.meeting)/change")
            let moved = try await manager.send(
                "/meetings/\(scene.meeting)/change",
                ["at.how": "at", "at.date": "2015-06-09", "at.time": "16:30", "attendees": "police", "sent": "yes"])
            #expect(moved.status == 303)
            #expect(try await manager.get("/meetings/\(scene.meeting)").body.contains("tomorrow 16:30"))
            #expect(try await manager.send("/meetings/\(scene.meeting)/cancel", ["reason": ""]).status == 422)
            let off = try await manager.send("/meetings/\(scene.meeting)/cancel", ["reason": "Not needed any more."])
            #expect(off.status == 303)
            #expect(try await manager.get("/meetings/\(scene.meeting)").body.contains("Called off"))
            #expect(try await manager.get("/meetings/\(scene.meeting)/held").status == 404)
        }
    }
}

@Suite struct `The list of actions` {
    @Test func `shows one's own, the overdue first, until they are done`() async throws {
        try await `The pages of meetings`.run { site, scene in
            let late = try await scene.agree(site, "Visit the aunt.", owner: .socialWorker, due: "2015-06-07T17:00")
            _ = try await scene.agree(site, "Write to the school.", owner: .socialWorker, due: "2015-06-20T17:00")
            _ = try await scene.agree(site, "Look at the flats.", owner: .dutyInspector, due: "2015-06-20T17:00")
            let worker = try await site.signedIn(.socialWorker)
            let mine = try await worker.get("/actions").body
            let (first, second) = (mine.range(of: "Visit the aunt."), mine.range(of: "Write to the school."))
            #expect(try #require(first).lowerBound < #require(second).lowerBound)
            #expect(mine.contains("Overdue: 1") && !mine.contains("Look at the flats."))
            #expect(try await worker.get("/actions?whose=all").body.contains("Look at the flats."))
            let place = "/episodes/\(scene.kezia.number)/add/action-done?what=\(late)"
            #expect(try await worker.get(place).body.contains("Visit the aunt."))
            let done = try await worker.send(
                "/episodes/\(scene.kezia.number)/add/action-done",
                ["what": "\(late)", "result": "She is not there.", "occurred.how": "now"])
            #expect(done.status == 303, "\(done.body.prefix(400))")
            #expect(!(try await worker.get("/actions").body.contains("Visit the aunt.")))
            #expect(try await worker.get("/actions?closed=yes").body.contains("She is not there."))
        }
    }

    @Test func `leaves out what is agreed for children who are not theirs`() async throws {
        try await `The pages of meetings`.run { site, scene in
            _ = try await scene.agree(site, "Something for the other.", owner: .socialWorker, on: scene.sky)
            for whose in ["mine", "agency", "all"] {
                let page = try await site.signedIn(.socialWorker).get("/actions?whose=\(whose)").body
                #expect(!page.contains("Something for the other."), "\(whose)")
            }
        }
    }
}
