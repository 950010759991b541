// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `A child's plan` {
    private static let typed = [
        "kind": "trigger-plan", "occurred.how": "now", "steps.who.1": "Larch House", "steps.when.1": "at once",
        "steps.what.1": "Ring her aunt.", "steps.what.2": "Look at the arcade.",
    ]

    @Test func `is shown at once on the episode and after the report, to who may see plans`() async throws {
        try await TestSite.run { site in
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/children/1/add/prevention-plan-reviewed")
            let sent = try await worker.send("/children/1/add/prevention-plan-reviewed", Self.typed)
            #expect(sent.status == 303, "\(sent.body.prefix(400))")
            let episode = try await site.report(TestSite.kezia)
            try await site.add([.school])
            for (role, isTold) in [(Role.carer, true), (.dutyInspector, true), (.school, false), (.interviewer, false)]
            {
                let visitor = try await site.signedIn(role)
                let page = try await visitor.get("/episodes/\(episode.number)").body
                #expect(page.contains("Ring her aunt.") == isTold, "\(role)")
                let plans = try await visitor.get("/children/1/plans")
                #expect((plans.status == 200) == isTold, "\(role)")
            }
            let told = try await site.signedIn(.carer).get("/report/sent/\(episode.number)").body
            #expect(told.contains("Larch House, at once:") && told.contains("Look at the arcade."))
        }
    }

    @Test func `is written anew from the version in force, and the earlier one stays`() async throws {
        try await TestSite.run { site in
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/children/1/add/prevention-plan-reviewed")
            _ = try await worker.send("/children/1/add/prevention-plan-reviewed", Self.typed)
            site.advance(by: .minutes(20))
            let form = try await worker.get("/children/1/add/prevention-plan-reviewed?kind=trigger-plan").body
            #expect(form.contains("Ring her aunt.") && form.contains("value=\"Larch House\""))
            let newer = Self.typed.merging(["steps.what.1": "Ring her sister."]) { $1 }
            _ = try await worker.send("/children/1/add/prevention-plan-reviewed", newer)
            let page = try await worker.get("/children/1/plans").body
            #expect(page.contains("Version 2") && page.contains("Ring her sister.") && page.contains("Ring her aunt."))
            #expect(site.partnership.state.plansInForce(of: TestSite.kezia).map(\.version) == [2])
        }
    }

    @Test(arguments: [
        ("chance-of-repeat-assessed", "answers.motivation"), ("joint-picture-built", "answers.why"),
        ("risk-assessed", "answers.medication"), ("statutory-review-held", "answers.reasons"),
    ])
    func `rests on assessments under the headings of their source`(_ word: String, _ control: String) async throws {
        try await TestSite.run { site in
            let worker = try await site.signedIn(.socialWorker)
            let form = try await worker.get("/children/1/add/\(word)").body
            #expect(form.contains("name=\"\(control)\""))
            let sent = try await worker.send(
                "/children/1/add/\(word)", [control: "What was found.", "result": "In short.", "occurred.how": "now"])
            #expect(sent.status == 303, "\(sent.body.prefix(400))")
            #expect(try await worker.get("/children/1/plans").body.contains("What was found."))
        }
    }
}

@Suite struct `The area's plan` {
    @Test func `is written line by line by those whose work it is, and read by those who work under it`() async throws {
        try await TestSite.run { site in
            try await site.add([.panelChair])
            let chair = try await site.signedIn(.panelChair)
            #expect(try await chair.get("/area-plan?word=plan-line-written&goal=pursue").body.contains("Write a line"))
            let sent = try await chair.send(
                "/area-plan",
                [
                    "word": "plan-line-written", "goal": "pursue", "action": "Visit the <flats>.",
                    "owner": "supervisor",
                    "due.how": "day", "due.date": "2015-06-01", "occurred.how": "now",
                ])
            #expect(sent.status == 303, "\(sent.body.prefix(400))")
            let line = try #require(site.partnership.state.planLines.all(.area).first)
            let carer = try await site.signedIn(.carer)
            let page = try await carer.get("/area-plan").body
            #expect(page.contains("Visit the &lt;flats&gt;.") && page.contains("Overdue: 1"))
            #expect(!page.contains("Write a line"))
            #expect(
                try await carer.send("/area-plan", ["word": "plan-line-ended", "line": "\(line.number)"]).status == 404)
            let progress = try await chair.send(
                "/area-plan",
                [
                    "word": "plan-line-progressed", "line": "\(line.number)", "outcome": "done", "evidence": "A list.",
                    "occurred.how": "now",
                ])
            #expect(progress.status == 303, "\(progress.body.prefix(400))")
            let after = try await carer.get("/area-plan").body
            #expect(after.contains("A list.") && after.contains("Nothing is overdue") && after.contains("2 entries"))
        }
    }
}
