// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `The list of return interviews` {
    @Test func `shows the clock, who has it and why, to those whose work it is`() async throws {
        try await TestSite.run { site in
            try await site.adopt("england-2014")
            try await site.nameWorkers()
            let episode = try await site.keziaIsBack()
            let page = try await site.signedIn(.interviewer).get("/interviews").body
            #expect(
                page.contains("Kezia Adams") && page.contains("Due in 3 days") && page.contains("Nobody has it yet"))
            #expect(!page.contains("Sky Winter"), "nobody of another area")
            site.advance(by: .hours(73))
            let interviewer = try await site.signedIn(.interviewer)
            let late = try await interviewer.get("/interviews?show=open").body
            #expect(late.contains("Overdue by 1 hour"))
            #expect(
                try await interviewer.get("/episodes/\(episode.number)/interview").body.contains("Overdue by 1 hour"))
            for role in [Role.carer, .dutyInspector] {
                #expect(try await site.signedIn(role).get("/interviews").status == 404, "\(role)")
            }
        }
    }

    @Test func `says what was not offered and why`() async throws {
        try await TestSite.run { site in
            try await site.adopt("england-2014")
            let episode = try await site.keziaIsBack()
            let details: Details = [.reason: .text("Gone again"), .ground: .word("missing-again")]
            _ = try await site.partnership.submitTrusted(
                [Act(.interviewNotArranged, .episode(episode), occurredAt: .at(site.now), details: details)],
                by: TestSite.actor(.interviewer))
            let page = try await site.signedIn(.socialWorker).get("/interviews?show=not-offered").body
            #expect(page.contains("Kezia Adams") && page.contains("Not offered: missing again"))
        }
    }
}

@Suite struct `Naming an interviewer` {
    @Test func `is refused where they work where the child lives, and for the authority unless the child asks`()
        async throws
    {
        try await TestSite.run { site in
            try await site.adopt("england-2014")
            try await site.nameWorkers()
            let episode = try await site.keziaIsBack()
            let place = "/episodes/\(episode.number)/interview"
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get(place)
            #expect(try await worker.send("\(place)/assign", ["interviewer": ""]).status == 422)
            let home = try await worker.send("\(place)/assign", ["interviewer": "home.interviewer", "asked": "yes"])
            #expect(home.status == 422 && home.body.contains("not held by somebody who works where the child lives"))
            let own = TestSite.actor(.socialWorker).worker ?? ""
            let authority = try await worker.send("\(place)/assign", ["interviewer": own])
            #expect(authority.status == 422 && authority.body.contains("SG ¶69"))
            let asked = try await worker.send("\(place)/assign", ["interviewer": own, "asked": "yes"])
            #expect(asked.status == 303)
            let independent = try await worker.send("\(place)/assign", ["interviewer": "other.interviewer"])
            #expect(independent.status == 303)
            let page = try await worker.get(place).body
            #expect(page.contains("works neither where the child lives nor for the authority"))
        }
    }
}

@Suite struct `An interview` {
    private let talk = [
        "occurred.how": "now", "before": "It was loud", "during": "We drove about", "push": "bullied",
        "harm": "sexually-exploited", "wants": "To see my gran", "safetyInformation": "yes",
    ]

    @Test func `is written down as one talked, with findings, sharing and words for the child`() async throws {
        try await TestSite.run { site in
            try await site.adopt("england-2014")
            try await site.nameWorkers()
            let episode = try await site.keziaIsBack()
            let place = "/episodes/\(episode.number)/interview"
            let interviewer = try await site.signedIn(.interviewer)
            #expect(try await interviewer.get("\(place)/write").body.contains("Talking with Kezia"))
            #expect(try await interviewer.send("\(place)/write", ["occurred.how": "now"]).status == 422)
            var fields = talk
            fields["finding.kind.1"] = "bullied"
            fields["finding.says.1"] = "Two girls in the year above"
            fields["talked"] = "yes"
            fields["hear"] = "social-worker"
            fields["forChild"] = "You want to see your gran."
            #expect(try await interviewer.send("\(place)/write", fields).location == "\(place)?recorded=interview-held")
            let marks = try #require(site.partnership.state.episode(episode)).history.recorded
            let held = try #require(marks.first { $0.word == .interviewHeld })
            #expect(held.details.flag(.independent) && held.details.word(.kind) == "independent")
            #expect(held.texts.contains(.before) && held.texts.contains(.during))
            for word in [EventWord.findingRecorded, .sharingAgreed, .interviewWrittenForChild] {
                #expect(marks.contains { $0.word == word }, "\(word)")
            }
            let page = try await interviewer.get(place).body
            #expect(page.contains("Two girls in the year above") && page.contains("Nothing is decided about it yet"))
            #expect(page.contains("11A"), "the code of the children in need return")
            // Police and the home see that it was held, and nothing of what was said.
            for role in [Role.dutyInspector, .carer] {
                let seen = try await site.signedIn(role).get(place).body
                #expect(
                    seen.contains("Held") && !seen.contains("Two girls") && !seen.contains("It was loud"), "\(role)")
            }
        }
    }

    @Test func `can be finished later, and nothing is lost`() async throws {
        try await TestSite.run { site in
            let episode = try await site.keziaIsBack()
            let place = "/episodes/\(episode.number)/interview"
            let interviewer = try await site.signedIn(.interviewer)
            _ = try await interviewer.get("\(place)/write")
            let kept = try await interviewer.send("\(place)/write", ["do": "later", "before": "It was loud"])
            #expect(kept.location == "\(place)?kept=1")
            #expect(try await interviewer.get(place).body.contains("Go on writing"))
            #expect(try await interviewer.get("\(place)/write").body.contains("It was loud"))
            #expect(site.partnership.state.episode(episode)?.history.holds(.interviewHeld) == false)
        }
    }

    @Test func `may be about several episodes`() async throws {
        try await TestSite.run { site in
            try await site.adopt("england-2014")
            try await site.nameWorkers()
            let first = try await site.keziaIsBack()
            site.advance(by: .hours(5))
            let second = try await site.keziaIsBack()
            let place = "/episodes/\(second.number)/interview"
            let interviewer = try await site.signedIn(.interviewer)
            _ = try await interviewer.get("\(place)/write")
            var fields = talk
            fields["also"] = "\(first.number)"
            #expect(try await interviewer.send("\(place)/write", fields).status == 303)
            let other = try #require(site.partnership.state.episode(first)?.history.recorded.last)
            #expect(other.word == .interviewHeld && other.details.numbers(.episodes) == [Int(second.number)])
            #expect(try await interviewer.get(place).body.contains("This interview is about these episodes too"))
        }
    }

    @Test func `gives police what they should know, and waits for their receipt`() async throws {
        try await TestSite.run { site in
            let episode = try await site.keziaIsBack()
            let interviewer = try await site.signedIn(.interviewer)
            _ = try await interviewer.get("/episodes/\(episode.number)/interview/write")
            _ = try await interviewer.send("/episodes/\(episode.number)/interview/write", talk)
            _ = try await interviewer.get("/episodes/\(episode.number)/add/intelligence-submitted")
            let given = try await interviewer.send(
                "/episodes/\(episode.number)/add/intelligence-submitted",
                ["occurred.how": "now", "narrative": "A grey van at the retail park"])
            #expect(given.location.hasPrefix("/episodes/\(episode.number)/interview"))
            let police = try await site.signedIn(.dutyInspector)
            let page = try await police.get("/episodes/\(episode.number)/interview").body
            #expect(page.contains("A grey van") && page.contains("No receipt yet") && !page.contains("It was loud"))
            let what = try #require(site.partnership.state.episode(episode)?.history.recorded.last?.position.number)
            let form = "/episodes/\(episode.number)/add/intelligence-received"
            _ = try await police.get("\(form)?what=\(what)")
            let received = try await police.send(
                form, ["occurred.how": "now", "what": "\(what)", "reference": "INT-204"])
            #expect(received.status == 303)
            let after = try await interviewer.get("/episodes/\(episode.number)/interview").body
            #expect(after.contains("Police have it") && after.contains("INT-204"))
        }
    }

    @Test func `is read by somebody else, drawn by lot`() async throws {
        try await TestSite.run { site in
            let episode = try await site.keziaIsBack()
            let interviewer = try await site.signedIn(.interviewer)
            _ = try await interviewer.get("/episodes/\(episode.number)/interview/write")
            _ = try await interviewer.send("/episodes/\(episode.number)/interview/write", talk)
            let manager = try await site.signedIn(.teamManager)
            let list = try await manager.get("/interviews/audit").body
            #expect(list.contains("Kezia Adams") && list.contains("Not read yet") && list.contains("drawn by lot"))
            let form = "/episodes/\(episode.number)/add/interview-audited"
            _ = try await manager.get(form)
            let read = try await manager.send(
                form, ["occurred.how": "now", "grade": "good", "checked": "voice", "narrative": "Her own words"])
            #expect(read.status == 303)
            #expect(try await manager.get("/interviews/audit").body.contains("Good"))
        }
    }
}
