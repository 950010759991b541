// SPDX-License-Identifier: MIT

import WorkingTime

/// A count for each week under each of two rules, one small chart a role, all to one scale of time.
public struct WeeksChart: Sendable {
    public struct Row: Hashable, Sendable {
        public let label: String
        public let before: [Int]
        public let after: [Int]

        public init(label: String, before: [Int], after: [Int]) {
            self.label = label
            self.before = before
            self.after = after
        }

        var highest: Int { max(before.max() ?? 0, after.max() ?? 0) }
    }

    let rules: Rules
    let rows: [Row]
    let monday: CivilDate
    /// What is counted: "Duties that fall due".
    let counted: String

    /// Each row has one number a week from `monday` on.
    public init(_ rows: [Row], counted: String, rules: Rules, from monday: CivilDate) {
        self.rows = rows
        self.counted = counted
        self.rules = rules
        self.monday = monday
    }

    private let width = 1_060.0
    private let left = 268.0
    private let right = 150.0
    private let rowHeight = 72.0
    private let top = 46.0

    private var weeks: Int { rows.map(\.before.count).max() ?? 0 }

    /// The chart as SVG.
    public var svg: HTML {
        let bottom = top + rowHeight * Double(rows.count)
        let axis = MonthAxis(first: monday, end: monday.adding(days: weeks * 7), left: left, right: width - right)
        var parts = [
            axis.drawn(from: top - 4, to: bottom),
            Draw.text("a week, on average", width - right + 14, top - 26, size: 12, ink: Ink.quiet),
            Draw.text("before → after", width - right + 14, top - 10, size: 12, ink: Ink.quiet),
        ]
        for (index, row) in rows.enumerated() { parts.append(drawn(row, top + rowHeight * Double(index), axis)) }
        let said = rows.prefix(6).map { row in
            "\(row.label): \(Self.mean(row.before)) and \(Self.mean(row.after)) a week"
        }
        return ChartFrame(
            id: "chart-weeks", title: "\(counted), week by week",
            description: "\(rules.before), then \(rules.after). \(said.joined(separator: "; ")). "
                + "The table below has the numbers.",
            width: Int(width), height: Int(bottom) + 8
        ).drawn(parts.joined())
    }

    private func drawn(_ row: Row, _ y: Double, _ axis: MonthAxis) -> HTML {
        let (floor, room) = (y + rowHeight - 8, rowHeight - 20)
        let scale = Scale(to: row.highest, ticks: 2)
        let unit = room / Double(scale.top)
        var parts = scale.marks.map { mark in
            let height = floor - Double(mark) * unit
            return Draw.line(left, height, width - right, height, ink: mark == 0 ? Ink.quiet : Ink.rule)
                + Draw.text(mark.grouped, left - 6, height + 4, .end, size: 11, ink: Ink.quiet)
        }
        parts.append(Draw.text(row.label, left - 44, floor - room / 2 + 5, .end, size: 14))
        for (style, counts) in [(RuleStyle.after, row.after), (.before, row.before)] {
            parts.append(line(counts, style, axis, floor: floor, unit: unit))
        }
        let (old, new) = (Self.mean(row.before), Self.mean(row.after))
        parts.append(Draw.text("\(old) → \(new)", width - right + 14, floor - room / 2 + 5, size: 15, bold: true))
        return parts.joined()
    }

    /// Steps, one a week; under the later rule filled beneath, so that the two are told apart without colour.
    private func line(
        _ counts: [Int], _ style: RuleStyle, _ axis: MonthAxis, floor: Double, unit: Double
    ) -> HTML {
        guard !counts.isEmpty else { return "" }
        var path = ""
        for (week, count) in counts.enumerated() {
            let (from, to) = (axis.x(monday.adding(days: week * 7)), axis.x(monday.adding(days: week * 7 + 7)))
            let height = Draw.at(floor - Double(count) * unit)
            path += "\(week == 0 ? "M" : "L")\(Draw.at(from)) \(height)L\(Draw.at(to)) \(height)"
        }
        let last = axis.x(monday.adding(days: counts.count * 7))
        let area: HTML =
            style == .after
            ? """
            <path d="\(path)L\(Draw.at(last)) \(Draw.at(floor))L\(Draw.at(left)) \(Draw.at(floor))Z" \
            fill="\(style.fill)" fill-opacity="0.16"/>
            """ : ""
        let dashes: HTML = style.dashes.isEmpty ? "" : " stroke-dasharray=\"\(style.dashes)\""
        return area + "<path d=\"\(path)\" fill=\"none\" stroke=\"\(style.ink)\" stroke-width=\"1.6\"\(dashes)/>"
    }

    /// With one decimal.
    static func mean(_ counts: [Int]) -> String {
        guard !counts.isEmpty else { return "0" }
        let tenths = (counts.reduce(0, +) * 20 + counts.count) / (counts.count * 2)
        return tenths >= 1_000 || tenths % 10 == 0 ? (tenths / 10).grouped : "\((tenths / 10).grouped).\(tenths % 10)"
    }

    /// The same as a table: on average, at most, and altogether.
    public var table: HTML {
        let rows = rows.map { row in
            let cells = [row.before, row.after].map { counts in
                """
                <td>\(Self.mean(counts))</td><td>\((counts.max() ?? 0).grouped)</td>\
                <td>\(counts.reduce(0, +).grouped)</td>
                """ as HTML
            }
            return "<tr><th scope=\"row\">\(row.label)</th>\(cells)</tr>" as HTML
        }
        let head: HTML = "<th scope=\"col\">A week</th><th scope=\"col\">Busiest week</th><th scope=\"col\">In all</th>"
        return """
            <table class="figure"><caption>\(counted) by role</caption><thead><tr><td></td>\
            <th colspan="3" scope="colgroup">\(rules.before)</th><th colspan="3" scope="colgroup">\(rules.after)</th></tr>\
            <tr><td></td>\(head)\(head)</tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
