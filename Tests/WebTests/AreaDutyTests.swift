// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Procedures
import Testing
import WorkingTime

@testable import Web

@Suite struct `The page of the area's regular work` {
    private static let path = "/area-duties"
    private static let review = "fostering-review"

    /// A site on which Birmingham's protocol was adopted for Eastmoor in early September 2015, seen at `time`.
    private func run(at time: String, _ body: (TestSite) async throws -> Void) async throws {
        try await TestSite.run(at: "2015-09-05T09:00") { site in
            let adoption: Details = [
                .pack: .word("birmingham-2015"), .openFrom: .date(London.date(of: site.now)),
                .authority: .word("eastmoor"), .narrative: .text("The board, minute 7."),
            ]
            _ = try await site.partnership.submitTrusted(
                [Act(.protocolAdopted, .partnership, occurredAt: .at(site.now), details: adoption)],
                by: Actor(worker: "admin", role: .administrator))
            try site.setTime(time)
            try await body(site)
        }
    }

    /// One section of the page, up to the next.
    private func section(_ id: String, of page: String) throws -> String {
        let start = try #require(page.range(of: "id=\"\(id)\""))
        let rest = page[start.upperBound...]
        return String(rest[..<(rest.range(of: "</section>")?.lowerBound ?? rest.endIndex)])
    }

    private func recorded(_ site: TestSite) -> [Event] {
        site.partnership.state.partnershipEvents.filter { $0.word == .areaDutyDone }
    }

    @Test func `says what is owed, by whom, by when and because of which clause`() async throws {
        try await run(at: "2015-09-10T10:00") { site in
            let page = try await site.signedIn(.teamManager).get(Self.path).body
            let owed = try section("owed", of: page)
            #expect(owed.contains("Fostering review"))
            #expect(owed.contains("due by Wednesday 30 September"))
            #expect(owed.contains("You owe it: Team manager"))
            #expect(owed.contains("href=\"/protocols/birmingham-2015#regular-fostering-review\""))
            #expect(
                owed.contains("Every month from 1 August 2015: this one is for 1 September 2015 to 30 September 2015."))
            #expect(owed.contains("href=\"/area-duties?duty=fostering-review#record\""))
            #expect(!(try section("late", of: page).contains("Fostering review")))
            #expect(page.contains("<a href=\"/area-duties\" aria-current=\"page\">Regular work</a>"))
        }
    }

    @Test func `says how often in a row something was not done, and that the present one still can be`() async throws {
        try await run(at: "2015-11-10T10:00") { site in
            let page = try await site.signedIn(.teamManager).get(Self.path).body
            let row = try #require(
                try section("late", of: page).components(separatedBy: "<li>").first { $0.contains("Fostering review") })
            #expect(row.contains("Not done in its time"))
            #expect(row.contains("was due by") && row.contains("Saturday 31 October"))
            #expect(row.contains("2 times in a row were not done."))
            #expect(row.contains("The present one is") && row.contains("due by Monday 30 November"))
            #expect(!(try section("owed", of: page).contains("Fostering review")))
        }
    }

    @Test func `takes what was done, once, and shows when, by whom, and what comes next`() async throws {
        try await run(at: "2015-09-10T10:00") { site in
            let visitor = try await site.signedIn(.teamManager)
            let form = try await visitor.get("\(Self.path)?duty=\(Self.review)").body
            #expect(form.contains("Record as done: Fostering review"))
            let once = String(try #require(form.firstMatch(of: /name="once" value="([^"]+)"/)).1)
            let typed = ["duty": Self.review, "occurred.how": "now", "result": "Two homes <stand> out.", "once": once]
            for _ in 1...2 {
                let answer = try await visitor.send(Self.path, typed)
                #expect(answer.status == 303 && answer.location == "/area-duties?recorded=fostering-review")
            }
            #expect(recorded(site).count == 1)
            let page = try await visitor.get("/area-duties?recorded=fostering-review").body
            #expect(page.contains("Recorded as done: Fostering review."))
            let done = try section("done", of: page)
            #expect(done.contains("Fostering review") && done.contains("today 10:00"))
            #expect(done.contains("The team manager") || done.contains("team manager, Eastmoor"))
            #expect(done.contains("Two homes &lt;stand&gt; out."))
            #expect(!done.contains("You owe it"))
            #expect(try section("next", of: page).contains("from Thursday 1 October, due by Saturday 31 October"))
            for place in ["late", "owed"] { #expect(!(try section(place, of: page).contains("Fostering review"))) }
        }
    }

    @Test func `counts what was done for the time in which it was done`() async throws {
        try await run(at: "2015-11-10T10:00") { site in
            let visitor = try await site.signedIn(.teamManager)
            _ = try await visitor.get(Self.path)
            let typed = ["duty": Self.review, "occurred.how": "day", "occurred.date": "2015-10-20"]
            #expect(try await visitor.send(Self.path, typed).status == 303)
            let page = try await visitor.get(Self.path).body
            #expect(!(try section("late", of: page).contains("Fostering review")))
            #expect(try section("owed", of: page).contains("Fostering review"))
            #expect(try section("done", of: page).contains("Fostering review"))
        }
    }

    @Test func `shows what a place made due, until it is overdue and then done`() async throws {
        try await run(at: "2015-09-06T09:00") { site in
            for day in ["07", "09", "11"] {
                try site.setTime("2015-09-\(day)T21:00")
                try await beAway(site)
            }
            let owed = try await site.signedIn(.teamManager).get(Self.path).body
            #expect(try section("owed", of: owed).contains("Look at the place (Larch house)"))
            try site.setTime("2015-10-05T10:00")
            let visitor = try await site.signedIn(.teamManager)
            let page = try await visitor.get(Self.path).body
            let row = try #require(
                try section("late", of: page).components(separatedBy: "<li>").first { $0.contains("Larch house") })
            #expect(row.contains("Overdue") && row.contains("days overdue"))
            #expect(row.contains("href=\"/area-duties?duty=look-at-the-place&amp;place=larch-house#record\""))
            let form = try await visitor.get("\(Self.path)?duty=look-at-the-place&place=larch-house").body
            #expect(form.contains("name=\"place\" value=\"larch-house\""))
            let sent = try await visitor.send(
                Self.path, ["duty": "look-at-the-place", "place": "larch-house", "occurred.how": "now"])
            #expect(sent.status == 303)
            let after = try await visitor.get(Self.path).body
            #expect(!(try section("late", of: after).contains("Larch house")))
            #expect(try section("done", of: after).contains("Done late"))
        }
    }

    /// Kezia is reported, held as missing, and comes back two hours later.
    private func beAway(_ site: TestSite) async throws {
        let episode = try await site.report(TestSite.kezia, details: [.from: .word("larch-house")])
        _ = try await site.partnership.submitTrusted(
            [
                Act(
                    .classified, .episode(episode), occurredAt: .at(site.now),
                    details: [.as: .word("missing"), .rationale: .text("Not where they should be.")])
            ], by: Actor(worker: "desk", role: .dutyInspector, agency: AgencyID("eastmoor-police")))
        site.advance(by: .hours(2))
        _ = try await site.partnership.submitTrusted(
            [Act(.returned, .episode(episode), occurredAt: .at(site.now))],
            by: Actor(worker: "night", role: .carer, agency: AgencyID("larch-house")))
    }

    @Test(arguments: [Role.carer, .socialWorker])
    func `is not there for whom it is no work`(role: Role) async throws {
        try await run(at: "2015-09-10T10:00") { site in
            let visitor = try await site.signedIn(role)
            #expect(!(try await visitor.get("/protocols").body.contains("/area-duties")))
            #expect(!(try await visitor.get("/protocols/birmingham-2015").body.contains("/area-duties")))
            #expect(try await visitor.get(Self.path).status == 404)
            let sent = try await visitor.send(Self.path, ["duty": Self.review, "occurred.how": "now"])
            #expect(sent.status == 404)
            #expect(recorded(site).isEmpty)
        }
    }

    @Test func `shows those who do not look after the whole only their own part`() async throws {
        try await run(at: "2015-09-10T10:00") { site in
            let visitor = try await site.signedIn(.interviewer)
            let page = try await visitor.get(Self.path).body
            #expect(page.contains("Correlate missing and absent") && page.contains("You see what you owe."))
            #expect(!page.contains("Fostering review"))
            #expect(!(try await visitor.get("\(Self.path)?duty=\(Self.review)").body.contains("Record as done")))
            let other = try await visitor.send(Self.path, ["duty": Self.review, "occurred.how": "now"])
            #expect(other.status == 404)
            #expect(recorded(site).isEmpty)
            let own = try await visitor.send(
                Self.path, ["duty": "correlate-missing-and-absent", "occurred.how": "now"])
            #expect(own.status == 303)
            #expect(recorded(site).count == 1)
        }
    }

    @Test func `refuses what is not ours, not known or not yet`() async throws {
        try await run(at: "2015-09-10T10:00") { site in
            let visitor = try await site.signedIn(.teamManager)
            _ = try await visitor.get(Self.path)
            let typed = ["duty": Self.review, "occurred.how": "now"]
            #expect(try await visitor.send(Self.path, typed, token: "other").status == 403)
            #expect(try await visitor.send(Self.path, typed.merging(["duty": "none"]) { $1 }).status == 404)
            for date in ["2015-10-10", "soon"] {
                let wrong = typed.merging(["occurred.how": "day", "occurred.date": date]) { $1 }
                let answer = try await visitor.send(Self.path, wrong)
                #expect(answer.status == 422 && answer.body.contains("There is a problem"), "\(date)")
            }
            #expect(recorded(site).isEmpty)
        }
    }
}
