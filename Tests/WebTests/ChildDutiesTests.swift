// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `What is owed for a child beside any one episode` {
    private static let administrator = Actor(worker: "admin", role: .administrator)

    /// Birmingham's protocol governs, and somebody fears that Kezia may go.
    private static func afterConcern(_ body: (TestSite) async throws -> Void) async throws {
        try await TestSite.run { site in
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .protocolAdopted, .partnership, occurredAt: .at(site.now),
                        details: [.pack: .word("birmingham-2015"), .openFrom: .date(CivilDate(daysSince1970: 16_436))]),
                    Act(
                        .allocated, .child(TestSite.kezia), occurredAt: .at(site.now),
                        details: [.role: .word("social-worker"), .worker: .word("wanda")]),
                    Act(.concernRaised, .child(TestSite.kezia), occurredAt: .at(site.now)),
                ], by: administrator)
            try await body(site)
        }
    }

    @Test func `stands on the board of who owes it and on the child's page, before anybody goes missing`() async throws
    {
        try await Self.afterConcern { site in
            let worker = try await site.signedIn(.socialWorker)
            let board = try await worker.get("/").body
            #expect(board.contains("No child is missing now"))
            #expect(board.contains("Not away now, and you owe something"))
            #expect(board.contains("href=\"/children/1\""))
            let page = try await worker.get("/children/1").body
            #expect(page.contains("Owed for the child"))
            #expect(page.contains("Review the placement plan with the carer"))
            #expect(
                try await site.signedIn(.teamManager).get("/children/1").body.contains("/children/1/add/waived?duty="))
        }
    }

    @Test func `is recorded on the child's own record where there is no episode`() async throws {
        try await Self.afterConcern { site in
            let worker = try await site.signedIn(.socialWorker)
            #expect(try await worker.get("/children/1/add/plan-updated").status == 200)
            let sent = try await worker.send("/children/1/add/plan-updated", ["kind": "placement-plan"])
            #expect(sent.status == 303, "\(sent.body.prefix(300))")
            let kinds = site.partnership.state.child(TestSite.kezia)?.history.recorded.map(\.word)
            #expect(kinds?.contains(.planUpdated) == true)
            let owed = site.partnership.childStandings(of: TestSite.kezia)
            #expect(owed.contains { $0.duty == "review-plan-on-concern" && $0.state == .done })
        }
    }

    @Test func `is not for eyes that may not see the child`() async throws {
        try await Self.afterConcern { site in
            let carer = try await site.signedIn(.carer)
            #expect(try await carer.get("/children/2").status == 404)
            let interviewer = try await site.signedIn(.interviewer)
            #expect(!(try await interviewer.get("/").body.contains("Kezia")))
        }
    }

    @Test func `shows how often a child went, with the colour of the triage and what that set off`() async throws {
        try await Self.afterConcern { site in
            for day in 6...8 {
                try site.setTime("2015-06-0\(day)T10:00")
                let episode = try await site.report(TestSite.kezia)
                try site.setTime("2015-06-0\(day)T20:00")
                _ = try await site.partnership.submitTrusted(
                    [Act(.returned, .episode(episode), occurredAt: .at(site.now), details: [.to: .word("placement")])],
                    by: Self.administrator)
            }
            let page = try await site.signedIn(.socialWorker).get("/children/1").body
            #expect(page.contains("Triage:") && page.contains(">Red<"))
            #expect(page.contains("Three missing in three months"))
            #expect(page.contains("href=\"/episodes/3/add/"))
        }
    }
}
