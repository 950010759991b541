// SPDX-License-Identifier: MIT

import WorkingTime

extension BoardParts {
    /// How many interviews were held, checks by police, and how the duties came out.
    var response: [Report.Part] {
        [.headlines(interviewHeadlines + [duties])]
            + plain(.interviews, .interview, hasShare: false) + plain(.checks, .safeAndWell, hasShare: false)
    }

    var interviewHeadlines: [Report.Headline] {
        Interviews.headlines(inTime: stretch.table(.interviewsInTime), all: stretch.table(.interviews))
    }

    private var duties: Report.Headline {
        let label = "Duties done in time"
        guard let table = stretch.table(.duties), let inTime = table.count(0), let all = table.count(nil) else {
            return Report.Headline(cell: .hidden, label: label, note: "some counts behind it are small")
        }
        if all.episodes == 0 { return Report.Headline(cell: .none, label: label, note: "none came due") }
        return Report.Headline(
            cell: .share(Proportion(inTime.episodes, of: all.episodes)), label: label,
            note: "of \(all.episodes.grouped) that came due")
    }

    /// What the panel did about the episodes.
    var panel: [Report.Part] {
        let agenda = stretch.table(.agenda)?.count(0)
        return [
            .headlines([
                Report.Headline(
                    cell: ReportCell(count: agenda?.children), label: "Children on a panel’s agenda",
                    note: "\(ReportCell(count: agenda?.episodes).spoken) episodes"),
                Report.Headline(cell: letters, label: "Letters to children", note: "after these episodes"),
                Report.Headline(cell: answers, label: "Answers from children", note: "received and read out"),
            ])
        ]
    }

    var letters: ReportCell { ReportCell(count: stretch.table(.letters)?.count(nil)?.episodes) }
    var answers: ReportCell { ReportCell(count: stretch.table(.answers)?.count(nil)?.episodes) }

    /// Pupils whom a school missed, by what became of their cases. Source: H.
    var education: [Report.Part] {
        guard let table = stretch.table(.education) else { return [Self.leftOut(EducationFigure.title)] }
        if table.isEmpty(nil) {
            return [.words("Missing from education: no school referred a pupil in this stretch, as the record has it.")]
        }
        return [
            .table(
                table.reportTable(
                    id: EducationFigure.id, definition: EducationFigure.definition, counted: "Referrals",
                    skipsEmpty: true, hasShare: false, total: "All referrals from schools"))
        ]
    }

    /// Who the children are.
    var groups: [Report.Part] { plain(.age, .age) + plain(.sex, .sex) + plain(.ethnicity, .ethnicity) }

    /// Groups side by side on whether the interview was held in time, where enough is known to show it.
    func equality(_ part: PublishedStretch.Part, by groups: Dimension) -> [Report.Part] {
        let outcome = EqualityPanel.Outcome.heldInTime
        let title = "\(outcome.rawValue), by \(groups.title.lowercased())"
        let table = stretch.table(part)
        let lines = table.map { table in
            table.columns.indices.filter { !table.isEmpty(nil, $0) }.map { column in
                IntervalChart.Line(label: table.columns[column], share: Self.share(table, column))
            }
        }
        guard let lines, lines.count(where: { $0.share != nil }) > 1 else {
            return [.note("\(title): too little of it is known to compare.")]
        }
        let chart = IntervalChart(id: "equality-\(groups.id)", title: title, lines: lines)
        return [.picture(chart), .table(chart.table), .note(EqualityPanel.definition)]
    }

    /// The share held in time of those owed in a group; nil where any count that it is made of is kept back.
    private static func share(_ table: ProtectedTable, _ column: Int) -> Proportion? {
        guard let inTime = table.count(0, column)?.episodes, let rest = table.count(1, column)?.episodes else {
            return nil
        }
        return Proportion(inTime, of: inTime + rest)
    }
}
