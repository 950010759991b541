// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB
import Partnership
import Testing
import WorkingTime

@testable import Web

@Suite struct `A records manager` {
    /// A second records manager, who confirms what the first proposed.
    private func second(_ site: TestSite) async throws -> TestVisitor {
        try await site.accounts.add(
            email: "second@eastmoor.example", name: "Second Keeper", password: TestSite.password, role: .recordsManager,
            agency: AgencyID("eastmoor"))
        let visitor = site.visitor()
        _ = try await visitor.get("/sign-in")
        let answer = try await visitor.send(
            "/sign-in", ["email": "second@eastmoor.example", "password": TestSite.password])
        #expect(answer.status == 303)
        return visitor
    }

    private func run(_ body: (TestSite, TestVisitor) async throws -> Void) async throws {
        try await TestSite.run { site in
            try await site.add([.recordsManager])
            try await body(site, try await site.signedIn(.recordsManager))
        }
    }

    private func propose(_ visitor: TestVisitor, _ more: [String: String] = [:]) async throws -> TestVisitor.Answer {
        _ = try await visitor.get("/children/1/erasure")
        let fields = ["ground": "court-order", "reason": "Order 12 of the family court", "once": UUID().uuidString]
        return try await visitor.send("/children/1/erasure", fields.merging(more) { _, new in new })
    }

    @Test func `reads until when a record is kept, and why`() async throws {
        try await run { _, visitor in
            let page = try await visitor.get("/children/1/erasure")
            #expect(page.status == 200)
            #expect(page.body.contains("75th anniversary"))
            #expect(page.body.contains("regulation 50"))
            let records = try await visitor.get("/records?q=kezia")
            #expect(records.body.contains("/children/1/erasure"))
            #expect(!records.body.contains("Sky Winter"))
        }
    }

    @Test func `does not erase before the time has come, alone, or with a wrong reference`() async throws {
        try await run { site, visitor in
            let early = try await propose(visitor, ["ground": "retention-ended"])
            #expect(early.status == 422)
            #expect(early.body.contains("It is to be kept through"))
            #expect(try await propose(visitor, ["reason": "Kezia wanted it"]).body.contains("take out “Kezia”"))
            #expect(try await propose(visitor).status == 303)
            let own = try await visitor.send("/children/1/erasure/confirm", ["typed": "CHILD-1"])
            #expect(own.status == 422)
            #expect(own.body.contains("Somebody else must confirm"))
            let other = try await second(site)
            _ = try await other.get("/children/1/erasure")
            #expect(try await other.send("/children/1/erasure/confirm", ["typed": "CHILD-2"]).status == 422)
            #expect(site.partnership.state.child(TestSite.kezia) != nil)
        }
    }

    @Test func `erases with a second, and no page, search, draft or count shows the child again`() async throws {
        try await run { site, visitor in
            let worker = try await site.signedIn(.socialWorker)
            let administrator = try await site.signedIn(.administrator)
            _ = try await worker.get("/")
            let before = try await administrator.get("/").body.matches(of: /<dt>(Children|Episodes)<\/dt><dd>(\d+)/)
                .map { "\($0.1) \($0.2)" }
            _ = try await worker.get("/children/1/add/concern-raised")
            _ = try await worker.send(
                "/drafts", ["draft": "/children/1/add/concern-raised", "rationale": "Kezia SENTINEL said"])
            #expect(try await worker.get("/children/1/add/concern-raised").body.contains("SENTINEL"))
            #expect(try await propose(visitor).status == 303)
            let other = try await second(site)
            #expect(try await other.get("/children/1/erasure").body.contains("Proposed by"))
            let done = try await other.send("/children/1/erasure/confirm", ["typed": "CHILD-1"])
            #expect(done.status == 303)
            #expect(done.location.hasPrefix("/records?erased="))
            #expect(try await other.get(done.location).body.contains("Number 1,"))

            for path in ["/", "/children", "/search?q=kezia", "/search/found?q=adams", "/records"] {
                for person in [worker, other] {
                    let page = try await person.get(path)
                    #expect(!page.body.contains("Kezia"), "\(path)")
                    #expect(!page.body.contains("Adams"), "\(path)")
                }
            }
            for path in ["/children/1", "/children/1/erasure", "/children/1/add/concern-raised"] {
                #expect(try await worker.get(path).status == 404)
            }
            let after = try await administrator.get("/").body.matches(of: /<dt>(Children|Episodes)<\/dt><dd>(\d+)/)
                .map { "\($0.1) \($0.2)" }
            #expect(!before.isEmpty)
            #expect(after == before)
            let drafts = try await site.accounts.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM drafts") }
            #expect(drafts == 0)
        }
    }

    @Test func `asks for a decision on each text elsewhere that names the child`() async throws {
        try await run { site, visitor in
            _ = try await site.partnership.submitTrusted(
                [
                    Act(
                        .concernRaised, .child(TestSite.sky), occurredAt: .at(site.now),
                        details: [.rationale: .text("Left with KEZIA ADAMS.")])
                ], by: TestSite.actor(.socialWorker))
            // The other records are read only once somebody asks for it.
            #expect(!(try await visitor.get("/children/1/erasure").body.contains("Left with KEZIA ADAMS.")))
            let page = try await visitor.get("/children/1/erasure?look=everywhere")
            // The records manager of Eastmoor does not see whose record of Northvale's it is.
            #expect(page.body.contains("Record of another child"))
            #expect(page.body.contains("Left with KEZIA ADAMS."))
            #expect(try await propose(visitor).status == 422)
            let id = try #require(page.body.firstMatch(of: /name="mention" value="([^"]+)"/)).1
            #expect(try await propose(visitor, ["mention": "\(id)", "m\(id)": "own"]).status == 303)
            // In the meantime a legal hold is placed: nothing goes.
            _ = try await visitor.get("/children/1/add/legal-hold-placed")
            let held = try await visitor.send(
                "/children/1/add/legal-hold-placed", ["reason": "An inquiry", "at.how": "now"])
            #expect(held.status == 303)
            let other = try await second(site)
            _ = try await other.get("/children/1/erasure")
            let refused = try await other.send("/children/1/erasure/confirm", ["typed": "CHILD-1"])
            #expect(refused.status == 422)
            #expect(refused.body.contains("court or an inquiry"))
        }
    }

    @Test func `shows none of it to anybody else`() async throws {
        try await run { site, _ in
            for role in [Role.carer, .socialWorker, .dutyInspector, .administrator, .analyst] {
                let person = try await site.signedIn(role)
                for path in ["/records", "/children/1/erasure", "/children/1/subject-access"] {
                    #expect(try await person.get(path).status == 404, "\(role) \(path)")
                }
            }
        }
    }
}
