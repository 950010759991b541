// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `The school's simple entry` {
    private let kezia = TestSite.kezia

    /// Birmingham's protocol is in force, and it is a Monday morning of term.
    private func run(_ body: (TestSite, TestVisitor) async throws -> Void) async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            let adoption: Details = [
                .pack: .word("birmingham-2015"), .openFrom: .date(London.date(of: site.now)),
                .authority: .word("eastmoor"), .narrative: .text("The board, minute 7."),
            ]
            _ = try await site.partnership.submitTrusted(
                [Act(.protocolAdopted, .partnership, occurredAt: .at(site.now), details: adoption)],
                by: Actor(worker: "admin", role: .administrator))
            try await site.add([.school, .educationWelfare, .cmeOfficer])
            try site.setTime("2015-09-14T09:40")
            let school = try await site.signedIn(.school)
            _ = try await school.get("/school")
            try await body(site, school)
        }
    }

    private func openCase(_ site: TestSite) throws -> Episode {
        try #require(site.partnership.state.openSchoolCase(of: kezia))
    }

    @Test func `shows the school's own pupils and nobody else's`() async throws {
        try await run { _, school in
            let page = try await school.get("/school").body
            #expect(page.contains("Kezia Adams"))
            #expect(!page.contains("Sky Winter"))
            #expect(try await school.get("/children/2/absence").status == 404)
            #expect(try await school.get("/children/2/gone").status == 404)
        }
    }

    @Test func `says in words that an episode has no case`() async throws {
        try await run { site, _ in
            let episode = try await site.report(kezia)
            let page = try await site.signedIn(.teamManager).get("/episodes/\(episode.number)/education")
            #expect(page.status == 200 && page.body.contains("No case of missing from education"))
            #expect(try await site.signedIn(.interviewer).get("/episodes/\(episode.number)/education").status == 404)
        }
    }

    @Test func `notes who missed part of the day and is back, with what they said`() async throws {
        try await run { site, school in
            let lacking = try await school.send("/children/1/absence", ["step": "part", "here": "yes", "once": "a"])
            #expect(lacking.status == 422 && lacking.body.contains("which part of the day"))
            let sent = try await school.send(
                "/children/1/absence",
                ["step": "part", "part": "lesson", "here": "yes", "talk": "Two girls wait for me.", "once": "b"])
            #expect(sent.location.hasPrefix("/school?noted=1"))
            let episode = try #require(site.partnership.state.episodes(of: kezia).last)
            #expect(episode.history.recorded.map(\.word) == [.absenceNoted, .attended])
            #expect(episode.history.recorded.first?.details.word(.kind) == "part-of-the-day")
            #expect(site.partnership.state.openSchoolCase(of: kezia) == nil)
        }
    }

    @Test func `takes one tap for who is not here, once however often it is sent`() async throws {
        try await run { site, school in
            let tapped = try await school.send("/children/1/absence", ["step": "absent", "once": "a"])
            #expect(tapped.location.hasPrefix("/school?noted=1"))
            _ = try await school.send("/children/1/absence", ["step": "absent", "once": "a"])
            #expect(try openCase(site).history.recorded.map(\.word) == [.absenceNoted])
            #expect(try await school.get("/school?noted=1").body.contains("Have you reached the parents?"))
            let back = try await school.send("/children/1/absence", ["step": "back", "once": "b"])
            #expect(back.location == "/school")
            #expect(site.partnership.state.openSchoolCase(of: kezia) == nil)
        }
    }

    @Test func `does not take a call that nobody answered for having reached the parents`() async throws {
        try await run { site, school in
            _ = try await school.send("/children/1/absence", ["step": "absent", "once": "a"])
            let lacking = try await school.send("/children/1/absence", ["step": "said", "once": "b"])
            #expect(lacking.status == 422 && lacking.body.contains("Say whether you reached the parents."))
            let tried = try await school.send(
                "/children/1/absence", ["step": "said", "reached": "no", "reason": "not-known", "once": "c"])
            #expect(tried.location == "/episodes/\(try openCase(site).id.number)/education")
            let owed = site.partnership.standings(
                of: try openCase(site).id, in: site.partnership.state, at: site.partnership.now)
            #expect(owed.contains { $0.duty == "day-one-contact" && $0.state == .owed })
            _ = try await school.send(
                "/children/1/absence",
                ["step": "said", "reached": "yes", "how": "phone", "said": "With her aunt, safe.", "once": "d"])
            let done = site.partnership.standings(
                of: try openCase(site).id, in: site.partnership.state, at: site.partnership.now)
            #expect(done.contains { $0.duty == "day-one-contact" && $0.state == .done })
        }
    }

    @Test func `leaves a missing child missing whatever the register says`() async throws {
        try await run { site, school in
            let away = try await site.report(kezia)
            _ = try await school.send("/children/1/absence", ["step": "absent", "once": "a"])
            #expect(site.partnership.state.episode(away)?.facts.careKind == .missingFromCare)
            _ = try await school.send("/children/1/absence", ["step": "back", "once": "b"])
            #expect(site.partnership.state.openEpisode(of: kezia)?.id == away)
        }
    }

    @Test func `records a pupil who was here and is gone as missing from then on`() async throws {
        try await run { site, school in
            #expect(try await school.send("/children/1/gone", ["once": "a"]).status == 422)
            let sent = try await school.send(
                "/children/1/gone",
                [
                    "lastSeen.how": "about", "lastSeen.date": "2015-09-14", "lastSeen.time": "09:05",
                    "lastSeenAt": "The side gate", "once": "b",
                ])
            let open = try #require(site.partnership.state.openEpisode(of: kezia))
            #expect(sent.location == "/episodes/\(open.id.number)?recorded=reported")
            #expect(open.facts.from == "hill-school")
            #expect(open.facts.careKind == .missingFromCare)
            #expect(try await school.get("/education").body.contains("Gone in the school day: 1"))
            #expect(try await school.get("/children/1/gone").status == 303)
        }
    }
}

@Suite struct `A pupil's case` {
    private let kezia = TestSite.kezia

    private func run(_ body: (TestSite, TestVisitor, String) async throws -> Void) async throws {
        try await TestSite.run(at: "2015-09-14T09:40") { site in
            try await site.add([.school, .educationWelfare, .cmeOfficer])
            let receipt = try await site.partnership.submitTrusted(
                [
                    Act(
                        .absenceNoted, .child(TestSite.kezia), occurredAt: .at(site.now),
                        details: [.since: .date(London.date(of: site.now))])
                ], by: TestSite.actor(.school))
            let school = try await site.signedIn(.school)
            try await body(site, school, "/episodes/\(try #require(receipt.episode).number)/education")
        }
    }

    private static let noes = Dictionary(
        uniqueKeysWithValues: ImmediateCircumstance.allCases.map { ($0.rawValue, "no") })

    @Test func `asks the seven circumstances, and a yes is noted and leads straight to the referral`() async throws {
        try await run { site, school, path in
            _ = try await school.get(path)
            let some = try await school.send("\(path)/circumstances", ["crime-victim": "no", "once": "a"])
            #expect(some.status == 422 && some.body.contains("Answer all seven"))
            var answers = Self.noes
            answers["frequent-moves"] = "yes"
            answers["section-47"] = "yes"
            answers["once"] = "b"
            let sent = try await school.send("\(path)/circumstances", answers)
            #expect(sent.location.hasSuffix("/add/referred?to=mash"))
            let child = try #require(site.partnership.state.child(TestSite.kezia))
            #expect(child.facts.standingRisks.map(\.kind) == ["frequent-moves"])
            let assessed = site.partnership.state.openSchoolCase(of: TestSite.kezia)?.history.standing.last
            #expect(assessed?.details.words(.items) == ["section-47", "frequent-moves"])
            #expect(try await school.get(path).body.contains("Refer the child now"))
        }
    }

    @Test func `says that none of the seven holds where each was answered no`() async throws {
        try await run { _, school, path in
            _ = try await school.get(path)
            var answers = Self.noes
            answers["once"] = "a"
            let sent = try await school.send("\(path)/circumstances", answers)
            #expect(
                try await school.get(sent.location.split(separator: "#").first.map(String.init) ?? "").body.contains(
                    "None of the seven holds"))
        }
    }

    @Test func `keeps what was judged with the answers, and which were not given`() async throws {
        try await run { site, school, path in
            _ = try await school.get(path)
            #expect(try await school.send("\(path)/judgement", ["outcome": "enquire", "once": "a"]).status == 422)
            let sent = try await school.send(
                "\(path)/judgement",
                ["q.sudden": "Yes, not like her", "outcome": "enquire", "result": "Ask her friends first", "once": "b"])
            #expect(sent.location.hasPrefix(path))
            let page = try await site.signedIn(.cmeOfficer).get(path).body
            #expect(page.contains("Yes, not like her"))
            #expect(page.contains("Ask her friends first"))
        }
    }

    @Test func `is open to those who look for pupils, and to nobody who sees no education`() async throws {
        try await run { site, _, path in
            #expect(try await site.signedIn(.educationWelfare).get(path).status == 200)
            #expect(try await site.signedIn(.interviewer).get(path).status == 404)
            let worklist = try await site.signedIn(.cmeOfficer).get("/education").body
            #expect(worklist.contains("Day one: 1") && worklist.contains("Kezia Adams"))
            #expect(try await site.signedIn(.carer).get("/education").status == 404)
        }
    }

    @Test func `counts from the end of leave, and says until when it runs`() async throws {
        try await run { site, _, _ in
            let day = try #require(CivilDate(year: 2015, month: 9, day: 28))
            let open = try #require(site.partnership.state.openSchoolCase(of: TestSite.kezia))
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .leaveAuthorised, .episode(open.id), occurredAt: .at(site.now),
                        details: [.until: .time(.on(day))])
                ],
                by: TestSite.actor(.school))
            #expect(try await site.signedIn(.cmeOfficer).get("/education").body.contains("On leave: 1"))
        }
    }
}
