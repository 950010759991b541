// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `The report that a home owes` {
    private func run(_ body: (TestSite, EpisodeID) async throws -> Void) async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            let adoption: Details = [
                .pack: .word("birmingham-2015"), .openFrom: .date(London.date(of: site.now)),
                .authority: .word("eastmoor"),
            ]
            _ = try await site.partnership.submitTrusted(
                [Act(.protocolAdopted, .partnership, occurredAt: .at(site.now), details: adoption)],
                by: Actor(worker: "admin", role: .administrator))
            try await site.add([.homeManager])
            try await body(
                site, try await site.report(TestSite.kezia, details: [.circumstances: .text("By the back door.")]))
        }
    }

    @Test func `is made from the record, says what is not on it, and is signed by name`() async throws {
        try await run { site, episode in
            let manager = try await site.signedIn(.homeManager)
            let path = "/episodes/\(episode.number)/reports/regulation-40"
            let page = try await manager.get(path).body
            #expect(page.contains("By the back door.") && page.contains("Nobody has signed it off yet."))
            #expect(page.contains("Nothing of the kind is on record."))
            #expect(try await manager.get("/reports").body.contains(path))
            let unnamed = try await manager.send(path, [:])
            #expect(unnamed.status == 422)
            let signed = try await manager.send(path, ["signed-by": "Sheila Marsh, service manager"])
            #expect(signed.status == 303)
            #expect(try await manager.get(path).body.contains("Sheila Marsh, service manager"))
            let duty = site.partnership.standings(of: episode, in: site.partnership.state, at: site.partnership.now)
                .first { $0.duty == "regulation-40-report" }
            #expect(duty?.state == .done)
        }
    }

    @Test func `is made up by the month for the independent visitor, under initials`() async throws {
        try await run { site, _ in
            let manager = try await site.signedIn(.homeManager)
            let path = "/figures/reports/home"
            let page = try await manager.get("\(path)?from=2015-09-01&to=2015-09-30").body
            #expect(page.contains(">KA</th>") && !page.contains("Kezia Adams") && !page.contains(">SW</th>"))
            let table = try await manager.get("\(path)/file?as=csv&from=2015-09-01&to=2015-09-30").body
            #expect(table.contains("\"KA\"") && !table.contains("Kezia"))
            let none = try await manager.get("\(path)?from=2015-08-01&to=2015-08-31").body
            #expect(none.contains("No child went missing"))
        }
    }

    @Test func `is not there under a name that is no report`() async throws {
        try await run { site, episode in
            let manager = try await site.signedIn(.homeManager)
            #expect(try await manager.get("/episodes/\(episode.number)/reports/other").status == 404)
        }
    }
}

@Suite struct `The wall` {
    @Test func `names children as it is told to, and never more than the board`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            let carer = try await site.signedIn(.carer)
            let initials = try await carer.get("/wall").body
            #expect(initials.contains("KA 1") && !initials.contains("Kezia"))
            #expect(try await carer.get("/wall?names=full").body.contains("Kezia Adams"))
            let none = try await carer.get("/wall/part?names=none").body
            #expect(none.contains("Child 1") && !none.contains("KA 1"))
            #expect(!(try await carer.get("/wall?names=full").body.contains("Sky")))
        }
    }
}

@Suite struct `The information of a protocol` {
    @Test func `is shown to each kind of reader, and a report form on paper holds the protocol's own questions`()
        async throws
    {
        try await TestSite.run { site in
            let analyst = try await site.signedIn(.analyst)
            for reader in ["children", "parents", "carers", "schools", "professionals"] {
                #expect(try await analyst.get("/information/\(reader)").status == 200)
            }
            #expect(try await analyst.get("/information/nobody").status == 404)
            let form = try await analyst.get("/information/paper-report").body
            #expect(form.contains("Is the child likely to come to harm?") && form.contains("What they wear"))
        }
    }
}
