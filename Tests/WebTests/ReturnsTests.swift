// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `Returns taken out on the web` {
    @Test func `are of the children whom the asker may take out, each noted`() async throws {
        try await TestSite.run(at: "2015-06-05T10:41") { site in
            try await site.identify(TestSite.kezia, "E1")
            try await site.identify(TestSite.sky, "N1")
            try await site.findBack(try await site.report(TestSite.kezia))
            try await site.findBack(try await site.report(TestSite.sky))
            let manager = try await site.signedIn(.teamManager)
            let page = try await manager.get("/returns")
            #expect(page.status == 200 && page.body.contains("SSDA903, year ending 31 March 2016"))
            let before = site.now
            for table in ["missing", "header", "episodes"] {
                let answer = try await manager.get("/returns/903?table=\(table)&year=2016")
                #expect(answer.status == 200 && answer.header("Content-Type").hasPrefix("text/csv"))
                let rows = answer.body.split(whereSeparator: \.isNewline)
                #expect(rows.count == 2, "\(table): \(answer.body)")
                #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("E1,") }, "\(answer.body)")
            }
            for path in ["/returns/annex-a", "/returns/safeguarding", "/returns/annex-a?on=2015-06-05"] {
                let answer = try await manager.get(path)
                #expect(
                    answer.status == 200 && answer.body.contains("\"E1\"") && !answer.body.contains("N1"), "\(path)")
            }
            let looks = try await site.looks(since: before).filter { $0.kind == .exported }
            #expect(!looks.isEmpty && looks.allSatisfy { $0.child == TestSite.kezia })
            #expect(Set(looks.compactMap(\.route)).isSuperset(of: ["/returns/903", "/returns/annex-a"]))
        }
    }

    @Test func `are a workbook where one is asked for`() async throws {
        try await TestSite.run(at: "2015-06-05T10:41") { site in
            let manager = try await site.signedIn(.teamManager)
            for path in ["/returns/annex-a?as=xlsx", "/returns/pupils?table=count&as=xlsx", "/figures/table?as=xlsx"] {
                let answer = try await manager.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(answer.header("Content-Type").hasSuffix("spreadsheetml.sheet"))
                #expect(answer.header("Content-Disposition").hasSuffix(".xlsx\""))
            }
        }
    }

    @Test func `refuse a year, a day or a table that is none`() async throws {
        try await TestSite.run(at: "2015-06-05T10:41") { site in
            let manager = try await site.signedIn(.teamManager)
            for path in [
                "/returns/903?year=soon", "/returns/903?table=reviews", "/returns/annex-a?on=2015-06-31",
                "/returns/pupils?table=names", "/returns/annex-a?on=2015-06-06",
            ] {
                #expect(try await manager.get(path).status == 404, "\(path)")
            }
            let page = try await manager.get("/returns?year=soon&on=2016-01-01")
            #expect(page.status == 422 && page.body.contains("Choose one of the years."))
            #expect(page.body.contains("This day is still to come."))
        }
    }

    @Test func `about pupils are for those who look for pupils`() async throws {
        try await TestSite.run(at: "2015-06-05T10:41") { site in
            try await site.add([.cmeOfficer])
            let officer = try await site.signedIn(.cmeOfficer)
            let page = try await officer.get("/returns")
            #expect(page.body.contains("Taken off the roll") && !page.body.contains("SSDA903"))
            #expect(try await officer.get("/returns/pupils?table=deletions").status == 200)
            #expect(try await officer.get("/returns/903").status == 404)
            #expect(try await officer.get("/education").body.contains("/returns"))
        }
    }
}

extension TestSite {
    fileprivate func findBack(_ episode: EpisodeID) async throws {
        let act = Act(.returned, .episode(episode), occurredAt: .at(now))
        _ = try await partnership.submitTrusted([act], by: Self.actor(.carer))
    }

    /// Gives a child the authority's own identifier and a date of birth.
    fileprivate func identify(_ child: ChildID, _ reference: String) async throws {
        let born = try TimeText.date("2000-05-06")
        let details: Details = [.childReference: .word(reference), .born: .date(born)]
        let act = Act(.childDetailsChanged, .child(child), occurredAt: .at(now), details: details)
        _ = try await partnership.submitTrusted([act], by: Self.actor(.socialWorker))
    }
}
