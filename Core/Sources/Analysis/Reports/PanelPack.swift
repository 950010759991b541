// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// For the panel: a month with the year up to it, children by name for who may see them. Source: TCS; H, practitioners' group.
struct PanelPack {
    let source: ReportSource
    private let rows: EpisodeRows
    /// The year that ends with the stretch: one month is too little to see a pattern in.
    private let year: ClosedRange<CivilDate>
    private let yearRows: EpisodeRows

    init(_ source: ReportSource) {
        self.source = source
        rows = source.rows(source.period)
        let end = source.period.upperBound
        year = min(source.period.lowerBound, end.adding(days: -364))...end
        yearRows = source.rows(year)
    }

    var report: Report {
        var report = source.report(
            .panel, rows: rows,
            [
                Report.Section("The stretch in short", [.table(source.figure(.kind, rows).reportTable.withoutKinds)]),
                Report.Section("Who went most", top),
                Report.Section("Where children went from, in the year up to the end", places),
                Report.Section("Where they were found and seen, in the year up to the end", hotSpots),
                Report.Section("Each child’s year", strip),
                Report.Section("When, in the year up to the end", times),
                Report.Section("How urgent", triage),
                Report.Section("Absences beside missing episodes", absences),
                Report.Section("What the panel did", panel),
            ])
        // Whoever had an episode in the year may stand in a picture.
        let had = Set(yearRows.places.map { ChildID(number: UInt32(source.table.children[$0])) })
        report.children = had.filter { source.named($0) != nil }.sorted()
        return report
    }

    /// Those with more than one: with one episode each, there is no more and less.
    private var most: [ChildMeasures.Line] {
        ChildMeasures(of: source.table, rows: rows).top(10).filter { $0.all > 1 }
    }

    private var top: [Report.Part] {
        let lines = most
        var unseen = 0
        let named = lines.compactMap { line -> ReportTable.Row? in
            guard let name = source.named(ChildID(number: UInt32(line.child))) else {
                unseen += 1
                return nil
            }
            return ReportTable.Row(
                name, [.count(line.missing), .count(line.away), .count(line.absent), .count(line.all)])
        }
        if lines.isEmpty { return [.words("No child had more than one episode in this stretch.")] }
        let table = ReportTable(
            id: ChildMeasures.topID, title: "Children with most episodes",
            groups: [ReportTable.Group("", ["Missing", "Away", "Absent", "All"])], rows: named,
            definition: ChildMeasures.topDefinition)
        let held =
            unseen == 0
            ? [] : [Report.Part.note("\(Spoken.children(unseen)) not shown: whoever made this may not see them.")]
        return [.table(table)] + held
    }

    private var places: [Report.Part] {
        [Set([AbsenceKind.missing]), [.absent], [.missing, .absent]].flatMap { kinds -> [Report.Part] in
            let stack = DistrictStack(kinds, of: source.table, rows: yearRows)
            let name =
                kinds.count > 1 ? "missing and absent, both added" : kinds.contains(.missing) ? "missing" : "absent"
            let id = "districts-\(kinds.count > 1 ? "both" : name)"
            if stack.lines.isEmpty { return [] }
            let shown = stack.lines.prefix(15)
            let bars = SplitBars(
                id: id, title: "Children by postcode district and how often: \(name)", unit: "children",
                parts: BarPart.repeats, rows: shown.map { SplitBars.Row($0.district ?? "Not known", $0.children) })
            let table = ReportTable(
                id: id, title: "Children by postcode district and how often: \(name)",
                groups: [ReportTable.Group("", Repeats.bands + ["All"])],
                rows: stack.lines.map { line in
                    ReportTable.Row(
                        line.district ?? "Not known", line.children.map { .count($0) } + [.count(line.all)],
                        line.district == nil ? .unknown : .plain)
                }, definition: DistrictStack.definition)
            return [.picture(bars), .table(table)]
        }
    }

    private var hotSpots: [Report.Part] {
        let found = Crosstab(.foundDistrict, of: source.table, rows: yearRows)
        let seen = SeenFigure(of: source.table, rows: yearRows).lines
        let counted = found.bands.indices.map { (found.bands[$0], found.count($0)) }.filter { $0.1.episodes > 0 }
        if counted.isEmpty, seen.isEmpty {
            return [.words("No postcode was recorded where a child was found or seen.")]
        }
        let sightings = Dictionary(uniqueKeysWithValues: seen.map { ($0.district, $0) })
        let districts = Set(counted.map(\.0) + seen.map(\.district)).sorted()
        let episodes = Dictionary(uniqueKeysWithValues: counted)
        let picture = PlacePicture(
            id: "found", title: "Found or seen, by postcode district", unit: "times",
            places: districts.map { district in
                PlacePicture.Place(
                    name: district, count: (episodes[district]?.episodes ?? 0) + (sightings[district]?.sightings ?? 0),
                    point: source.middle(district))
            })
        let rows = districts.map { district -> ReportTable.Row in
            let (own, seen) = (episodes[district] ?? Count(), sightings[district])
            return ReportTable.Row(
                district,
                [.count(own.episodes), .count(own.children), .count(seen?.sightings ?? 0), .count(seen?.children ?? 0)])
        }
        return [
            .picture(picture),
            .table(
                ReportTable(
                    id: "found", title: "Found or seen, by postcode district",
                    groups: [
                        ReportTable.Group("Found", ["Episodes", "Children"]),
                        ReportTable.Group("Seen", ["Sightings", "Children"]),
                    ], rows: rows, definition: SeenFigure.definition)),
        ]
    }

    /// Only of children whom the reader may see: a line without a name would still tell of a child.
    private var strip: [Report.Part] {
        let absences = RecordedAbsences(period: year, authorities: source.authorities)
        var table = absences.table(of: source.state, at: source.now)
        table.rows.removeAll { source.named(ChildID(number: UInt32($0.child))) == nil }
        let figures = AbsenceFigures(table, year: nil)
        let chart = StripChart(figures, limit: 20) { source.named(ChildID(number: UInt32($0))) ?? "" }
        guard let chart else { return [.words("There is no episode to draw.")] }
        let rest = chart.notDrawn > 0 ? " \(Spoken.children(chart.notDrawn)) with fewer are not drawn." : ""
        return [
            .picture(chart),
            .note(
                "The child with most episodes first. A mark is the day on which an episode began, the bar behind it its "
                    + "length; a ring means that it began before the one before was over.\(rest)"),
        ]
    }

    private var times: [Report.Part] {
        let week = HeatMap(
            id: "hour-weekday", title: "Episodes by hour and day of the week of their start",
            crosstab: Crosstab(.weekday, by: .quarterHours, of: source.table, rows: yearRows))
        // Three collection years, the newest as far as it goes.
        let first = ReportPeriod.adding(months: -35, to: ReportPeriod.firstOfMonth(source.period.upperBound))
        let span = (CollectionYear(containing: first)?.first ?? first)...source.period.upperBound
        let months = HeatMap(
            id: "months", title: "Episodes by month of their start, a row a year from April",
            months: Crosstab(.months(span), of: source.table, rows: source.rows(span)))
        return [.picture(week), .table(week.table), .picture(months), .table(months.table)]
    }

    private var triage: [Report.Part] {
        let figures = [(Dimension.triage, "without absences"), (.triageWithAbsences, "absences counted")]
        let rows = figures.map { dimension, label in
            let counted = Crosstab(dimension, of: source.table, rows: self.rows)
            // Of a traffic light the red one stands first.
            let values = [2, 1, 0].map { counted.count($0) } + [counted.unknown]
            return (label, values)
        }
        if rows.allSatisfy({ $0.1[3].episodes == self.rows.count }) {
            return [.words("The protocol in force sorts no episode of this stretch by urgency.")]
        }
        let bars = SplitBars(
            id: "triage", title: "Triage at the return", unit: "episodes", parts: BarPart.triage,
            rows: rows.map { SplitBars.Row("Triage, \($0.0)", $0.1.map(\.episodes)) })
        return [
            .picture(bars),
            .table(
                ReportTable(
                    id: "triage", title: "Triage at the return",
                    groups: BarPart.triage.map { ReportTable.Group($0.name, ["Episodes", "Children"]) },
                    rows: rows.map { label, values in
                        ReportTable.Row(
                            label.capitalised, values.flatMap { [.count($0.episodes), .count($0.children)] })
                    }, definition: Dimension.triage.definition)),
        ]
    }

    private var absences: [Report.Part] {
        let bands = ChildMeasures(of: source.table, rows: yearRows).absencesByMissing
        return [
            .table(
                ReportTable(
                    id: ChildMeasures.absencesID, title: "Children by how often they were missing in the year",
                    groups: [ReportTable.Group("", ["Children", "Absences", "Absences a child"])],
                    rows: bands.map { band in
                        ReportTable.Row(
                            band.label,
                            [
                                .count(band.children), .count(band.absences),
                                band.meanAbsences.map { .tenths(Int(($0 * 10).rounded())) } ?? .none,
                            ])
                    }, definition: ChildMeasures.absencesDefinition))
        ]
    }

    private var panel: [Report.Part] {
        let figure = PanelFigure(of: source.table, rows: rows)
        let actions = ActionFigure(
            of: source.children.map(\.id), in: source.state, period: source.period, at: source.now)
        func card(_ count: Int, _ label: String, _ note: String) -> Report.Headline {
            Report.Headline(cell: .count(count), label: label, note: note)
        }
        return [
            .headlines([
                card(
                    figure.onAgenda.children, "Children put on an agenda",
                    Spoken.counted(figure.onAgenda.episodes, "episode")),
                card(figure.letters, "Letters sent", "to \(Spoken.children(figure.withLetter.children))"),
                card(figure.feedbackReceived, "Answers from children", "\(figure.feedbackAnswered) of them answered"),
                card(actions.agreed, "Actions agreed", "for \(Spoken.children(actions.children))"),
            ]),
            .table(
                ReportTable(
                    id: ActionFigure.id, title: "What became of the actions agreed",
                    groups: [ReportTable.Group("", ["Actions"])],
                    rows: [
                        ("Done in time", actions.doneInTime), ("Done late", actions.doneLate),
                        ("Done, no date agreed", actions.doneWithoutDate), ("Overdue", actions.overdue),
                        ("Open, not due yet", actions.open), ("Dropped", actions.dropped),
                    ].map { ReportTable.Row($0.0, [.count($0.1)]) }, definition: ActionFigure.definition)),
        ]
    }
}

extension ReportTable {
    /// Of a table whose rows are the kinds themselves: the columns of all alone.
    var withoutKinds: ReportTable {
        guard groups.count > 1 else { return self }
        return ReportTable(
            id: id, title: title, groups: [Group("", ["Episodes", "Children"])],
            rows: rows.map { Row($0.label, Array($0.cells.suffix(2)), $0.weight) }, definition: definition)
    }
}
