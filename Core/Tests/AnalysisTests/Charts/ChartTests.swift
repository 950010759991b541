// SPDX-License-Identifier: MIT
import Testing
import WorkingTime

@testable import Analysis

@Suite struct `A chart` {
    @Test func `says its title and its numbers to a screen reader`() {
        let svg = BarChart(figures.length).svg.markup
        #expect(svg.contains("role=\"img\""))
        #expect(svg.contains("aria-labelledby=\"chart-length-t chart-length-d\""))
        #expect(svg.contains("<title id=\"chart-length-t\">How long: episodes</title>"))
        #expect(svg.contains("Same day: 0; 1 day: 2; 2 days: 0;"))
    }

    @Test func `draws one line a child, each kind with a mark of its own in order of date, overlaps ringed`() throws {
        let chart = try #require(StripChart(figures) { "child \($0)" })
        #expect(chart.lines.map(\.label) == ["child 0", "child 1"])
        let svg = chart.svg.markup
        #expect(svg.components(of: "fill=\"#a3160f\"") == 2)
        #expect(svg.components(of: "fill=\"#f2cf8c\"") == 1)
        #expect(svg.components(of: "<path ") == 0)
        #expect(svg.components(of: "r=\"10.5\"") == 1)
        #expect(svg.contains("child 0: 1 missing, 1 away."))
    }

    @Test func `tells every kind apart by shape, so that nobody needs the colour`() {
        let marks = [AbsenceKind.missing, .away, .absent].map { KindStyle.of($0).mark }
        #expect(Set(marks) == [.square, .circle, .diamond])
    }

    @Test func `leaves out children for whom there is no room, and says how many`() throws {
        let chart = try #require(StripChart(figures, limit: 1) { String($0) })
        #expect(chart.lines.count == 1)
        #expect(chart.notDrawn == 1)
    }

    @Test func `has a table beside it with the same numbers`() {
        let table = FigureTable(figures.repeats).html.markup
        #expect(table.contains("<th scope=\"row\">1–2</th>"))
        #expect(table.contains("100\u{A0}%"))
    }

    @Test(arguments: [(0, 1), (1, 1), (7, 8), (22, 25), (43, 50), (101, 150), (999, 1000)])
    func `has an axis that ends on a round number`(highest: Int, top: Int) {
        #expect(Scale(to: highest).top == top)
    }

    @Test(arguments: [
        (0, 5, "0\u{A0}%"), (1, 3, "33\u{A0}%"), (4, 43, "9.3\u{A0}%"), (1, 0, "–"), (1, 1, "100\u{A0}%"),
    ])
    func `prints shares short`(part: Int, whole: Int, text: String) {
        #expect(percentage(part, of: whole) == text)
    }

    private var figures: AbsenceFigures {
        let rows = [
            row(0, .missing, from: 100, to: 101), row(0, .away, from: 100, to: 105),
            row(1, .missing, from: 300, to: 301),
        ]
        return AbsenceFigures(
            AbsenceTable(rows: rows, children: ["a", "b"], kinds: [.missing, .away]), year: CollectionYear(ending: 2018)
        )
    }

    private func row(_ child: Int32, _ kind: AbsenceKind, from: Int, to: Int) -> AbsenceRow {
        let first = CollectionYear(ending: 2018)?.first
        var row = AbsenceRow(child: child, kind: kind)
        row.began = first?.adding(days: from)
        row.ended = first?.adding(days: to)
        return row
    }
}

extension String {
    fileprivate func components(of word: String) -> Int {
        indices.count { self[$0...].hasPrefix(word) }
    }
}
