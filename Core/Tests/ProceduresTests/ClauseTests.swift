// SPDX-License-Identifier: MIT

import Testing

@testable import Procedures

@Suite struct `The table of clauses` {
    private static let pack = """
        { id: test, sources: { SG: Guidance, BC: Care }, duties: [
        { id: tell, source: "SG ¶3–5; BC, checks" }, { id: ask, source: "BC, sixteen, 9" } ],
        officeHours: { source: "BC, hours" }, triage: { source: "SG ¶9", red: {}, factors: [{ id: harm, source: SG ¶8 }] } }
        """

    private func table(_ rows: String, pack: String = pack) throws -> ClauseTable {
        let (source, faults) = ClauseReader.read(Self.tree("SG", rows))
        #expect(faults.map(\.description) == [])
        return ClauseTable(
            sources: [try #require(source)], packs: [PackItems(FlowText.tree(pack))], pages: ["/report"],
            measures: ["length"], commands: ["import police"])
    }

    private static func tree(_ short: String, _ rows: String) -> PackNode {
        FlowText.tree("{ source: \(short), title: Guidance, clauses: [\n\(rows)\n] }")
    }

    /// Rows for every clause that the pack cites of SG, so that only what a test is about is at fault.
    private static let rest =
        "{ clause: ¶3, about: A., not: B. }, { clause: ¶4, about: A., not: B. },"
        + "{ clause: ¶8, about: A., not: B. }, { clause: ¶9, about: A., not: B. }"

    private func faults(_ row: String) throws -> [String] {
        try table("\(row), \(Self.rest)").faults().map(\.description)
    }

    @Test(arguments: [
        "{ duty: tell }", "{ duty: tell, pack: test }", "{ page: /report }", "{ measure: length }",
        "{ event: located }", "{ refusal: childWasBack }", "{ access: interview }", "{ command: import police }",
    ])
    func `finds nothing wrong with what is there and cites the clause`(by: String) throws {
        #expect(try faults("{ clause: ¶5, about: A., by: [\(by)] }") == [])
    }

    @Test(arguments: [
        ("{ duty: tel }", "test.yaml:2: No pack has a duty “tel”. Did you mean “tell”?"),
        ("{ duty: tell, pack: tset }", "There is no pack “tset”."),
        ("{ trigger: tell }", "No pack has a trigger “tell”."),
        ("{ duty: ask }", "The duty “ask” of test does not cite SG."),
        ("{ triage: harm }", "The triage “harm” of test cites ¶8 of SG, and not “¶5”."),
        ("{ event: locatd }", "There is no event “locatd”. Did you mean “located”?"),
        ("{ page: /reprot }", "Did you mean “/report”?"),
        ("{ measure: lenght }", "Did you mean “length”?"),
        ("{ refusal: childIsBack }", "There is no refusal “childIsBack”."),
        ("{ access: houses }", "There is no access to “houses”."),
        ("{ command: import polcie }", "Did you mean “import police”?"),
    ])
    func `finds what a row names and is not so`(by: String, says: String) throws {
        let found = try faults("{ clause: ¶5, about: A., by: [\(by)] }")
        #expect(found.count == 1)
        #expect(found.first?.contains(says) == true, "\(found)")
    }

    @Test func `finds what a pack cites without a row, taking ranges apart`() throws {
        let found = try table("{ clause: ¶3, about: A., not: B. }, { clause: ¶8, about: A., not: B. }").faults()
        #expect(
            found.map(\.says) == ["¶4", "¶5", "¶9"].map { "“\($0)” of SG is cited here and has no row in test.yaml." })
        #expect(found.map(\.line) == [2, 2, 3])
    }

    @Test func `takes the part of a clause for the clause`() {
        #expect(Citation.isPart("board's sixteen, 9", of: "board's sixteen"))
        #expect(Citation.isPart("¶20(c)", of: "¶20"))
        #expect(!Citation.isPart("¶20", of: "¶2"))
        #expect(Citation.overlap("sixteen", "sixteen, 9"))
        #expect(
            Citation.all(in: "SG ¶32–34, ¶69; BI, missing from home; FOST; BC 2, 4; WMP, sixteen, 9").map {
                "\($0.source) \($0.clause ?? "-")"
            } == [
                "SG ¶32", "SG ¶33", "SG ¶34", "SG ¶69", "BI missing from home", "FOST -", "BC 2", "BC 4",
                "WMP sixteen, 9",
            ])
    }

    @Test(arguments: [
        ("{ clause: ¶5, about: A. }", "“¶5” says neither what carries it out nor why nothing does."),
        ("{ clause: ¶5, about: A., by: [] }", "“¶5” says neither"),
        ("{ clause: ¶5, not: B. }", "A clause needs “about”."),
        ("{ clause: ¶5, about: A., not: B. }, { clause: ¶5, about: A., not: B. }", "“¶5” has a row already."),
        ("{ clause: ¶5, about: A., by: [{ duty: a }, { duty: a }] }", "“a” stands twice under “by”."),
        ("{ clause: ¶5, about: A., by: [{ dutty: a }] }", "Did you mean “duty”?"),
        ("{ clause: ¶5, about: A., by: [{ duty: a, trigger: b }] }", "exactly one of these"),
        ("{ clause: ¶5, about: A., by: [{ page: /a, pack: b }] }", "“pack” goes with items of a pack only."),
    ])
    func `reads no row that leaves something open`(rows: String, says: String) {
        let (source, faults) = ClauseReader.read(Self.tree("SG", rows))
        #expect(source == nil)
        #expect(faults.contains { $0.description.contains(says) }, "\(faults)")
    }

    @Test func `becomes a page with totals, links and reasons`() throws {
        let page = ClausePage.markdown(
            try table(
                """
                { clause: ¶5, about: Tell them., by: [{ duty: tell }, { event: located }] },
                { clause: ¶3, about: A., by: [{ duty: tell }], planned: A | B. },
                { clause: ¶4, about: A., planned: Later. }, { clause: ¶9, about: A., not: No software. }
                """))
        #expect(page.contains("| [SG](#sg) | 4 | 1 | 1 | 1 | 1 |\n| **all** | 4 | 1 | 1 | 1 | 1 |\n"))
        let tell = "duty [`tell`](../Protocols/test.yaml)"
        #expect(page.contains("| ¶5 | Tell them. | \(tell), event [`located`](events.md) |  |\n"))
        #expect(page.contains("| ¶3 | A. | \(tell) | *Planned:* A \\| B. |\n"))
        #expect(page.contains("| ¶9 | A. |  | No software. |\n"))
    }
}
