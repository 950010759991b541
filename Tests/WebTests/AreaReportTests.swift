// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Testing
import WorkingTime

@testable import Web

@Suite struct `The area's reports` {
    /// Reports from a site on which two children went missing last month, one of them twice.
    private static func run(_ body: (TestSite) async throws -> Void) async throws {
        try await TestSite.run { site in
            for child in [TestSite.kezia, TestSite.sky, TestSite.kezia] {
                let episode = try await site.report(child)
                try await site.returned(episode)
                site.advance(by: .days(1))
            }
            site.advance(by: .days(40))
            try await body(site)
        }
    }

    private static func desk(_ site: TestSite) -> ReportDesk {
        ReportDesk(
            state: site.partnership.state, shelf: site.partnership.shelf, name: site.partnership.name, now: site.now)
    }

    private static let month = "from=2015-06-01&to=2015-06-30"

    @Test(arguments: ReportKind.allCases.filter { !$0.namesChildren })
    func `stand on the page and in the files with the same numbers as the desk makes for the command line`(
        kind: ReportKind
    ) async throws {
        try await Self.run { site in
            let june = CivilDate.on(2015, 6, 1)...CivilDate.on(2015, 6, 30)
            let report = Self.desk(site).report(kind, june, of: nil)
            #expect(report.tables.contains { !$0.rows.isEmpty })
            let analyst = try await site.signedIn(.analyst)
            let page = try await analyst.get("/figures/reports/\(kind.id)?\(Self.month)")
            #expect(page.status == 200)
            #expect(page.body.contains(report.sheet.markup))
            let table = try await analyst.get("/figures/reports/\(kind.id)/file?as=csv&\(Self.month)")
            #expect(table.body == report.long.csv(for: .people))
            #expect(table.header("content-disposition").contains("homeward-\(kind.id)-2015-06-01-2015-06-30.csv"))
            let file = try await analyst.get("/figures/reports/\(kind.id)/file?as=html&\(Self.month)")
            #expect(file.body == report.document.markup)
            let workbook = try await analyst.get("/figures/reports/\(kind.id)/file?as=xlsx&\(Self.month)")
            #expect(workbook.status == 200 && workbook.body.hasPrefix("PK"))
        }
    }

    @Test func `that are published tell nobody that there were two children, and that stay inside do`() async throws {
        try await Self.run { site in
            let analyst = try await site.signedIn(.analyst)
            let board = try await analyst.get("/figures/reports/members/file?as=csv&\(Self.month)").body
            #expect(board.contains(#""By kind","Missing","Episodes","[c]""#))
            #expect(!board.contains(#""Missing","Episodes",3"#))
            let week = try await analyst.get("/figures/reports/weekly?\(Self.month)").body
            #expect(week.contains("episodes of 2 children"))
        }
    }

    @Test func `name children to who may see them, and note each as taken out`() async throws {
        try await Self.run { site in
            let manager = try await site.signedIn(.teamManager)
            let before = site.now
            let page = try await manager.get("/figures/reports/panel?\(Self.month)")
            let name = try #require(site.partnership.state.child(TestSite.kezia)?.facts.name)
            #expect(page.body.contains("<th scope=\"row\">\(name)</th>"))
            _ = try await manager.get("/figures/reports/panel/file?as=csv&\(Self.month)")
            _ = try await manager.get("/figures/reports/members/file?as=csv&\(Self.month)")
            let taken = try await site.looks(since: before).filter { $0.kind == .exported }
            #expect(taken.map(\.route) == ["/figures/reports/panel/file", "/figures/reports/members/file"])
            #expect(taken.map(\.child) == [TestSite.kezia, nil])
        }
    }

    @Test func `are for whom they are for`() async throws {
        try await Self.run { site in
            for role in [Role.carer, .socialWorker, .analyst, .teamManager] {
                let visitor = try await site.signedIn(role)
                let list = try await visitor.get("/figures/reports").body
                for kind in ReportKind.allCases {
                    let answer = try await visitor.get("/figures/reports/\(kind.id)")
                    #expect((answer.status == 200) == kind.isRead(by: role), "\(role) \(kind)")
                    #expect(list.contains("\"/figures/reports/\(kind.id)\"") == kind.isRead(by: role))
                }
            }
        }
    }

    @Test func `of figures lead to the episodes behind them, of the children whom the reader may see`() async throws {
        try await Self.run { site in
            let manager = try await site.signedIn(.teamManager)
            let figures = try await manager.get("/figures?for=dates&\(Self.month)").body
            #expect(figures.contains("/figures/rows?for=dates&amp;from=2015-06-01"))
            let place = "/figures/rows?for=dates&\(Self.month)&figure=weekday&band=Fri"
            let name = try #require(site.partnership.state.child(TestSite.kezia)?.facts.name)
            let rows = try await manager.get(place)
            #expect(rows.status == 200 && rows.body.contains(name) && rows.body.contains("1 episode counted here."))
            let analyst = try await site.signedIn(.analyst)
            let counts = try await analyst.get(place).body
            #expect(!counts.contains(name) && counts.contains("Of children whom you may not see: 1."))
            #expect(try await analyst.get("/figures/rows?figure=none").status == 404)
        }
    }

    @Test func `are refused on dates that cannot be used, which stay typed`() async throws {
        try await Self.run { site in
            let analyst = try await site.signedIn(.analyst)
            let days = try await analyst.get("/figures/reports/annual?from=2015-06-01&to=2015-06-29")
            #expect(days.status == 422)
            #expect(days.body.contains("it is about whole months"))
            #expect(days.body.contains(#"value="2015-06-29""#))
            let week = try await analyst.get("/figures/reports/weekly?from=2015-06-01&to=2015-06-29")
            #expect(week.status == 200)
            #expect(try await analyst.get("/figures/reports/weekly?from=2015-06-09&to=2015-06-01").status == 422)
            #expect(try await analyst.get("/figures/reports/weekly/file?as=doc").status == 404)
        }
    }
}

extension TestSite {
    fileprivate func returned(_ episode: EpisodeID) async throws {
        _ = try await partnership.submitTrusted(
            [Act(.returned, .episode(episode), occurredAt: .at(now))], by: TestSite.actor(.carer))
    }
}

extension CivilDate {
    /// A date that the test states.
    fileprivate static func on(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("the test's own date")
        }
        return date
    }
}
