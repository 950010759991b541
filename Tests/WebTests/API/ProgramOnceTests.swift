// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `What a program sends twice` {
    private static let report = #"{"child": 1, "details": {"missingSince": "2015-06-05T22:10"}}"#

    @Test func `is recorded once and answered the same`() async throws {
        try await TestSite.run { site in
            let program = try await site.program(.carer)
            let first = try await program.post("/reports", Self.report, key: "key-0001")
            #expect(first.status == 201 && first.header("idempotent-replayed") == nil, "\(first.text)")
            let again = try await program.post("/reports", Self.report, key: "key-0001")
            #expect(again.status == 201 && again.text == first.text)
            #expect(
                again.header("idempotent-replayed") == "true" && again.header("location") == first.header("location"))
            #expect(site.reports(of: TestSite.kezia) == 1)
            let other = try await program.post(
                "/reports", Self.report.replacing("22:10", with: "22:11"), key: "key-0001")
            #expect(other.status == 422 && other.kind == "key-used-otherwise")
            #expect(site.reports(of: TestSite.kezia) == 1)
        }
    }

    @Test func `is another's own where another program has the same key`() async throws {
        try await TestSite.run { site in
            let (first, second) = (try await site.program(.carer), try await site.program(.socialWorker))
            #expect(try await first.post("/reports", Self.report, key: "key-0001").status == 201)
            let refused = try await second.post("/reports", Self.report, key: "key-0001")
            #expect(
                refused.status == 409 && refused.kind == "already-reported" && refused.value["episode"] == .whole(1))
        }
    }

    @Test func `at the same moment is recorded once`() async throws {
        try await TestSite.run { site in
            let program = try await site.program(.carer)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<16 {
                    group.addTask { try await program.post("/reports", Self.report, key: "key-0001").status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(statuses).isSubset(of: [201, 409]) && statuses.contains(201), "\(statuses)")
            #expect(site.reports(of: TestSite.kezia) == 1)
            #expect(try await program.post("/reports", Self.report, key: "key-0001").status == 201)
        }
    }

    @Test func `is known to the record where its answer was lost`() async throws {
        try await TestSite.run { site in
            let program = try await site.program(.carer)
            let first = try await program.post("/reports", Self.report, key: "key-0001")
            let back = try await program.post("/episodes/1/return", "{}", key: "key-0002")
            #expect(first.status == 201 && back.status == 201)
            // As when a server ended after it had recorded, and before it kept its answer.
            try site.fromElsewhere { try $0.execute(sql: "UPDATE answers SET status = NULL, at = at - 61") }
            let again = try await program.post("/reports", Self.report, key: "key-0001")
            #expect(again.status == 201 && again.value["episode"] == first.value["episode"], "\(again.text)")
            let backAgain = try await program.post("/episodes/1/return", "{}", key: "key-0002")
            #expect(backAgain.status == 201 && backAgain.value == back.value, "\(backAgain.text)")
            #expect(site.reports(of: TestSite.kezia) == 1)
        }
    }

    @Test func `may be mended under its key after a refusal, and needs a key at all`() async throws {
        try await TestSite.run { site in
            let program = try await site.program(.carer)
            let wrong = try await program.post("/reports", #"{"child": 1, "details": {"phones": 1}}"#, key: "key-0001")
            #expect(wrong.status == 422 && wrong.text.contains("/details/phones"))
            #expect(try await program.post("/reports", Self.report, key: "key-0001").status == 201)
            for key in [nil, "short", "with blanks in", String(repeating: "k", count: 101)] {
                let answer = try await program.post("/reports", Self.report, key: key)
                #expect(answer.status == 400 && answer.kind == "key-is-lacking")
            }
        }
    }

    @Test func `is decided on what was seen`() async throws {
        try await TestSite.run { site in
            let inspector = try await site.program(.dutyInspector)
            _ = try await site.report(TestSite.kezia)
            let decision = #"{"details": {"as": "missing", "rationale": "Never out late before"}}"#
            #expect(try await inspector.post("/episodes/1/classification", decision).kind == "condition-is-lacking")
            let tag = try #require(try await inspector.get("/episodes/1").header("etag"))
            #expect(try await inspector.get("/episodes/1", ["If-None-Match": tag]).status == 304)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await inspector.post("/episodes/1/classification", decision, ["If-Match": tag]).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [201, 412, 412, 412, 412, 412, 412, 412])
            let words = site.partnership.state.episode(EpisodeID(number: 1))?.history.recorded.map(\.word)
            #expect(words == [.reported, .classified])
        }
    }
}

extension TestSite {
    fileprivate func reports(of child: ChildID) -> Int {
        partnership.state.episodes(of: child).flatMap(\.history.recorded).count { $0.word == .reported }
    }
}
