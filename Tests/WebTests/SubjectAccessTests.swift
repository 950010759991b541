// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `A request for one's own record` {
    private func run(_ body: (TestSite, TestVisitor) async throws -> Void) async throws {
        try await TestSite.run { site in
            try await site.add([.recordsManager])
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .concernRaised, .child(TestSite.kezia), occurredAt: .at(site.now),
                        details: [
                            .rationale: .text(
                                "She was with Danny SENTINELOTHER, ring 07700 900123. She liked the park.")
                        ])
                ], by: TestSite.actor(.socialWorker))
            try await body(site, try await site.signedIn(.recordsManager))
        }
    }

    private func ask(_ visitor: TestVisitor) async throws -> String {
        _ = try await visitor.get("/children/1/subject-access")
        let asked = try await visitor.send(
            "/children/1/subject-access",
            [
                "name": "Kezia Adams", "kind": "the-child", "received": "2015-06-05",
                "identity": "Passport seen", "once": UUID().uuidString,
            ])
        #expect(asked.status == 303)
        let page = try await visitor.get("/children/1/subject-access")
        let number = try #require(page.body.firstMatch(of: /subject-access\/(\d+)"/)).1
        return "/children/1/subject-access/\(number)"
    }

    /// Decides everything as it is proposed, page by page.
    private func decideAll(_ visitor: TestVisitor, _ place: String) async throws {
        for _ in 0..<20 {
            let page = try await visitor.get(place)
            let ids = page.body.matches(of: /name="passage" value="([^"]+)"/).map { String($0.1) }
            if ids.isEmpty { return }
            for id in ids {
                let part = page.body.components(separatedBy: "id=\"p\(id)\"")[1].components(separatedBy: "</fieldset>")[
                    0]
                var fields = ["passage": id]
                if part.contains("Nothing was found") {
                    fields["\(id).outcome"] = "show"
                } else {
                    fields["\(id).outcome"] = "black-out"
                    fields["\(id).exemption"] = "third-party"
                    // One control can stand for several ticked boxes: the words one a line.
                    fields["\(id).more"] = part.matches(of: /\.words" value="([^"]+)"/).map { String($0.1) }
                        .joined(separator: "\n")
                }
                #expect(try await visitor.send(place, fields).status == 303)
            }
        }
    }

    @Test func `is due on the day that the law says, and after an extension two months later`() async throws {
        try await run { _, visitor in
            let place = try await ask(visitor)
            #expect(try await visitor.get("/children/1/subject-access").body.contains("6 July 2015"))
            #expect(try await visitor.get("/records").body.contains("6 July 2015"))
            #expect(try await visitor.send("\(place)/extend", ["reason": ""]).status == 422)
            #expect(
                try await visitor.send("\(place)/extend", ["reason": "Ten years of entries; told today"]).status == 303)
            #expect(try await visitor.get("/children/1/subject-access").body.contains("7 September 2015"))
        }
    }

    @Test func `is not recorded before it is known who asks`() async throws {
        try await run { _, visitor in
            _ = try await visitor.get("/children/1/subject-access")
            let answer = try await visitor.send(
                "/children/1/subject-access", ["name": "Kezia", "kind": "the-child", "received": "2015-06-05"])
            #expect(answer.status == 422)
            #expect(answer.body.contains("who asks"))
        }
    }

    @Test func `gives nothing that nobody has decided on`() async throws {
        try await run { _, visitor in
            let place = try await ask(visitor)
            #expect(try await visitor.get(place).body.contains("Danny SENTINELOTHER"))
            #expect(try await visitor.get("\(place)/release").body.contains("not decided yet"))
            let refused = try await visitor.send("\(place)/release", ["sure": "yes", "once": UUID().uuidString])
            #expect(refused.status == 422)
            #expect(try await visitor.get("\(place)/pack").status == 404)
        }
    }

    @Test func `keeps what was decided from one day to the next`() async throws {
        try await run { site, visitor in
            let place = try await ask(visitor)
            let page = try await visitor.get(place)
            let id = try #require(page.body.firstMatch(of: /name="passage" value="([^"]+)"/)).1
            let lead = try #require(page.body.firstMatch(of: /(\d+) of (\d+) passages/))
            #expect(lead.1 == "0")
            let wrong = try await visitor.send(
                place, ["passage": "\(id)", "\(id).outcome": "black-out", "\(id).more": "Nobody here"])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("does not stand in this passage"))
            _ = try await visitor.send(
                place, ["passage": "\(id)", "\(id).outcome": "withhold", "\(id).exemption": "serious-harm"])
            let later = try await site.signedIn(.recordsManager)
            #expect(try await later.get(place).body.contains("1 of \(lead.2) passages"))
        }
    }

    @Test func `is answered with a file in which what was blacked out is not, and that stays as it was`() async throws {
        try await run { site, visitor in
            let place = try await ask(visitor)
            try await decideAll(visitor, place)
            let look = try await visitor.get("\(place)/release")
            #expect(look.body.contains("She liked the park."))
            #expect(!look.body.contains("SENTINELOTHER"))
            #expect(
                try await visitor.send("\(place)/release", ["sure": "yes", "once": UUID().uuidString]).status == 303)
            let pack = try await visitor.get("\(place)/pack")
            #expect(pack.status == 200)
            #expect(pack.header("content-disposition").hasPrefix("attachment"))
            #expect(pack.body.contains("She liked the park."))
            #expect(pack.body.contains("[blacked out: a telephone number]"))
            #expect(pack.body.contains("Schedule 2 paragraph 16"))
            for word in ["SENTINELOTHER", "07700", "900123", "Danny"] { #expect(!pack.body.contains(word)) }
            let answered = site.partnership.state.child(TestSite.kezia)?.facts.protection.openSubjectAccess
            #expect(answered == nil)
            // Read again it is the same file, whatever was recorded since.
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .concernRaised, .child(TestSite.kezia), occurredAt: .at(site.now),
                        details: [.rationale: .text("Later.")])
                ], by: TestSite.actor(.socialWorker))
            #expect(try await visitor.get("\(place)/pack").body == pack.body)
        }
    }
}
