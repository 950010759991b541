// SPDX-License-Identifier: MIT

import WorkingTime

/// Parts that reports to boards, to members and to the public have in common. Each puts its tables into the book.
struct BoardParts {
    let source: ReportSource
    let rows: EpisodeRows
    let kinds: [AbsenceKind]
    /// The stretch itself, as a condition beside its months.
    let here: [String: String]
    private let stretch: String

    private static let months = "months"

    init(_ source: ReportSource) {
        self.source = source
        rows = source.rows(source.period)
        kinds = source.kinds(rows)
        // A stretch of one month is that month of the table by months.
        let isMonth = ReportPeriod.monthCount(source.period) == 1
        stretch = isMonth ? ReportPeriod.names(source.period)[0] : ReportPeriod.short(source.period)
        here = [BoardParts.months: stretch]
    }

    /// The stretch by kind, from care and from home; and where looked-after children were placed.
    func counts(in book: inout PublishedBook) {
        let care = Dimension.care.labels(in: source.table)
        let fromCare = source.table.rows(EpisodeSelection(period: source.period).within(.care, care[0]))
        let all = book.add(.kind, by: .care, rows: rows, among: here)
        let placed = book.add(
            .kind, by: .area, rows: fromCare, among: here.merging([Dimension.care.id: care[0]]) { $1 })
        let kinds = kinds
        book.show(all, placed) { tables in
            let cards = kinds.map { kind in
                let count = tables[0].count(kind.rawValue)
                let children = count.map { Spoken.children($0.children) } ?? "children: \(ReportCell.hiddenMark)"
                return Report.Headline(
                    cell: ReportCell(count: count?.episodes), label: kind.title, note: "episodes of \(children)")
            }
            return [
                .headlines(cards),
                .table(
                    tables[0].reportTable(
                        id: "kind-care", titled: "By kind, from care and from home", across: care,
                        definition: Dimension.care.definition)),
                .table(
                    tables[1].reportTable(
                        id: "kind-area", titled: "Looked-after children, by where they were placed",
                        across: Dimension.area.labels(in: source.table), definition: Dimension.area.definition)),
            ]
        }
    }

    /// The stretch beside others, and month by month with the limits of chance. All stretches are of whole months.
    func change(beside others: [ClosedRange<CivilDate>], in book: inout PublishedBook) {
        let first = others.map(\.lowerBound).min() ?? source.period.lowerBound
        let span =
            min(
                first, ReportPeriod.adding(months: -23, to: ReportPeriod.firstOfMonth(source.period.upperBound)))...source
            .period.upperBound
        let stretches = others.sorted { $0.lowerBound < $1.lowerBound } + [source.period]
        var numbers: [Int] = []
        for each in stretches {
            let name = ReportPeriod.short(each)
            if ReportPeriod.monthCount(each) > 1 {
                book.declare(BoardParts.months, name, isMadeUpOf: ReportPeriod.names(each))
            }
            let own = ReportPeriod.monthCount(each) == 1 ? ReportPeriod.names(each)[0] : name
            numbers.append(book.add(.kind, rows: source.rows(each), among: [BoardParts.months: own]))
        }
        let missing = source.table.rows(EpisodeSelection(period: span).within(.kind, AbsenceKind.missing.title))
        let monthly = book.add(.months(span), rows: missing, among: [Dimension.kind.id: AbsenceKind.missing.title])
        let kinds = kinds
        book.show(numbers) { tables in [.table(Self.comparison(tables, stretches, kinds))] }
        book.show(monthly) { tables in Self.control(tables[0], .missing) }
    }

    private static func comparison(
        _ tables: [ProtectedTable], _ stretches: [ClosedRange<CivilDate>], _ kinds: [AbsenceKind]
    ) -> ReportTable {
        let lines = kinds.map { kind in
            ReportTable.Row(kind.title, tables.flatMap { $0.pair(kind.rawValue) })
        }
        return ReportTable(
            id: "change", title: "Beside other stretches",
            groups: stretches.map { ReportTable.Group(ReportPeriod.short($0), ["Episodes", "Children"]) },
            rows: lines + [ReportTable.Row("All", tables.flatMap { $0.pair(nil) }, .total)])
    }

    private static func control(_ table: ProtectedTable, _ kind: AbsenceKind) -> [Report.Part] {
        let places = table.bands.indices.dropLast()
        let values = places.map { table.count($0)?.episodes }
        let shown = values.compactMap { $0 }
        let rows = places.map { ReportTable.Row(ControlPicture.month(table.bands[$0]), table.pair($0)) }
        let monthly = Report.Part.table(
            ReportTable(
                id: "months", title: "\(kind.title) episodes, month by month",
                groups: [ReportTable.Group("", ["Episodes", "Children"])], rows: rows,
                definition: ControlChart.definition))
        guard shown.count == values.count else {
            return [.note("Some months have too few children to show, so there is no picture of the months."), monthly]
        }
        let picture = ControlPicture(
            id: "months", title: "\(kind.title) episodes, month by month", chart: ControlChart(shown),
            labels: places.map { table.bands[$0] })
        return [.picture(picture), monthly]
    }

    func lengths(in book: inout PublishedBook) {
        let table = book.add(.lengthHours, rows: rows, among: here)
        let nights = book.add(.overnight, rows: rows, among: here)
        let summary = Quantity.length.summary(of: source.table, rows: rows)
        book.show(table, nights) { tables in
            let table = tables[0]
            var parts: [Report.Part] = [
                .picture(Self.bars(table, id: "length", title: "How long: episodes")),
                .table(table.reportTable(id: "length", definition: Dimension.lengthHours.definition)),
                .table(tables[1].reportTable(id: "overnight", definition: Dimension.overnight.definition)),
            ]
            if table.shows(summary, of: nil), let median = summary.median, let most = summary.ninetieth {
                parts.insert(
                    .words(
                        "Half of the episodes whose length is known lasted \(Spoken.elapsed(.minutes(median))) at most, nine "
                            + "of ten \(Spoken.elapsed(.minutes(most))) at most."), at: 0)
            }
            return parts
        }
    }

    /// Bars of a table's episodes, without what is not known.
    static func bars(_ table: ProtectedTable, id: String, title: String) -> SplitBars {
        let rows = table.bands.indices.filter { table.bands[$0] != Publication.notKnown }.map {
            SplitBars.Row(table.bands[$0], [table.count($0)?.episodes])
        }
        return SplitBars(id: id, title: title, unit: "episodes", parts: BarPart.whole("Episodes"), rows: rows)
    }

    func repeats(in book: inout PublishedBook) {
        let table = book.add(Repeats(of: source.table, rows: rows), kinds: [], among: here)
        book.show(table) { tables in
            let table = tables[0]
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

    /// Checks by police, interviews, and how the duties came out.
    func response(in book: inout PublishedBook) {
        let interviews = book.add(.interview, rows: rows, among: here)
        let checks = book.add(.safeAndWell, rows: rows, among: here)
        let duties = source.duties(rows).total
        book.show(interviews, checks) { tables in
            let due = duties.met + duties.late + duties.missed + duties.overdue
            let isSmall = (1..<5).contains(duties.children)
            let card = Report.Headline(
                cell: due == 0 ? .none : isSmall ? .hidden : .share(duties.inTime), label: "Duties done in time",
                note: due == 0 ? "none came due" : isSmall ? "of few children" : "of \(due.grouped) that came due")
            return [
                .headlines(Interviews.headlines(tables[0]) + [card]),
                .table(
                    tables[0].reportTable(
                        id: "interviews", definition: Dimension.interview.definition, hasShare: false)),
                .table(
                    tables[1].reportTable(
                        id: "safe-and-well", definition: Dimension.safeAndWell.definition, hasShare: false)),
            ]
        }
    }
}

extension Spoken {
    /// "1 child", "28 children".
    static func children(_ count: Int) -> String { count == 1 ? "1 child" : "\(count.grouped) children" }
}
