// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `What a program is refused` {
    @Test func `is a problem, wherever it goes wrong`() async throws {
        try await TestSite.run { site in
            let program = try await site.program(.carer)
            let json = ["Content-Type": "application/json", "Idempotency-Key": "key-0001"]
            let wrong: [(String, String, String?, [String: String], Int)] = [
                ("GET", "/api/v1/nothing", nil, [:], 404), ("GET", "/api", nil, [:], 404),
                ("QUERY", "/api/v1/changes", nil, [:], 405), ("QUERY", "/api/v1/children/search", nil, [:], 405),
                ("PROPFIND", "/api/v1/episodes/9/duties/x", nil, [:], 405), ("QUERY", "/api/v1/nothing", nil, [:], 404),
                ("DELETE", "/api/v1/changes", nil, [:], 405), ("POST", "/api/v1/changes", "{}", json, 405),
                ("GET", "/api/v1/reports", nil, [:], 405), ("GET", "/api/v1/episodes/x", nil, [:], 404),
                ("GET", "/api/v1/episodes/99999999999999", nil, [:], 404),
                ("GET", "/api/v1/changes?cursr=1", nil, [:], 422), ("GET", "/api/v1/changes?limit=0", nil, [:], 422),
                ("GET", "/api/v1/changes?limit=1&limit=2", nil, [:], 422),
                ("POST", "/api/v1/reports", "{}", ["Idempotency-Key": "key-0001"], 415),
                ("POST", "/api/v1/reports", String(repeating: " ", count: 140_000), json, 413),
                ("GET", "/api/v1/changes?cursor=" + String(repeating: "a", count: 9_000), nil, [:], 414),
                ("GET", "/api/v1/client", nil, ["Host": "elsewhere.example"], 421),
                ("POST", "/api/v1/reports", "{}", json.merging(["Origin": "https://e.example"]) { $1 }, 403),
            ]
            for (method, path, body, headers, status) in wrong {
                let answer = try await program.ask(method, path, body, headers)
                #expect(answer.status == status && answer.isProblem, "\(method) \(path.prefix(60)): \(answer.text)")
                #expect((status == 405) == (answer.header("allow") != nil), "\(method) \(path)")
                // Nothing in it differs from one time to the next.
                let again = try await program.ask(method, path, body, headers)
                #expect(again.told == answer.told, "\(method) \(path.prefix(60)): \(again.text)")
            }
        }
    }

    @Test(arguments: [
        ("", ""), ("{", ""), ("[]", ""), ("{}{}", ""), ("{\"child\": 01}", ""), ("{\"child\": 1, \"child\": 2}", ""),
        (#"{"child": "1"}"#, "/child"), (#"{"child": 1.5}"#, "/child"), (#"{"child": null}"#, "/child"),
        (#"{"child": 0}"#, "/child"), (#"{"chid": 1}"#, "/chid"), (#"{"child": 1, "newChild": {}}"#, ""),
        (#"{"child": 1, "occurredAt": "yesterday"}"#, "/occurredAt"),
        (#"{"child": 1, "occurredAt": "2015-06-31T10:00"}"#, "/occurredAt"),
        (#"{"child": 1, "occurredAt": "2015-06-09T10:00"}"#, "/occurredAt"),
        (#"{"child": 1, "details": {"clothing": ""}}"#, "/details/clothing"),
        (#"{"child": 1, "details": {"clothing": "\u0000"}}"#, "/details/clothing"),
        (#"{"child": 1, "details": {"with": ["a", 2]}}"#, "/details/with/1"),
        (#"{"child": 1, "details": {"kind": "elsewhere"}}"#, "/details/kind"),
        (#"{"child": 1, "details": {"digest": "mine"}}"#, "/details/digest"),
        (#"{"newChild": {"born": "2001-01-01"}}"#, "/newChild/name"),
        (#"{"newChild": {"name": "A B", "born": "2090-01-01"}}"#, "/newChild/born"),
        (#"{"child": 2}"#, "/child"), (#"{"child": 9999}"#, "/child"),
    ]) func `names the place of what can't be taken, and records nothing`(_ body: String, _ pointer: String)
        async throws
    {
        try await TestSite.run { site in
            let program = try await site.program(.carer)
            let before = site.partnership.state.position
            let answer = try await program.post("/reports", body)
            #expect(answer.status == 422 && answer.isProblem, "\(body): \(answer.text)")
            let pointers = answer.value["findings"]?.elements.compactMap { $0["pointer"]?.text } ?? []
            #expect(pointers == [pointer], "\(body): \(answer.text)")
            #expect(site.partnership.state.position == before)
        }
    }

    @Test func `says who may, by which rule, and what to do instead`() async throws {
        try await TestSite.run { site in
            try await site.adopt("england-2014")
            let episode = try await site.report(TestSite.kezia)
            let path = "/episodes/\(episode.number)"
            let carer = try await site.program(.carer)
            let decision = #"{"details": {"as": "missing", "rationale": "Out late"}}"#
            let refused = try await carer.post("\(path)/classification", decision, ["If-Match": "*"])
            #expect(refused.status == 403 && refused.kind == "not-allowed" && refused.value["wayOn"] != nil)
            let inspector = try await site.program(.dutyInspector)
            let graded = #"{"word": "risk-graded", "details": {"as": "low", "rationale": "Is often late"}}"#
            let ruled = try await inspector.post("\(path)/entries", graded)
            #expect(ruled.status == 409 && ruled.kind == "guardrail", "\(ruled.text)")
            #expect(ruled.value["rule"]?.text == "missing-child-never-below-medium" && ruled.value["wayOn"] != nil)
            let early = #"{"word": "conversation-held"}"#
            let notYet = try await carer.post("\(path)/entries", early)
            #expect(notYet.status == 409 && notYet.value["refusal"]?.text == "childIsNotBack", "\(notYet.text)")
            let unknown = try await carer.post("\(path)/entries", #"{"word": "corrected"}"#)
            #expect(unknown.status == 422 && unknown.text.contains("/word"))
        }
    }

    @Test func `is told when to come back, and a report is never held up`() async throws {
        try await TestSite.run(configured: { configuration in
            configuration.requestLimits.burstOfClient = 3
            configuration.requestLimits.burstOfAddress = 3
        }) { site in
            let (program, other) = (try await site.program(.carer), try await site.program(.carer))
            for _ in 0..<3 { #expect(try await program.get("/client").status == 200) }
            let refused = try await program.get("/client")
            #expect(refused.status == 429 && refused.isProblem && refused.header("retry-after") == "1")
            #expect(try await other.get("/client").status == 200)
            let report = try await program.post("/reports", #"{"child": 1}"#)
            #expect(report.status == 201, "\(report.text)")
            let nobody = TestProgram(site: site, token: "homeward_guess")
            for _ in 0..<3 { #expect(try await nobody.get("/client").status == 401) }
            #expect(try await nobody.get("/client").status == 429)
        }
    }
}
