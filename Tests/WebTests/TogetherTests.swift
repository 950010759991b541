// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `Children who went together` {
    /// Kezia and Noor of Larch House, and Sky, whom nobody of Larch House sees, all away; Kezia's report names both.
    private func run(
        _ body: (TestSite, _ kezia: EpisodeID, _ noor: EpisodeID, _ sky: EpisodeID) async throws -> Void
    ) async throws {
        try await TestSite.run(at: "2015-09-05T23:00") { site in
            let noor = try #require(try await site.place("Noor Field", "larch-house", by: "eastmoor"))
            let sky = try await site.report(TestSite.sky)
            let other = try await site.report(noor)
            let first = try await site.report(
                TestSite.kezia,
                details: [.withChildren: .numbers([Int(noor.number), Int(TestSite.sky.number)])])
            try await body(site, first, other, sky)
        }
    }

    @Test func `are on one page for who may see them, and one who may not be seen is on none`() async throws {
        try await run { site, kezia, noor, _ in
            let worker = try await site.signedIn(.socialWorker)
            for episode in [kezia, noor] {
                let page = try await worker.get("/episodes/\(episode.number)/together").body
                #expect(page.contains("Kezia Adams") && page.contains("Noor Field"))
                #expect(!page.contains("Sky Winter"))
            }
            let child = try await worker.get("/children/\(TestSite.kezia.number)").body
            #expect(!child.contains("Sky Winter"))
        }
    }

    @Test func `are seen together once, each on their own record`() async throws {
        try await run { site, kezia, noor, sky in
            let carer = try await site.signedIn(.carer)
            let path = "/episodes/\(kezia.number)/together"
            let form = try await carer.get("\(path)?act=sighted").body
            #expect(form.contains("Noor Field") && form.contains("name=\"found\""))
            let numbers = ["\(TestSite.kezia.number)", "3"]
            let sent = try await carer.send(
                path, ["act": "sighted", "found": "The bus stop", "occurred.how": "now"],
                and: numbers.map { ("child", $0) })
            #expect(sent.status == 303, "\(sent.body.prefix(400))")
            for (episode, other) in [(kezia, 3), (noor, 1)] {
                let marks = site.partnership.state.episode(episode)?.history.recorded ?? []
                let seen = marks.filter { $0.word == .sighted }
                #expect(seen.map { $0.details.numbers(.withChildren) } == [[other]])
            }
            #expect(site.partnership.state.episode(sky)?.history.holds(.sighted) == false)
        }
    }

    @Test func `are not recorded for a child whom the writer may not see, nor for nobody`() async throws {
        try await run { site, kezia, _, sky in
            let carer = try await site.signedIn(.carer)
            let path = "/episodes/\(kezia.number)/together"
            _ = try await carer.get(path)
            let typed = ["act": "returned", "occurred.how": "now"]
            #expect(try await carer.send(path, typed, and: [("child", "2")]).status == 422)
            #expect(try await carer.send(path, typed).status == 422)
            #expect(site.partnership.state.episode(sky)?.facts.isOpen == true)
        }
    }
}
