// SPDX-License-Identifier: MIT

import WorkingTime

extension BoardParts {
    /// What the panel did about the episodes, and cases of missing education.
    func panel(in book: inout PublishedBook) {
        let panel = PanelFigure(of: source.table, rows: rows)
        let table = book.add(.onAgenda, rows: rows, among: here)
        book.show(table) { tables in
            let count = tables[0].count(0)
            return [
                .headlines([
                    Report.Headline(
                        cell: ReportCell(count: count?.children), label: "Children on a panel’s agenda",
                        note: "\(ReportCell(count: count?.episodes).spoken) episodes"),
                    Report.Headline(
                        cell: (1..<5).contains(panel.withLetter.children) ? .hidden : .count(panel.letters),
                        label: "Letters to children", note: "after these episodes"),
                    Report.Headline(
                        cell: (1..<5).contains(panel.feedbackReceived) ? .hidden : .count(panel.feedbackReceived),
                        label: "Answers from children", note: "received and read out"),
                ])
            ]
        }
    }

    func education(in book: inout PublishedBook) {
        let figure = EducationFigure(of: source.children, in: source.state, period: source.period)
        let table = book.add(
            "Missing from education", id: "education",
            parts: [
                ("Traced or back, and closed", figure.locatedAndClosed), ("Closed otherwise", figure.closedOtherwise),
                ("Still going on", figure.ongoing),
            ], whole: figure.referrals, among: ["about": "education"])
        book.show(table) { tables in
            let table = tables[0]
            if table.isEmpty(nil) {
                return [.words("No school referred a pupil in this stretch, as the record has it.")]
            }
            return [
                .table(table.reportTable(id: "education", definition: EducationFigure.definition, counted: "Referrals"))
            ]
        }
    }

    /// Who the children are.
    func groups(in book: inout PublishedBook) {
        let dimensions: [Dimension] = [.age, .sex, .ethnicity]
        let tables = dimensions.map { book.add($0, rows: rows, among: here) }
        book.show(tables) { tables in
            zip(tables, dimensions).map { table, dimension in
                .table(table.reportTable(id: dimension.id, definition: dimension.definition))
            }
        }
    }

    /// Groups side by side on one outcome, where enough is known to show it.
    func equality(_ outcome: EqualityPanel.Outcome, by groups: Dimension, in book: inout PublishedBook) {
        let table = book.add(outcome.dimension, by: groups, rows: rows, among: here)
        book.show(table) { tables in
            let table = tables[0]
            let lines = table.columns.indices.filter { !table.isEmpty(nil, $0) }.map { column in
                IntervalChart.Line(label: table.columns[column], share: Self.share(outcome, table, column))
            }
            if lines.count < 2 {
                return [
                    .note("\(outcome.rawValue), by \(groups.title.lowercased()): too little of it is known to compare.")
                ]
            }
            let chart = IntervalChart(
                id: "equality-\(groups.id)", title: "\(outcome.rawValue), by \(groups.title.lowercased())", lines: lines
            )
            return [.picture(chart), .table(chart.table), .note(EqualityPanel.definition)]
        }
    }

    /// The share with the outcome in a group; nil where any count that it is made of is kept back.
    private static func share(_ outcome: EqualityPanel.Outcome, _ table: ProtectedTable, _ column: Int) -> Proportion? {
        let known = table.bands.indices.filter { table.bands[$0] != Publication.notKnown }
        let counts = known.map { table.count($0, column)?.episodes }
        guard !counts.contains(nil) else { return nil }
        let part = zip(known, counts).reduce(0) { $0 + (outcome.bands.contains($1.0) ? $1.1 ?? 0 : 0) }
        return Proportion(part, of: counts.reduce(0) { $0 + ($1 ?? 0) })
    }
}
