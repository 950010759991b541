// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Partnership
import Testing
import WorkingTime

@testable import Web

@Suite struct `Who looked` {
    private func withAuditor(_ body: (TestSite, TestVisitor) async throws -> Void) async throws {
        try await TestSite.run(at: "2015-06-05T10:41") { site in
            try await site.accounts.add(
                email: TestSite.email(.auditor), name: "Eve Adder", password: TestSite.password, role: .auditor,
                agency: AgencyID("eastmoor"))
            try await body(site, try await site.signedIn(.auditor))
        }
    }

    @Test func `is told to an auditor by number, and never by the child's name`() async throws {
        try await withAuditor { site, auditor in
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/children/1")
            _ = try await worker.get("/search?q=kezia")
            #expect(try await auditor.get("/").body.contains("Who looked"))
            for path in ["/looks", "/looks?kind=looked&child=1", "/people/social-worker-eastmoor-example/looks"] {
                let page = try await auditor.get(path)
                #expect(
                    page.status == 200 && page.body.contains("Looked at") && page.body.contains("hild 1"), "\(path)")
                #expect(page.body.contains("Who the child is") && !page.body.contains("Kezia"), "\(path)")
            }
            let child = try await auditor.get("/children/1/looks")
            #expect(child.body.contains("1 person opened this record"))
            #expect(!child.body.contains("Kezia"))
            #expect(try await auditor.get("/children/1").status == 404)
        }
    }

    @Test func `is nobody else's to see, but one's own is`() async throws {
        try await withAuditor { site, _ in
            let carer = try await site.signedIn(.carer)
            _ = try await carer.get("/children/1")
            _ = try await carer.get("/search?q=sky%20winter")
            for path in [
                "/looks", "/looks/export", "/children/1/looks", "/people/admin/looks", "/people/auditor/looks",
            ] {
                #expect(try await carer.get(path).status == 404, "\(path)")
            }
            let own = try await carer.get("/people/me/looks")
            #expect(own.body.contains("What you looked at") && own.body.contains("Kezia Adams"))
            // That there is such a child is not told to who may not see them.
            #expect(own.body.contains("sky winter") && own.body.contains("nobody was found"))
            #expect(!own.body.contains("may not see</td>") && !own.body.contains("hild 2"))
            #expect(!(try await carer.get("/people/me/looks/export").body.contains("sought")))
        }
    }

    @Test func `is unusual where nobody had anything to do for the child, until somebody says why`() async throws {
        try await withAuditor { site, auditor in
            site.advance(by: .days(60))
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/children/1")
            let auditor = try await site.signedIn(.auditor)
            let page = try await auditor.get("/looks").body
            #expect(
                page.contains("Unusual: 1 to review")
                    && page.contains("nothing had been recorded about them for 60 days"))
            let id = page.firstMatch(of: /name="item" value="([^"]+)"/).map { String($0.1) } ?? ""
            #expect(id.hasPrefix("nothing-going-on:social-worker-eastmoor-example:1:"))
            let short = try await auditor.send("/looks/dismissals", ["item": id, "reason": ""])
            #expect(short.status == 422 && short.body.contains("Say why it is in order"))
            #expect(try await auditor.send("/looks/dismissals", ["item": "made-up", "reason": "x y z"]).status == 422)
            let done = try await auditor.send(
                "/looks/dismissals", ["item": id, "reason": "Reviewed the plan that day."])
            #expect(done.status == 303)
            let after = try await auditor.get("/looks").body
            #expect(after.contains("Unusual: 0 to review") && after.contains("1 reviewed and in order"))
            let noted = try await site.looks(since: site.now).filter { $0.kind == .dismissed }
            #expect(noted.map(\.words) == ["Reviewed the plan that day."] && noted.map(\.about) == [id])
        }
    }

    @Test func `can be taken out as a table without formulas, and that is noted`() async throws {
        try await withAuditor { site, auditor in
            let worker = try await site.signedIn(.socialWorker)
            _ = try await worker.get("/search?q=%3DHYPERLINK(%22x%22)")
            let table = try await auditor.get("/looks/export")
            #expect(table.header("content-type").hasPrefix("text/csv"))
            #expect(table.header("content-disposition") == "attachment; filename=\"looks.csv\"")
            #expect(table.body.contains("\"'=HYPERLINK(\"\"x\"\")\""))
            let child = try await auditor.get("/children/1/looks/export")
            #expect(child.status == 200)
            let noted = try await site.looks(since: site.now).filter { $0.kind == .exported }
            #expect(noted.map(\.route) == ["/looks/export", "/children/{child}/looks/export"])
            #expect(noted.last?.part == .audit)
        }
    }

    @Test func `cannot be asked for with nonsense`() async throws {
        try await withAuditor { _, auditor in
            let page = try await auditor.get("/looks?child=kezia&from=yesterday&to=2015-01-01&after=-5")
            #expect(page.status == 200 && page.body.contains("There is a problem"))
        }
    }
}
