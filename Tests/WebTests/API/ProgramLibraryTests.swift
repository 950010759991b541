// SPDX-License-Identifier: MIT

import Casework
import Exchange
import Foundation
import HomewardClient
import Partnership
import Testing
import WorkingTime

@testable import Web

@Suite struct `A partner's own system` {
    @Test func `reports a child, classifies, says its version, sees to what is owed and records the return`()
        async throws
    {
        try await TestSite.run { site in
            try await site.adopt("england-2014")
            let (home, police) = (try await site.library(.carer), try await site.library(.dutyInspector))
            let social = try await site.library(.socialWorker)
            #expect(try await home.program().role == "carer")
            let found = try await home.search(["name": .text("adams kezia")])
            #expect(found.map(\.child) == [1] && found[0].isSame && found[0].openEpisode == nil)
            let report = HomewardClient.Report(
                child: 1,
                details: [
                    "missingSince": .text("~2015-06-05T21:30"), "clothing": .text("A red coat"),
                    "checked": .texts(["premises", "phone"]), "imminentRisk": .flag(false),
                ])
            let reported = try await home.report(report, key: HomewardClient.newKey())
            let number = try #require(reported.episode)
            var episode = try await police.episode(number)
            #expect(episode.facts.category == "unclassified" && episode.mayRecord.contains("classified"))
            #expect(episode.entries.last?.details["missingSince"] == .text("~2015-06-05T21:30:00+01:00"))
            _ = try await police.classify(
                number, as: "missing", rationale: "Out of character", seen: episode.tag, key: HomewardClient.newKey())
            let account = ["missingSince": HomewardClient.Detail.text("2015-06-05T18:00"), "agency": .text("eastmoor")]
            _ = try await social.sendAccount(of: number, details: account, key: HomewardClient.newKey())
            let accounts = try await social.accounts(of: number)
            #expect(accounts.accounts.count == 2 && accounts.differences.map(\.about) == ["missingSince"])
            _ = try await social.acknowledge(number, key: HomewardClient.newKey())
            site.advance(by: .hours(2))
            _ = try await home.recordReturn(of: number, key: HomewardClient.newKey())
            episode = try await police.episode(number)
            #expect(episode.facts.stage == "returned" && episode.facts.category == "missing")
            let words = try await social.allChanges().changes.filter { $0.episode == number }.map(\.word)
            #expect(words == ["reported", "classified", "account-received", "acknowledged", "returned"])
            let child = try await social.child(1)
            #expect(child.details["name"] == .text("Kezia Adams") && child.episodes?.count == 1)
        }
    }

    @Test func `records what discharges a duty, and nothing where it is done`() async throws {
        try await TestSite.run { site in
            try await site.adopt("england-2014")
            let episode = Int(try await site.report(TestSite.kezia).number)
            let home = try await site.library(.carer)
            let owed = try await home.ownDuties().duties.filter { $0.episode == episode && $0.isYours }
            let duty = try #require(owed.first { $0.recordedAs == "notified" }, "\(owed)")
            #expect(
                try await home.duties(of: episode).duties.contains { $0.duty == duty.duty && $0.state == duty.state })
            let done = try await home.doDuty(
                duty.duty, of: episode, instance: duty.instance, details: ["how": .text("telephone")],
                key: HomewardClient.newKey())
            #expect(["done", "doneLate"].contains(done.duty?.state ?? ""), "\(done)")
            let again = await #expect(throws: HomewardProblem.self) {
                try await home.doDuty(
                    duty.duty, of: episode, instance: duty.instance, key: HomewardClient.newKey())
            }
            #expect(again?.kind == "record-stands-against-it" && again?.status == 409)
            let unknown = await #expect(throws: HomewardProblem.self) {
                try await home.doDuty("no such/duty", of: episode, key: HomewardClient.newKey())
            }
            #expect(unknown?.status == 404)
        }
    }

    @Test func `is shown who may be meant before a second record of a child is made`() async throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Names").path
        let folder = NamesFolder(path: path)
        let index = ChildIndex(names: try folder.names(), weights: try folder.weights())
        try await TestSite.run(configured: { $0.children = index }) { site in
            let social = try await site.library(.socialWorker)
            let said: HomewardClient.Details = ["name": .text("Keziah Adams"), "born": .text("2001-05-25")]
            let key = HomewardClient.newKey()
            let problem = await #expect(throws: HomewardProblem.self) {
                try await social.report(HomewardClient.Report(newChild: said, details: [:]), key: key)
            }
            #expect(problem?.kind == "perhaps-known" && problem?.children?.map(\.child) == [1], "\(problem as Any)")
            #expect(problem?.children?.first?.why.isEmpty == false)
            #expect(site.partnership.state.children.count == 2)
            let other = HomewardClient.Report(newChild: said, details: [:], isNobodyKnown: true)
            let recorded = try await social.report(other, key: key)
            #expect(recorded.child == 3 && recorded.episode == 1)
        }
    }
}
