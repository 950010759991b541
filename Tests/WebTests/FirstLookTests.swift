// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

/// What somebody reads first, on the page that they open first.
@Suite struct `At a first look` {
    private static let administrator = Actor(worker: "admin", role: .administrator)

    /// Birmingham's protocol governs, and Kezia has a social worker.
    private static func begun(_ site: TestSite) -> [Act] {
        [
            Act(
                .protocolAdopted, .partnership, occurredAt: .at(site.now),
                details: [.pack: .word("birmingham-2015"), .openFrom: .date(CivilDate(daysSince1970: 16_436))]),
            Act(
                .allocated, .child(TestSite.kezia), occurredAt: .at(site.now),
                details: [.role: .word("social-worker"), .worker: .word("wanda")]),
        ]
    }

    @Test(arguments: [Role.teamManager, .socialWorker, .carer, .dutyInspector])
    func `the board comes first in the header`(role: Role) async throws {
        try await TestSite.run { site in
            let page = try await site.signedIn(role).get("/").body
            let header = try #require(page.firstMatch(of: /<header.*?<\/header>/.dotMatchesNewlines())?.output)
            let first = try #require(header.firstMatch(of: /<nav.*?<a [^>]*>([^<]*)</.dotMatchesNewlines()))
            #expect(first.1 == "Board")
        }
    }

    @Test func `a closed episode says what was left undone, and that nobody waits for it`() async throws {
        try await TestSite.run { site in
            _ = try await site.partnership.submitTrusted(Self.begun(site), by: Self.administrator)
            let episode = try await site.report(TestSite.kezia)
            try site.setTime("2015-06-06T09:00")
            _ = try await site.partnership.submitTrusted(
                [Act(.returned, .episode(episode), occurredAt: .at(site.now), details: [.to: .word("placement")])],
                by: Self.administrator)
            try site.setTime("2015-07-06T09:00")
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get("/episodes/1").body.contains("What you owe next"))
            _ = try await site.partnership.submitTrusted(
                [Act(.closed, .episode(episode), occurredAt: .at(site.now))], by: Self.administrator)
            let page = try await worker.get("/episodes/1").body
            #expect(!page.contains("What you owe next"))
            #expect(page.contains("Not done when this was closed"))
        }
    }

    @Test func `a board names whom one owes something soon, and counts whom one owes it later`() async throws {
        try await TestSite.run { site in
            _ = try await site.partnership.submitTrusted(
                Self.begun(site) + [
                    Act(
                        .placementStarted, .child(TestSite.kezia), occurredAt: .at(site.now),
                        details: [
                            .kind: .word("childrens-home"), .since: .date(London.date(of: site.now)),
                            .place: .word("larch-house"),
                        ])
                ], by: Self.administrator)
            #expect(
                try await site.signedIn(.socialWorker).get("/").body.contains("Not away now, and you owe something"))
            let model = BoardModel(
                state: site.partnership.state,
                actor: Actor(worker: "wanda", role: .socialWorker, agency: AgencyID("eastmoor")),
                now: site.now - .days(60),
                owed: BoardModel.Source(
                    standings: { _ in [] }, childStandings: { site.partnership.childStandings(of: $0) },
                    childrenOwedSomething: { [TestSite.kezia] }))
            #expect(model.count(.aside) == 0 && model.asideLater == 1)
        }
    }
}
