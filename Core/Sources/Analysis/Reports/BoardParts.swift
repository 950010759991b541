// SPDX-License-Identifier: MIT

import WorkingTime

/// Parts that reports to boards, to members and to the public have in common, written from what may be published.
struct BoardParts {
    let source: ReportSource
    let stretch: PublishedStretch

    init(_ source: ReportSource) {
        self.source = source
        stretch = PublishedStretch(source)
    }

    /// The report of these sections, with the rule by which numbers are hidden.
    func report(_ kind: ReportKind, _ sections: [Report.Section]) -> Report {
        var gaps = source.gaps(stretch.rows)
        if stretch.table(.kinds) == nil {
            gaps.append("No safe way to show any of these counts was found, so none is shown.")
        }
        return Report(
            kind: kind, area: source.area, period: source.period, madeAt: source.now, sections: sections,
            rule: stretch.rule, gaps: gaps)
    }

    /// Instead of a table for which there are too few children.
    static func leftOut(_ what: String) -> Report.Part {
        .note("\(what): left out, because there are too few children to show it without telling of somebody.")
    }

    /// How many of each kind, then where they come from and live.
    var counts: [Report.Part] {
        guard let kinds = stretch.table(.kinds) else { return [] }
        let cards = stretch.kinds.map { kind in
            let count = kinds.count(kind.rawValue)
            let children = count.map { Spoken.children($0.children) } ?? "children: \(ReportCell.hiddenMark)"
            return Report.Headline(
                cell: ReportCell(count: count?.episodes), label: kind.title, note: "episodes of \(children)")
        }
        let alone = kinds.reportTable(
            id: "kinds", titled: "By kind", definition: Dimension.kind.definition, skipsEmpty: true, hasShare: false)
        return [.headlines(cards)] + (stretch.variant(.care) == 0 ? [] : [.table(alone)]) + places
    }

    /// By kind, from care and from home; and where looked-after children were placed.
    var places: [Report.Part] {
        split(
            .care, by: .care, id: "kind-care", "By kind, from care and from home",
            broad: "From care and from home")
            + split(
                .area, by: .area, id: "kind-area", "Looked-after children, by where they were placed",
                broad: "Looked-after children, by where they were placed")
    }

    /// A table by kind and a dimension; by the dimension alone where there are too few children of each kind.
    private func split(
        _ part: PublishedStretch.Part, by dimension: Dimension, id: String, _ title: String, broad: String
    ) -> [Report.Part] {
        guard let table = stretch.table(part) else { return [Self.leftOut(title)] }
        let definition = dimension.definition
        if stretch.variant(part) == 0 {
            let across = dimension.labels(in: source.table)
            return [.table(table.reportTable(id: id, titled: title, across: across, definition: definition))]
        }
        return [.table(table.reportTable(id: id, titled: broad, definition: definition, hasShare: false))]
    }

    /// The stretch beside others, and month by month with the limits of chance. All stretches are of whole months.
    var change: [Report.Part] {
        let tables = stretch.others.indices.map { stretch.table(.other($0)) } + [stretch.table(.kinds)]
        let stretches = stretch.others + [source.period]
        let shown = zip(tables, stretches).compactMap { table, period in table.map { ($0, period) } }
        var parts: [Report.Part] = [.table(Self.comparison(shown, stretch.kinds))]
        if shown.count < 2 {
            parts = [.note("The record holds no earlier stretch whole, so there is nothing to set this one beside.")]
        }
        return parts + (stretch.table(.months).map { Self.control($0, .missing) } ?? [Self.leftOut("Month by month")])
    }

    private static func comparison(
        _ tables: [(ProtectedTable, ClosedRange<CivilDate>)], _ kinds: [AbsenceKind]
    ) -> ReportTable {
        let lines = kinds.map { kind in
            ReportTable.Row(kind.title, tables.flatMap { $0.0.pair(kind.rawValue) })
        }
        return ReportTable(
            id: "change", title: "Beside other stretches",
            groups: tables.map { ReportTable.Group(ReportPeriod.short($0.1), ["Episodes", "Children"]) },
            rows: lines + [ReportTable.Row("All", tables.flatMap { $0.0.pair(nil) }, .total)])
    }

    private static func control(_ table: ProtectedTable, _ kind: AbsenceKind) -> [Report.Part] {
        let places = table.bands.indices.dropLast()
        let values = places.map { table.count($0)?.episodes }
        let shown = values.compactMap { $0 }
        let title = "\(kind.title) episodes, month by month"
        let rows = places.map { ReportTable.Row(ControlPicture.month(table.bands[$0]), table.pair($0)) }
        let monthly = Report.Part.table(
            ReportTable(
                id: "months", title: title, groups: [ReportTable.Group("", ["Episodes", "Children"])], rows: rows,
                definition: ControlChart.definition))
        guard shown.count == values.count else {
            return [.note("Some months have too few children to show, so there is no picture of the months."), monthly]
        }
        let picture = ControlPicture(
            id: "months", title: title, chart: ControlChart(shown), labels: places.map { table.bands[$0] })
        return [.picture(picture), monthly]
    }

    var lengths: [Report.Part] {
        var parts: [Report.Part] = []
        if let table = stretch.table(.lengths) {
            let summary = Quantity.length.summary(of: source.table, rows: stretch.rows)
            if table.shows(summary, of: nil), let median = summary.median, let most = summary.ninetieth {
                parts.append(
                    .words(
                        "Half of the episodes whose length is known lasted \(Spoken.elapsed(.minutes(median))) at most, nine "
                            + "of ten \(Spoken.elapsed(.minutes(most))) at most."))
            }
            parts.append(.picture(Self.bars(table, id: "length", title: "How long: episodes")))
            parts.append(.table(table.reportTable(id: "length", definition: Dimension.lengthHours.definition)))
        } else {
            parts.append(Self.leftOut(Dimension.lengthHours.title))
        }
        return parts + plain(.nights, .overnight)
    }

    /// A dimension as a table, or that it is left out.
    func plain(
        _ part: PublishedStretch.Part, _ dimension: Dimension, id: String? = nil, hasShare: Bool = true
    ) -> [Report.Part] {
        guard let table = stretch.table(part) else { return [Self.leftOut(dimension.title)] }
        return [
            .table(
                table.reportTable(
                    id: id ?? dimension.id, definition: dimension.definition, hasShare: hasShare))
        ]
    }

    /// Bars of a table's episodes, without what is not known.
    static func bars(_ table: ProtectedTable, id: String, title: String) -> SplitBars {
        let rows = table.bands.indices.filter { table.bands[$0] != Publication.notKnown }.map {
            SplitBars.Row(table.bands[$0], [table.count($0)?.episodes])
        }
        return SplitBars(id: id, title: title, unit: "episodes", parts: BarPart.whole("Episodes"), rows: rows)
    }

    var repeats: [Report.Part] {
        guard let table = stretch.table(.repeats) else { return [Self.leftOut(Repeats.title)] }
        let rows = table.bands.indices.map { band in
            ReportTable.Row(table.bands[band], Array(table.pair(band).reversed()))
        }
        let bars = table.bands.indices.map { SplitBars.Row(table.bands[$0], [table.count($0)?.children]) }
        return [
            .picture(
                SplitBars(
                    id: "repeats", title: "How often: children", unit: "children", parts: BarPart.whole("Children"),
                    rows: bars)),
            .table(
                ReportTable(
                    id: "repeats", title: "Children by the number of their episodes",
                    groups: [ReportTable.Group("", ["Children", "Episodes"])],
                    rows: rows + [ReportTable.Row("All", Array(table.pair(nil).reversed()), .total)],
                    definition: Repeats.definition)),
        ]
    }
}

extension Spoken {
    /// "1 child", "28 children".
    static func children(_ count: Int) -> String { count == 1 ? "1 child" : "\(count.grouped) children" }
}
