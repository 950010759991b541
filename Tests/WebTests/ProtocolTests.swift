// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Procedures
import Testing
import WorkingTime

@testable import Web

@Suite struct `The protocol page` {
    @Test func `tells which protocol is in force and which are to hand`() async throws {
        try await TestSite.run { site in
            let list = try await site.signedIn(.carer).get("/protocols").body
            #expect(list.contains("nothing was adopted, so this one governs".capitalisedFirst))
            for pack in TestSite.shipped { #expect(list.contains("href=\"/protocols/\(pack.id)\"")) }
            #expect(!list.contains("/adopt\""))
        }
    }

    @Test(arguments: TestSite.shipped.map(\.id)) func `holds each thing of a pack once`(id: String) async throws {
        guard let pack = TestSite.shipped.first(where: { $0.id == id }) else { return }
        try await TestSite.run { site in
            let answer = try await site.signedIn(.socialWorker).get("/protocols/\(id)")
            #expect(answer.status == 200)
            let names = answer.body.matches(of: /[ ]id="([^"]+)"/).map { String($0.1) }
            #expect(names.count == Set(names).count, "each name stands once")
            let known = Set(names)
            for duty in pack.duties { #expect(known.contains("duty-\(duty.id)")) }
            for guardrail in pack.guardrails { #expect(known.contains("rule-\(guardrail.id)")) }
            for question in pack.questions { #expect(known.contains("question-\(question.id)")) }
            for duty in pack.sections.calendar { #expect(known.contains("regular-\(duty.id)")) }
            for meeting in pack.sections.meetings { #expect(known.contains("meeting-\(meeting.id)")) }
            let links = answer.body.matches(of: /href="#([^"]+)"/).map { String($0.1) }
            #expect(Set(links).subtracting(known).isEmpty, "each link within the page leads somewhere")
        }
    }

    @Test func `shows a role its own part`() async throws {
        try await TestSite.run { site in
            let page = try await site.signedIn(.carer).get("/protocols/birmingham-2015?who=carer").body
            #expect(page.contains("id=\"duty-complete-initial-checks\""))
            #expect(!page.contains("id=\"duty-classify\""))
            #expect(page.contains("Birmingham, 2015: the part of the carer"))
        }
    }

    @Test func `is not there for a protocol that nobody has`() async throws {
        try await TestSite.run { site in
            let worker = try await site.signedIn(.socialWorker)
            for path in ["/protocols/none", "/protocols/small/against/none", "/protocols/none/print.css"] {
                #expect(try await worker.get(path).status == 404, "\(path)")
            }
            #expect(try await site.visitor().get("/protocols").status == 303)
        }
    }

    @Test func `says at the foot of each printed page which protocol it is`() async throws {
        try await TestSite.run { site in
            let style = try await site.signedIn(.carer).get("/protocols/birmingham-2015/print.css")
            #expect(style.header("content-type") == "text/css; charset=utf-8")
            #expect(style.body.contains("Birmingham, 2015 (birmingham-2015)"))
            #expect(style.body.contains("Printed 5 June 2015"))
        }
    }

    @Test func `says what differs from another`() async throws {
        try await TestSite.run { site in
            let page = try await site.signedIn(.analyst).get("/protocols/birmingham-2015/against/england-2014").body
            #expect(page.contains("<b>Complete initial checks</b>"))
            #expect(page.contains("From Statutory guidance for England, January 2014 to Birmingham, 2015"))
        }
    }
}

@Suite struct `Adopting a protocol` {
    private static let path = "/protocols/birmingham-2015/adopt"
    private static let decided = [
        "openFrom": "2015-09-05", "authority": "eastmoor", "appliesToOpen": "yes", "narrative": "The board, minute 7.",
    ]

    @Test(arguments: [Role.carer, .dutyInspector, .socialWorker, .teamManager, .interviewer, .analyst])
    func `is for the administrator alone`(role: Role) async throws {
        try await TestSite.run(at: "2015-09-05T22:41") { site in
            let visitor = try await site.signedIn(role)
            _ = try await visitor.get("/protocols")
            #expect(try await visitor.get(Self.path).status == 404)
            let sent = try await visitor.send(Self.path, Self.decided.merging(["step": "confirm"]) { $1 })
            #expect(sent.status == 404)
            #expect(site.partnership.state.adoptions.isEmpty)
        }
    }

    @Test func `needs a date, for whom, what holds for open episodes, and who decided`() async throws {
        try await TestSite.run(at: "2015-09-05T22:41") { site in
            let visitor = try await site.signedIn(.administrator)
            _ = try await visitor.get(Self.path)
            for lacking in Self.decided.keys {
                var fields = Self.decided
                fields[lacking] = ""
                fields["step"] = "confirm"
                let answer = try await visitor.send(Self.path, fields)
                #expect(answer.status == 422, "\(lacking)")
                #expect(answer.body.contains("<a href=\"#\(lacking)\">"), "\(lacking)")
            }
            let far = try await visitor.send(Self.path, Self.decided.merging(["openFrom": "0215-06-05"]) { $1 })
            #expect(far.status == 422)
            #expect(site.partnership.state.adoptions.isEmpty)
        }
    }

    @Test func `is looked at before it is recorded, and recorded once`() async throws {
        try await TestSite.run(at: "2015-09-05T22:41") { site in
            let episode = try await site.report(TestSite.kezia)
            let visitor = try await site.signedIn(.administrator)
            _ = try await visitor.get(Self.path)
            let looked = try await visitor.send(Self.path, Self.decided.merging(["step": "check"]) { $1 })
            #expect(looked.status == 200)
            #expect(looked.body.contains("1 episode is not closed today: 1 episode would come under this protocol."))
            #expect(looked.body.contains("Notify IRO: in 1 episode"))
            #expect(!looked.body.contains("Kezia"))
            #expect(site.partnership.state.adoptions.isEmpty)

            let once = String(try #require(looked.body.firstMatch(of: /name="once" value="([^"]+)"/)).1)
            let confirmed = Self.decided.merging(["step": "confirm", "once": once]) { $1 }
            for _ in 1...2 {
                let answer = try await visitor.send(Self.path, confirmed)
                #expect(answer.status == 303 && answer.location == "/protocols?adopted=birmingham-2015")
            }
            #expect(site.partnership.state.adoptions.count == 1)
            let pack = try #require(site.partnership.state.episode(episode).map { site.partnership.pack(for: $0) })
            #expect(pack.id == "birmingham-2015")
            let list = try await visitor.get("/protocols").body
            #expect(list.contains("Since 5 September 2015, adopted for Eastmoor"))
            #expect(list.contains("The board, minute 7."))
        }
    }

    @Test func `leaves open episodes alone unless it says otherwise`() async throws {
        try await TestSite.run(at: "2015-09-05T22:41") { site in
            let yesterday = Instant(secondsSince1970: site.now.secondsSince1970 - 86_400)
            let episode = try await site.report(TestSite.kezia, details: [.missingSince: .time(.at(yesterday))])
            let visitor = try await site.signedIn(.administrator)
            _ = try await visitor.get(Self.path)
            let fields = Self.decided.merging(["appliesToOpen": "no", "step": "check"]) { $1 }
            let looked = try await visitor.send(Self.path, fields)
            #expect(looked.body.contains("1 episode is not closed today: none of them changes."))
            _ = try await visitor.send(Self.path, fields.merging(["step": "confirm"]) { $1 })
            let pack = try #require(site.partnership.state.episode(episode).map { site.partnership.pack(for: $0) })
            #expect(pack.id == "small")
        }
    }

    @Test func `is refused for a form that is not ours`() async throws {
        try await TestSite.run(at: "2015-09-05T22:41") { site in
            let visitor = try await site.signedIn(.administrator)
            let sent = try await visitor.send(
                Self.path, Self.decided.merging(["step": "confirm"]) { $1 }, token: "other")
            #expect(sent.status == 403)
            #expect(site.partnership.state.adoptions.isEmpty)
        }
    }

    @Test(
        arguments: [
            ("openFrom", "2015-09-04", "is past"), ("openFrom", "2015-05-01", "in force from 1 August 2015"),
            ("openFrom", "2015-12-24", "is adopted already from 1 January 2016"),
        ] as [(String, String, String)])
    func `is refused where it would change what was, or what was decided`(
        control: String, date: String, says: String
    ) async throws {
        try await TestSite.run(at: "2015-09-05T22:41") { site in
            let visitor = try await site.signedIn(.administrator)
            _ = try await visitor.get("/protocols/england-2014/adopt")
            let planned = ["openFrom": "2016-01-01", "appliesToOpen": "no", "step": "confirm"]
            let first = try await visitor.send(
                "/protocols/england-2014/adopt", Self.decided.merging(planned) { $1 })
            #expect(first.status == 303)
            #expect(try await visitor.get("/protocols").body.contains("Nothing was adopted"))
            _ = try await visitor.get(Self.path)
            let answer = try await visitor.send(
                Self.path, Self.decided.merging(["openFrom": date, "appliesToOpen": "no", "step": "confirm"]) { $1 })
            #expect(answer.status == 422)
            #expect(site.partnership.state.adoptions.count == 1)
        }
    }

    @Test func `cannot change open episodes before its day`() async throws {
        try await TestSite.run(at: "2015-09-05T22:41") { site in
            let visitor = try await site.signedIn(.administrator)
            _ = try await visitor.get(Self.path)
            let answer = try await visitor.send(
                Self.path, Self.decided.merging(["openFrom": "2015-10-01", "step": "confirm"]) { $1 })
            #expect(answer.status == 422 && answer.body.contains("<a href=\"#appliesToOpen\">"))
        }
    }

    @Test func `goes on governing an open episode after the return`() async throws {
        try await TestSite.run(at: "2015-09-05T22:41") { site in
            let yesterday = Instant(secondsSince1970: site.now.secondsSince1970 - 86_400)
            let episode = try await site.report(TestSite.kezia, details: [.missingSince: .time(.at(yesterday))])
            let visitor = try await site.signedIn(.administrator)
            _ = try await visitor.get(Self.path)
            #expect(try await visitor.send(Self.path, Self.decided.merging(["step": "confirm"]) { $1 }).status == 303)
            site.advance(by: .hours(2))
            _ = try await site.partnership.submitTrusted(
                [Act(.returned, .episode(episode), occurredAt: .at(site.now))],
                by: Actor(worker: "night", role: .carer, agency: AgencyID("larch-house")))
            let pack = try #require(site.partnership.state.episode(episode).map { site.partnership.pack(for: $0) })
            #expect(pack.id == "birmingham-2015")
        }
    }
}

@Suite struct `A replay` {
    private static let path = "/protocols/birmingham-2015/replay"
    private static let asked = path + "?against=england-2014&from=2015-01-01&to=2015-06-30"

    @Test(arguments: [Role.carer, .dutyInspector, .socialWorker, .interviewer])
    func `is not for those who look after children`(role: Role) async throws {
        try await TestSite.run { site in
            let visitor = try await site.signedIn(role)
            #expect(try await visitor.get(Self.asked).status == 404)
        }
    }

    @Test func `runs once, shows how far it is, and then what would have been otherwise`() async throws {
        try await TestSite.run { site in
            try await site.report(TestSite.kezia)
            let manager = try await site.signedIn(.teamManager)
            let page = try await finished(manager)
            #expect(page.contains("1 episode of 2 children"))
            #expect(page.contains("What is owed, and how it came out"))
            #expect(page.contains("<title id="))
        }
    }

    @Test func `names no child to whom sees none`() async throws {
        try await TestSite.run { site in
            for _ in 1...3 {
                let episode = try await site.report(TestSite.kezia)
                _ = try await site.partnership.submitTrusted(
                    [
                        Act(.returned, .episode(episode), occurredAt: .at(site.now), details: [.how: .word("alone")]),
                        Act(.closed, .episode(episode), occurredAt: .at(site.now)),
                    ], by: Actor(worker: "night", role: .carer, agency: AgencyID("larch-house")))
                site.advance(by: .hours(30))
            }
            let page = try await finished(try await site.signedIn(.analyst))
            #expect(!page.contains("Kezia"))
        }
    }

    @Test(arguments: [
        "?from=&to=2015-06-30&against=england-2014", "?from=2015-06-30&to=2015-01-01&against=england-2014",
        "?from=2015-01-01&to=2015-06-30&against=none", "?from=1715-01-01&to=2015-06-30&against=england-2014",
    ])
    func `says what is wrong with what was asked`(query: String) async throws {
        try await TestSite.run { site in
            let answer = try await site.signedIn(.teamManager).get(Self.path + query)
            #expect(answer.status == 422 && answer.body.contains("There is a problem"))
        }
    }

    /// Looks again until it has ended, as a browser without scripts does.
    private func finished(_ visitor: TestVisitor) async throws -> String {
        for _ in 0..<600 {
            let answer = try await visitor.get(Self.asked)
            #expect(answer.status == 200)
            if !answer.body.contains("<progress") { return answer.body }
            #expect(answer.body.contains("<meta http-equiv=\"refresh\" content=\"2\">"))
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the replay did not end")
        return ""
    }
}
