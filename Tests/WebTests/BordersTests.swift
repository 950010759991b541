// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `Children across borders` {
    /// Eastmoor's child at Ash Lodge in Northvale.
    private func placedElsewhere(_ site: TestSite) async throws -> ChildID {
        let child = try #require(try await site.place("Poppy Grange", "ash-lodge", by: "eastmoor"))
        let placement: Details = [
            .kind: .word("childrens-home"), .place: .word("ash-lodge"), .host: .word("northvale"),
            .outOfArea: .flag(true), .since: .date(London.date(of: site.now)), .distanceMiles: .number(31),
        ]
        _ = try await site.partnership.submitTrusted(
            [Act(.placementStarted, .child(child), occurredAt: .at(site.now), details: placement)],
            by: TestSite.actor(.socialWorker))
        return child
    }

    @Test func `are listed with what nobody has been told yet`() async throws {
        try await TestSite.run { site in
            let child = try await placedElsewhere(site)
            let worker = try await site.signedIn(.socialWorker)
            let page = try await worker.get("/placements").body
            #expect(page.contains("Ours, placed elsewhere: 1") && page.contains("31 miles from home"))
            #expect(page.contains("The host authority, that the child has come"))
            let form = "/children/\(child.number)/add/told-about-child?to=host-authority&amp;kind=arrival"
            #expect(page.contains(form))
            _ = try await worker.get("/placements")
            _ = try await worker.send(
                "/children/\(child.number)/add/told-about-child",
                ["to": "host-authority", "kind": "arrival", "occurred.how": "now", "once": "a"])
            #expect(!(try await worker.get("/placements").body.contains(form)))
        }
    }

    @Test func `are not listed for who may not see where a child lives`() async throws {
        try await TestSite.run { site in
            let child = try await placedElsewhere(site)
            let shield: Details = [
                .names: .words(["team-manager-eastmoor-example"]), .reason: .text("Her father looks for her."),
            ]
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get("/placements").body.contains("Poppy Grange"))
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .workerAdded, .partnership, occurredAt: .at(site.now),
                        details: [
                            .worker: .word("team-manager-eastmoor-example"), .name: .text("The manager"),
                            .role: .word("team-manager"), .agency: .word("eastmoor"),
                        ])
                ], by: Actor(worker: "admin", role: .administrator))
            _ = try await site.partnership.submitTrusted(
                [Act(.locationShielded, .child(child), occurredAt: .at(site.now), details: shield)],
                by: TestSite.actor(.teamManager))
            #expect(!(try await worker.get("/placements").body.contains("Poppy Grange")))
            #expect(try await site.signedIn(.carer).get("/placements").status == 404)
        }
    }

    @Test func `stay with who offered them until somebody accepts, and everybody is told so`() async throws {
        try await TestSite.run { site in
            let child = try await placedElsewhere(site)
            let episode = try await site.report(child)
            let offered: Details = [
                .to: .word("eastmoor"), .agency: .word("northvale"), .reason: .text("She is in your area."),
            ]
            _ = try await site.partnership.submitTrusted(
                [Act(.handOverOffered, .episode(episode), occurredAt: .at(site.now), details: offered)],
                by: Actor(worker: "rob", role: .socialWorker, agency: AgencyID("northvale")))
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get("/").body.contains("1 offer to take a case over"))
            #expect(try await worker.get("/").body.contains("Offered to Eastmoor, not accepted"))
            let offers = try await worker.get("/offers").body
            #expect(offers.contains("To you: 1") && offers.contains("She is in your area."))
            #expect(offers.contains("Northvale has the case still."))
            _ = try await worker.send(
                "/episodes/\(episode.number)/add/hand-over-accepted",
                ["agency": "eastmoor", "occurred.how": "now", "once": "a"])
            #expect(try await worker.get("/offers").body.contains("To you: 0"))
            #expect(!(try await worker.get("/").body.contains("not accepted")))
        }
    }

    @Test func `are looked out for while an alert stands, and it says when it is past its end`() async throws {
        try await TestSite.run { site in
            let alert: Details = [
                .agency: .word("Westhaven Police"), .kind: .word("missing"),
                .until: .time(.at(site.now + .days(2))), .rationale: .text("Seen at the station."),
            ]
            _ = try await site.partnership.submitTrusted(
                [Act(.alertReceived, .child(TestSite.kezia), occurredAt: .at(site.now), details: alert)],
                by: TestSite.actor(.socialWorker))
            let worker = try await site.signedIn(.socialWorker)
            let page = try await worker.get("/alerts").body
            #expect(page.contains("Westhaven Police asked") && page.contains("Seen at the station."))
            #expect(!page.contains("Past its end"))
            site.advance(by: .hours(50))
            let later = try await site.signedIn(.socialWorker)
            #expect(try await later.get("/alerts").body.contains("Past its end"))
        }
    }
}

@Suite struct `A child who came alone` {
    @Test func `has their clocks on the page, and whoever sees no intelligence does not see the referral`() async throws
    {
        try await TestSite.run(at: "2015-06-04T10:00") { site in
            let today = London.date(of: site.now)
            for kind in [StatusSpan.lookedAfter, StatusSpan.unaccompanied] {
                _ = try await site.partnership.submitTrusted(
                    [
                        Act(
                            .statusStarted, .child(TestSite.kezia), occurredAt: .at(site.now),
                            details: [.kind: .word(kind), .since: .date(today)])
                    ], by: TestSite.actor(.socialWorker))
            }
            site.advance(by: .hours(30))
            let episode = try await site.report(TestSite.kezia)
            let worker = try await site.signedIn(.socialWorker)
            let page = try await worker.get("/episodes/\(episode.number)").body
            #expect(page.contains("Within 48 hours of arriving"))
            #expect(page.contains("Refer the child to the National Referral Mechanism"))
            _ = try await site.partnership.submitTrusted(
                [Act(.nrmReferred, .episode(episode), occurredAt: .at(site.now))], by: TestSite.actor(.socialWorker))
            let after = try await worker.get("/episodes/\(episode.number)").body
            #expect(!after.contains("Refer the child to the National Referral Mechanism"))
            try await site.add([.health])
            #expect(!(try await site.signedIn(.health).get("/children/1").body.contains("the clocks")))
        }
    }

    @Test func `is told before the birthday what becomes of an open episode at eighteen`() async throws {
        try await TestSite.run { site in
            let today = London.date(of: site.now)
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .childDetailsChanged, .child(TestSite.kezia), occurredAt: .at(site.now),
                        details: [.born: .date(today.adding(days: -365 * 18 + 25))])
                ], by: TestSite.actor(.socialWorker))
            let page = try await site.signedIn(.socialWorker).get("/children/1").body
            #expect(page.contains("Eighteen in"))
        }
    }
}
