// SPDX-License-Identifier: MIT

extension Figure {
    /// The figure as a table of a report that hides nothing: each kind, then all; bands that hold nothing are left out.
    var reportTable: ReportTable {
        let pair = ["Episodes", "Children"]
        let isSplit = kinds.count > 1
        func row(_ band: Band, _ weight: ReportTable.Row.Weight) -> ReportTable.Row {
            let counts = (isSplit ? band.byKind : []) + [band.all]
            return ReportTable.Row(
                band.label, counts.flatMap { [.count($0.episodes), .count($0.children)] }, weight)
        }
        let held = bands.filter { $0.all.episodes > 0 }.map { row($0, .plain) }
        let unknown = valueMissing.all.episodes > 0 ? [row(valueMissing, .unknown)] : []
        return ReportTable(
            id: id, title: title,
            groups: (isSplit ? kinds.map { ReportTable.Group($0.shortTitle, pair) } : []) + [
                ReportTable.Group(isSplit ? "All" : "", pair)
            ], rows: held + unknown, definition: definition)
    }

    /// The bands as bars, split by kind.
    func bars(title: String) -> SplitBars {
        SplitBars(
            id: id, title: title, unit: "episodes", parts: BarPart.kinds(kinds),
            rows: bands.map { band in SplitBars.Row(band.label, band.byKind.map(\.episodes)) })
    }
}

extension ReportSource {
    /// A dimension by kind, of the rows given.
    func figure(_ dimension: Dimension, _ rows: EpisodeRows) -> Figure {
        Figure(dimension, of: table, rows: rows, kinds: kinds(rows))
    }

    /// A report that hides nothing.
    func report(_ kind: ReportKind, rows: EpisodeRows, _ sections: [Report.Section]) -> Report {
        Report(
            kind: kind, area: area, period: period, madeAt: now, sections: sections, rule: nil, gaps: gaps(rows))
    }
}

extension DutyFigure {
    /// How the duties came out, a line each for what `lines` gives.
    static func reportTable(id: String, title: String, _ lines: [Line], total: Line) -> ReportTable {
        func row(_ line: Line, _ weight: ReportTable.Row.Weight = .plain) -> ReportTable.Row {
            let due = line.inTime.whole
            return ReportTable.Row(
                line.label,
                [
                    .count(line.met), .count(line.late), .count(line.missed), .count(line.overdue), .count(line.owed),
                    .count(line.lapsed + line.waived + line.agreed), due == 0 ? .none : .share(line.inTime),
                ], weight)
        }
        return ReportTable(
            id: id, title: title,
            groups: [
                ReportTable.Group(
                    "", ["In time", "Late", "Missed", "Overdue", "Not due yet", "Set aside", "In time, of due"])
            ], rows: lines.map { row($0) } + [row(total, .total)], definition: DutyFigure.definition)
    }
}
