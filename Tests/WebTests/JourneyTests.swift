// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `A child who does not come home` {
    @Test func `is carried from the report to a safe return by three people`() async throws {
        try await TestSite.run { site in
            let (carer, police, worker) = (
                try await site.signedIn(.carer), try await site.signedIn(.dutyInspector),
                try await site.signedIn(.socialWorker)
            )
            let episode = try await Self.report(by: carer)
            #expect(try await police.get("/").body.contains("1 child is missing now"))
            try await Self.act(
                police, "/episodes/1/add/classified", ["as": "missing", "rationale": "Out of character."],
                says: "classified as missing")
            try await Self.act(
                police, "/episodes/1/add/risk-graded", ["as": "high", "rationale": "Known exploitation."],
                says: "High risk")
            try await Self.act(
                worker, "/episodes/1/add/notified", ["to": "iro", "how": "phone"],
                says: "told independent reviewing officer")
            try site.setTime("2015-06-05T23:15")
            try await Self.act(
                police, "/episodes/1/add/located", ["found": "Market Street car park", "confirmed": "yes"],
                says: "Located, not back")
            try site.setTime("2015-06-05T23:35")
            try await Self.act(carer, "/episodes/1/add/returned", ["to": "placement"], says: "is back after")
            #expect(try await worker.get(episode).body.contains("is back after"))
            #expect(try await worker.get("/").body.contains("No child is missing now"))
            let facts = site.partnership.state.episode(EpisodeID(number: 1))?.facts
            #expect(facts?.stage == .returned && facts?.grade == .high)
        }
    }

    /// The guided report, step by step; returns the address of the episode.
    private static func report(by carer: TestVisitor) async throws -> String {
        #expect(try await carer.get("/report").body.contains("Kezia Adams, 14"))
        let checks = try await carer.send("/report", ["child": "1"]).location
        _ = try await carer.get(checks)
        let started = try await carer.send(checks, ["do": "start", "missingSince.how": "now", "minutes": "20"])
        #expect(started.location == checks)
        #expect(try await carer.get(checks).body.contains("Finish by"))
        let seen = try await carer.send(checks, ["do": "report", "checked": "phone", "holds": "checked"]).location
        #expect(try await carer.get(seen).body.contains("value=\"The carer\""))
        let answers = try await carer.send(
            seen,
            [
                "missingSince.how": "at", "missingSince.date": "2015-06-05", "missingSince.time": "22:10",
                "circumstances": "Not in her room.",
            ]
        ).location
        #expect(try await carer.get(answers).body.contains("What they wear"))
        let send = answers.replacing("/answers", with: "/send")
        let sent = try await carer.send(send, ["reference": "1184"])
        #expect(sent.location == "/report/sent/1")
        let page = try await carer.get(sent.location).body
        #expect(page.contains("I am reporting a child missing: Kezia Adams.") && page.contains("1184"))
        return "/episodes/1"
    }

    private static func act(_ visitor: TestVisitor, _ path: String, _ fields: [String: String], says: String)
        async throws
    {
        let form = try await visitor.get(path)
        #expect(form.status == 200, "\(path)")
        var all = fields
        all["occurred.how"] = "now"
        all["once"] = "once-\(path)"
        let answer = try await visitor.send(path, all)
        #expect(answer.status == 303, "\(path): \(answer.body)")
        let page = try await visitor.get(answer.location).body
        #expect(page.contains(says), "\(path) leads to a page that says \(says)")
    }
}

@Suite struct `A form for an act` {
    @Test func `keeps what was typed beside what is wrong`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            let police = try await site.signedIn(.dutyInspector)
            _ = try await police.get("/episodes/1/add/classified")
            let answer = try await police.send(
                "/episodes/1/add/classified",
                ["as": "missing", "narrative": "Spoke to the home.", "occurred.how": "now"])
            #expect(answer.status == 422)
            #expect(answer.body.contains("There is a problem") && answer.body.contains("href=\"#rationale\""))
            #expect(answer.body.contains("Spoke to the home."))
            #expect(answer.body.contains("value=\"missing\" checked"))
        }
    }

    @Test func `shows what the record refuses`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/episodes/1/add/returned")
            let early = try await carer.send(
                "/episodes/1/add/returned",
                ["occurred.how": "at", "occurred.date": "2015-06-05", "occurred.time": "09:00"])
            #expect(early.status == 422)
            #expect(early.body.contains("The episode started later"))
            let ahead = try await carer.send(
                "/episodes/1/add/returned",
                ["occurred.how": "at", "occurred.date": "2015-06-06", "occurred.time": "09:00"])
            #expect(ahead.body.contains("The time given has not come yet."))
        }
    }

    @Test func `sent twice is recorded once`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/episodes/1/add/note-added")
            let fields = ["narrative": "Her aunt rang.", "occurred.how": "now", "once": "the-same"]
            let first = try await carer.send("/episodes/1/add/note-added", fields)
            let second = try await carer.send("/episodes/1/add/note-added", fields)
            #expect(first.location == second.location)
            #expect(site.partnership.state.episode(EpisodeID(number: 1))?.history.recorded.count == 2)
        }
    }

    @Test func `corrects an entry, and both stay`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            let entry = site.partnership.state.position
            let carer = try await site.signedIn(.carer)
            let path = "/episodes/1/add/corrected"
            #expect(try await carer.get("\(path)?what=\(entry)").body.contains("The entry, as it was recorded"))
            let answer = try await carer.send(
                path,
                [
                    "what": "\(entry)", "reason": "The log says ten.", "occurred.how": "now", "missingSince.how": "at",
                    "missingSince.date": "2015-06-05", "missingSince.time": "22:00",
                ])
            #expect(answer.status == 303, "\(answer.body)")
            let facts = site.partnership.state.episode(EpisodeID(number: 1))?.facts
            #expect(facts?.start == (try TimeText.instant("2015-06-05T22:00")))
            #expect(try await carer.get("/episodes/1").body.contains("Corrected later"))
        }
    }

    @Test func `is there for every act that the role may record`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            let access = Access(
                Actor(worker: "x", role: .socialWorker, agency: AgencyID("eastmoor")), in: site.partnership.state,
                at: site.now)
            let worker = try await site.signedIn(.socialWorker)
            for word in EventWord.allCases where word != .corrected && word.form.about == .episode {
                let isAllowed = access.mayRecord(word, on: TestSite.kezia)
                let status = try await worker.get("/episodes/1/add/\(word.rawValue)").status
                #expect(status == (isAllowed ? 200 : 404), "\(word.rawValue)")
            }
        }
    }
}
