// SPDX-License-Identifier: MIT

import WorkingTime

/// For those who run the service: a week, what is owed after it, what is late. Source: BF, weekly performance.
struct WeeklyReport {
    let source: ReportSource
    private let rows: EpisodeRows

    init(_ source: ReportSource) {
        self.source = source
        rows = source.rows(source.period)
    }

    var report: Report {
        source.report(
            .weekly, rows: rows,
            [
                Report.Section("In short", short), Report.Section("The weeks before", weeks),
                Report.Section("How long", lengths), Report.Section("Return interviews", interviews),
                Report.Section("Duties", duties),
            ])
    }

    private var short: [Report.Part] {
        let kinds = source.kinds(rows)
        let counted = Crosstab(.kind, of: source.table, rows: rows)
        let cards = kinds.map { kind in
            let count = counted.count(kind.rawValue)
            return Report.Headline(
                cell: .count(count.episodes), label: kind.title, note: "episodes of \(Spoken.children(count.children))")
        }
        let open = Crosstab(.open(atEndOf: nil), of: source.table, rows: source.table.all).count(0)
        let now = Report.Headline(
            cell: .count(open.children), label: "Not back when this was made", note: "children, whenever it began")
        let care = Figure(.careGroup, of: source.table, rows: rows, kinds: kinds)
        return [
            .headlines(cards + [now]), .table(care.reportTable),
            .table(source.figure(.notice, rows).reportTable),
        ]
    }

    /// Twenty-six stretches as long as this one, up to its end.
    private var weeks: [Report.Part] {
        let days = source.period.lowerBound.days(until: source.period.upperBound) + 1
        let span = source.period.upperBound.adding(days: 1 - days * 26)...source.period.upperBound
        let counted = Crosstab(.stretches(of: days, span), by: .kind, of: source.table, rows: source.rows(span))
        let kind = AbsenceKind.missing
        let values = counted.bands.indices.map { counted.count($0, kind.rawValue) }
        let title = "\(kind.title) episodes, \(days) days by \(days) days"
        let picture = ControlPicture(
            id: "weeks", title: title, chart: ControlChart(values.map(\.episodes)), labels: counted.bands)
        return [
            .picture(picture),
            .table(
                ReportTable(
                    id: "weeks", title: title, groups: [ReportTable.Group("", ["Episodes", "Children"])],
                    rows: zip(counted.bands, values).suffix(8).map { label, count in
                        ReportTable.Row(
                            "From \(ControlPicture.month(label))", [.count(count.episodes), .count(count.children)])
                    }, definition: "The last eight. " + ControlChart.definition)),
        ]
    }

    private var lengths: [Report.Part] {
        let figure = source.figure(.lengthHours, rows)
        return [.picture(figure.bars(title: "How long: episodes")), .table(figure.reportTable)]
    }

    private var interviews: [Report.Part] {
        let summary = InterviewSummary(of: source.table, rows: rows)
        let cards = [
            Report.Headline(
                cell: summary.owed == 0 ? .none : .share(Proportion(summary.heldInTime, of: summary.owed)),
                label: "Held within 72 hours of the return", note: "\(summary.heldInTime) of \(summary.owed) owed"),
            Report.Headline(
                cell: .count(summary.waiting), label: "Waiting", note: "neither held, declined nor given up"),
        ]
        return [
            .headlines(cards), .table(source.figure(.interview, rows).reportTable),
            .table(source.figure(.provider, rows).reportTable),
        ]
    }

    private var duties: [Report.Part] {
        let figure = source.duties(rows)
        if figure.rows.isEmpty { return [.words("No duty was owed for these episodes.")] }
        return [
            .table(
                DutyFigure.reportTable(
                    id: "duties-role", title: "Duties by who owes them", figure.byRole, total: figure.total)),
            .table(
                DutyFigure.reportTable(
                    id: "duties-agency", title: "Duties by agency", figure.byAgency.map(named), total: figure.total)),
        ]
    }

    /// An agency under its name.
    private func named(_ line: DutyFigure.Line) -> DutyFigure.Line {
        let name = source.state.agencies.values.first { $0.id.name == line.label }?.name
        return line.labelled(name ?? line.label)
    }
}

extension DutyFigure.Line {
    func labelled(_ label: String) -> DutyFigure.Line {
        DutyFigure.Line(
            label: label, met: met, late: late, missed: missed, overdue: overdue, owed: owed, lapsed: lapsed,
            waived: waived,
            agreed: agreed, children: children)
    }
}
