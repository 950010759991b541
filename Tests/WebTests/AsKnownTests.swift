// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `The page of what was known` {
    @Test func `shows apart what was recorded later about the time before`() async throws {
        try await TestSite.run(at: "2015-09-05T22:00") { site in
            let episode = try await site.report(TestSite.kezia)
            try site.setTime("2015-09-07T09:00")
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .sighted, .episode(episode), occurredAt: .at(site.now - .hours(30)),
                        details: [.found: .text("At the station, with a stranger")])
                ], by: TestSite.actor(.dutyInspector))
            let worker = try await site.signedIn(.socialWorker)
            for path in ["/episodes/\(episode.number)", "/children/\(TestSite.kezia.number)"] {
                let then = try await worker.get("\(path)/as-known?date=2015-09-06&time=12:00").body
                let parts = then.components(separatedBy: "id=\"later\"")
                #expect(parts.count == 2 && parts[0].contains("reported the child missing"))
                #expect(!parts[0].contains("with a stranger") && parts[1].contains("with a stranger"))
                let now = try await worker.get("\(path)/as-known").body
                #expect(now.components(separatedBy: "id=\"later\"")[0].contains("with a stranger"))
            }
        }
    }

    @Test func `refuses a time that has not come, and is only for who sees the episode`() async throws {
        try await TestSite.run(at: "2015-09-05T22:00") { site in
            let episode = try await site.report(TestSite.kezia)
            let worker = try await site.signedIn(.socialWorker)
            let ahead = try await worker.get("/episodes/\(episode.number)/as-known?date=2015-09-09").body
            #expect(ahead.contains("That time has not come yet."))
            try await site.add([.school])
            #expect(try await site.signedIn(.school).get("/episodes/\(episode.number)/as-known").status == 404)
        }
    }
}

@Suite struct `Special situations of an episode` {
    @Test func `police protection is a clock of 72 hours with what must happen by then`() async throws {
        try await TestSite.run(at: "2015-09-05T22:00") { site in
            let episode = try await site.report(TestSite.kezia)
            let submit: (EventWord, Details) async throws -> Void = { word, details in
                _ = try await site.partnership.submitTrusted(
                    [Act(word, .episode(episode), occurredAt: .at(site.now), details: details)],
                    by: TestSite.actor(.dutyInspector))
            }
            try await submit(.policeProtectionStarted, [:])
            try site.setTime("2015-09-06T23:00")
            let page = try await site.signedIn(.socialWorker).get("/episodes/\(episode.number)").body
            #expect(page.contains("Police protection: 47 hours left") || page.contains("Police protection: 1 day"))
            #expect(page.contains("25 of 72 hours have passed"))
            try site.setTime("2015-09-08T22:30")
            let over = try await site.signedIn(.socialWorker).get("/episodes/\(episode.number)").body
            #expect(over.contains("Police protection ran out"))
            try await submit(.policeProtectionEnded, [.outcome: .word("accommodated")])
            let ended = try await site.signedIn(.socialWorker).get("/episodes/\(episode.number)").body
            #expect(!ended.contains("id=\"police-protection\""))
        }
    }

    @Test func `a child taken by force ends this procedure in so many words`() async throws {
        try await TestSite.run(at: "2015-09-05T22:00") { site in
            let episode = try await site.report(TestSite.kezia)
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .forcibleRemovalReported, .episode(episode), occurredAt: .at(site.now),
                        details: [.rationale: .text("Pulled into a car."), .to: .word("police")])
                ], by: TestSite.actor(.carer))
            let page = try await site.signedIn(.carer).get("/episodes/\(episode.number)").body
            #expect(page.contains("Taken by force: this procedure stops here"))
        }
    }

    @Test func `an episode that nobody reported is recorded afterwards, once`() async throws {
        try await TestSite.run(at: "2015-09-05T22:00") { site in
            let worker = try await site.signedIn(.socialWorker)
            let path = "/children/\(TestSite.kezia.number)/unreported"
            #expect(try await worker.get(path).status == 200)
            let typed = [
                "missingSince.how": "day", "missingSince.date": "2015-09-02", "until.how": "at",
                "until.date": "2015-09-04", "until.time": "18:00", "rationale": "She told her tutor.",
            ]
            #expect(try await worker.send(path, typed.filter { $0.key != "rationale" }).status == 422)
            let sent = try await worker.send(path, typed)
            #expect(sent.status == 303, "\(sent.body.prefix(600))")
            let made = try #require(site.partnership.state.episodes(of: TestSite.kezia).first)
            #expect(made.facts.careKind == .unreported && made.facts.returnedAt != nil)
            #expect(try await worker.get(sent.location).body.contains("Nobody had reported it"))
        }
    }

    @Test func `a place for the night is listed, checked, and closed when it is not suitable`() async throws {
        try await TestSite.run(at: "2015-09-05T22:00") { site in
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/emergency-places/record?act=emergency-place-entered")
            let entered = try await worker.send(
                "/emergency-places/record",
                [
                    "act": "emergency-place-entered", "name": "Linden", "kind": "refuge", "phones": "01632 960411",
                    "occurred.how": "now", "next.how": "day", "next.date": "2015-12-01",
                ])
            #expect(entered.status == 303)
            let carer = try await site.signedIn(.carer)
            #expect(try await carer.get("/emergency-places").body.contains("01632 960411"))
            #expect(try await carer.get("/emergency-places/record?act=emergency-place-entered").status == 404)
            let number = try #require(site.partnership.state.emergencyPlaces.all.first?.number)
            let checked = try await worker.send(
                "/emergency-places/record",
                [
                    "act": "emergency-place-checked", "entry": "\(number)", "outcome": "not-suitable",
                    "occurred.how": "now", "next.how": "day", "next.date": "2015-12-01",
                ])
            #expect(checked.status == 303)
            #expect(site.partnership.state.emergencyPlaces.all.first?.isOpen == false)
        }
    }
}
