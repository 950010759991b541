// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Analysis

@Suite struct `A chart of two rules` {
    private let rules = Rules(before: "Top ten", after: "Three in 90 days")

    private func day(_ text: String) throws -> CivilDate { try TimeText.date(text) }

    @Test func `marks when each rule would have put a child on the agenda`() throws {
        let later = AgendaChart.Row(
            label: "Child 4", episodes: [try day("2015-01-05"), try day("2015-02-01")], before: [],
            after: [try day("2015-02-01")])
        let earlier = AgendaChart.Row(
            label: "Child 9 & co", episodes: [try day("2015-03-01")], before: [try day("2015-04-01")], after: [])
        let chart = AgendaChart(
            [
                AgendaChart.Group(title: "Reached by the later rule only", rows: [later]),
                AgendaChart.Group(title: "Reached by both", rows: []),
                AgendaChart.Group(title: "Reached by the earlier rule only", rows: [earlier]),
            ], rules: rules, from: try day("2015-01-01"), to: try day("2016-01-01"))
        let svg = chart.svg.markup
        #expect(svg.contains("<title id=\"chart-agenda-t\">Who would have been on the agenda, and when</title>"))
        #expect(svg.contains("Top ten: 1 time for 1 child. Three in 90 days: 1 time for 1 child."))
        #expect(svg.count(of: "<circle ") == 1)
        #expect(svg.contains("Child 9 &amp; co"))
        let table = chart.table.markup
        #expect(table.contains("<td>2</td><td>–</td><td>1 February 2015</td>"))
        #expect(table.contains("<td>1</td><td>1 April 2015</td><td>–</td>"))
    }

    @Test func `leaves out children for whom there is no room, and says how many`() throws {
        let rows = (1...5).map { AgendaChart.Row(label: "\($0)", episodes: [], before: [], after: []) }
        let chart = AgendaChart(
            [AgendaChart.Group(title: "All", rows: rows)], rules: rules, from: try day("2015-01-01"),
            to: try day("2015-03-01"), limit: 3)
        #expect(chart.notDrawn == 2)
        #expect(chart.svg.markup.contains(">All<"))
        #expect(chart.table.markup.contains("<th scope=\"row\">5</th>"))
    }

    @Test func `shows the weeks of each role with the same numbers in a table`() throws {
        let chart = WeeksChart(
            [WeeksChart.Row(label: "social worker", before: [1, 2, 4], after: [0, 0, 12])],
            counted: "Duties that fall due", rules: rules, from: try day("2015-06-01"))
        #expect(chart.svg.markup.contains("social worker: 2.3 and 4 a week"))
        #expect(chart.svg.markup.count(of: "stroke-dasharray") == 1)
        #expect(chart.table.markup.contains("<td>2.3</td><td>4</td><td>7</td><td>4</td><td>12</td><td>12</td>"))
    }

    @Test func `shows how duties came out, and where one is not owed`() {
        let counts = OutcomeChart.Counts(inTime: 3, late: 1, notDone: 0, other: 2)
        let chart = OutcomeChart(
            [OutcomeChart.Row(label: "Hold the interview.", before: nil, after: counts)], rules: rules)
        #expect(chart.svg.markup.contains("Hold the interview.: not owed and 3 of 6 in time"))
        #expect(chart.svg.markup.contains("6 · 75\u{A0}% in time"))
        #expect(chart.table.markup.contains("<td colspan=\"5\">not owed</td><td>6</td><td>3</td><td>1</td>"))
    }

    @Test(arguments: [([], "0"), ([1, 2], "1.5"), ([10], "10"), ([1, 1, 2], "1.3"), ([2_000], "2,000")])
    func `rounds means`(counts: [Int], says: String) {
        #expect(WeeksChart.mean(counts) == says)
    }
}

extension String {
    fileprivate func count(of word: String) -> Int {
        indices.count { self[$0...].hasPrefix(word) }
    }
}
