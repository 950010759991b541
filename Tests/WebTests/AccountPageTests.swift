// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `Accounts that differ` {
    @Test func `stand side by side, are settled from there, and leave the worklist`() async throws {
        try await TestSite.run(at: "2015-09-05T23:00") { site in
            let episode = try await site.report(
                TestSite.kezia, details: [.missingSince: .time(.at(site.now - .hours(1)))])
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .accountReceived, .episode(episode), occurredAt: .at(site.now),
                        details: [
                            .agency: .word("eastmoor-police"), .missingSince: .time(.at(site.now - .hours(3))),
                            .rationale: .text("The neighbour saw her at eight."),
                        ])
                ], by: TestSite.actor(.dutyInspector))
            let worker = try await site.signedIn(.socialWorker)
            let list = try await worker.get("/discrepancies").body
            #expect(list.contains("Kezia Adams") && list.contains("Since when the child was missing"))
            let page = try await worker.get("/episodes/\(episode.number)/accounts").body
            #expect(page.contains("The neighbour saw her at eight.") && page.contains("This counts"))
            let link = try #require(page.firstMatch(of: /href="(\/episodes\/\d+\/add\/account-settled[^"]+)"/)).1
            let form = try await worker.get(String(link).replacing("&amp;", with: "&")).body
            #expect(form.contains("value=\"missingSince\" checked"))
            #expect(site.partnership.state.episode(episode)?.facts.start == site.now - .hours(3))
            let sent = try await worker.send(
                "/episodes/\(episode.number)/add/account-settled",
                [
                    "settles": "missingSince", "rationale": "Her carer saw her at ten.", "occurred.how": "now",
                    "missingSince.how": "at", "missingSince.date": "2015-09-05", "missingSince.time": "22:00",
                ])
            #expect(sent.status == 303)
            #expect(site.partnership.state.episode(episode)?.facts.start == site.now - .hours(1))
            #expect(!(try await worker.get("/discrepancies").body.contains("Kezia Adams")))
            let settled = try await worker.get("/episodes/\(episode.number)/accounts").body
            #expect(settled.contains("Settled") && settled.contains("Her carer saw her at ten."))
        }
    }

    @Test func `of a child whom one may not see are in nobody's list`() async throws {
        try await TestSite.run(at: "2015-09-05T23:00") { site in
            let episode = try await site.report(TestSite.sky)
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .accountReceived, .episode(episode), occurredAt: .at(site.now),
                        details: [
                            .agency: .word("northvale"), .missingSince: .time(.at(site.now - .hours(9))),
                        ])
                ], by: TestSite.actor(.dutyInspector))
            let list = try await site.signedIn(.socialWorker).get("/discrepancies")
            #expect(list.status == 200 && !list.body.contains("Sky Winter"))
        }
    }
}
