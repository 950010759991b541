// SPDX-License-Identifier: MIT

import WorkingTime

/// A count for each month under each of two rules, as columns side by side.
public struct MonthsChart: Sendable {
    let rules: Rules
    let title: String
    /// The first day of the first month.
    let first: CivilDate
    let counts: [(before: Int, after: Int)]

    /// Counts dates by their month, over the months that lie between `first` and `end`.
    public init(
        _ title: String, before: [CivilDate], after: [CivilDate], rules: Rules, from first: CivilDate,
        to end: CivilDate
    ) {
        self.title = title
        self.rules = rules
        self.first = CivilDate(year: first.year, month: first.month, day: 1) ?? first
        let start = first.year * 12 + first.month
        let last = end.previous
        var counts = Array(repeating: (before: 0, after: 0), count: last.year * 12 + last.month - start + 1)
        for date in before where first <= date && date < end {
            counts[date.year * 12 + date.month - start].before += 1
        }
        for date in after where first <= date && date < end {
            counts[date.year * 12 + date.month - start].after += 1
        }
        self.counts = counts
    }

    private let width = 1_060.0
    private let plotHeight = 170.0
    private let left = 46.0
    private let top = 18.0

    /// The chart as SVG.
    public var svg: HTML {
        let scale = Scale(to: counts.map { max($0.before, $0.after) }.max() ?? 0, ticks: 4)
        let unit = plotHeight / Double(scale.top)
        let bottom = top + plotHeight
        var parts = scale.levels(from: left, to: width, bottom: bottom, unit: unit)
        let slot = (width - left) / Double(max(counts.count, 1))
        for (index, count) in counts.enumerated() {
            let x = left + slot * Double(index)
            parts.append(column(count.before, .before, x + slot * 0.12, slot * 0.36, bottom, unit))
            parts.append(column(count.after, .after, x + slot * 0.52, slot * 0.36, bottom, unit))
            parts.append(label(index, x + slot / 2, bottom))
        }
        parts.append(Draw.line(left, bottom, width, bottom, ink: Ink.quiet))
        let all = counts.reduce((0, 0)) { ($0.0 + $1.before, $0.1 + $1.after) }
        return ChartFrame(
            id: "chart-months", title: title,
            description: "\(rules.before): \(all.0.grouped) in \(counts.count) months. \(rules.after): "
                + "\(all.1.grouped). The table below has every month.",
            width: Int(width), height: Int(bottom) + 38
        ).drawn(parts.joined())
    }

    private func column(
        _ count: Int, _ style: RuleStyle, _ x: Double, _ width: Double, _ bottom: Double, _ unit: Double
    ) -> HTML {
        let height = Double(count) * unit
        let bar: HTML = """
            <rect x="\(Draw.at(x))" y="\(Draw.at(bottom - height))" width="\(Draw.at(width))" \
            height="\(Draw.at(height))" fill="\(style.fill)" stroke="\(style.ink)" stroke-width="1.4"/>
            """
        guard self.counts.count <= 30, count > 0 else { return bar }
        return bar + Draw.text(count.grouped, x + width / 2, bottom - height - 4, .middle, size: 11)
    }

    private func month(_ index: Int) -> (year: Int, month: Int) {
        let all = first.year * 12 + first.month - 1 + index
        return (all / 12, all % 12 + 1)
    }

    private func label(_ index: Int, _ x: Double, _ bottom: Double) -> HTML {
        let (year, month) = month(index)
        let name = Draw.text(
            String(Spoken.monthName(month).prefix(1)), x, bottom + 16, .middle, size: 12, ink: Ink.quiet)
        let isMarked = month == 1 || index == 0
        return isMarked ? name + Draw.text(String(year), x, bottom + 32, .middle, size: 12, ink: Ink.quiet) : name
    }

    /// The same as a table.
    public var table: HTML {
        let rows = counts.enumerated().map { index, count in
            let (year, month) = month(index)
            return """
                <tr><th scope="row">\(Spoken.monthName(month)) \(year)</th><td>\(count.before.grouped)</td>\
                <td>\(count.after.grouped)</td></tr>
                """ as HTML
        }
        return """
            <table class="figure"><caption>\(title)</caption><thead><tr><th scope="col">Month</th>\
            <th scope="col">\(rules.before)</th><th scope="col">\(rules.after)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
