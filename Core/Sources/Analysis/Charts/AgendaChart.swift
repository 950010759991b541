// SPDX-License-Identifier: MIT

import WorkingTime

/// Who would have been on the agenda when, under each of two rules: one line a child, episodes as short strokes, and a
/// mark of each rule's own wherever it would have put the child on.
public struct AgendaChart: Sendable {
    public struct Row: Hashable, Sendable {
        public let label: String
        /// When the child's episodes started.
        public let episodes: [CivilDate]
        /// When each rule would have put the child on.
        public let before: [CivilDate]
        public let after: [CivilDate]

        public init(label: String, episodes: [CivilDate], before: [CivilDate], after: [CivilDate]) {
            self.label = label
            self.episodes = episodes
            self.before = before
            self.after = after
        }
    }

    /// Rows that belong together, under a heading.
    public struct Group: Hashable, Sendable {
        public let title: String
        public let rows: [Row]

        public init(title: String, rows: [Row]) {
            self.title = title
            self.rows = rows
        }
    }

    let rules: Rules
    let groups: [Group]
    let first: CivilDate
    let end: CivilDate
    /// Children for whom there was no room.
    public let notDrawn: Int

    /// Draws up to `limit` rows of each group, in the order given, over the dates from `first` until before `end`.
    public init(_ groups: [Group], rules: Rules, from first: CivilDate, to end: CivilDate, limit: Int = 20) {
        self.rules = rules
        self.groups = groups.filter { !$0.rows.isEmpty }
            .map { Group(title: $0.title, rows: Array($0.rows.prefix(limit))) }
        self.first = first
        self.end = end
        notDrawn = groups.reduce(0) { $0 + max($1.rows.count - limit, 0) }
        all = groups.flatMap(\.rows)
    }

    /// Every row, also those for which there was no room.
    private let all: [Row]

    private let width = 1_060.0
    private let left = 150.0
    private let rowHeight = 34.0
    private let headingHeight = 34.0
    private let top = 30.0

    /// The chart as SVG.
    public var svg: HTML {
        let lines = groups.reduce(0) { $0 + $1.rows.count }
        let bottom = top + rowHeight * Double(lines) + headingHeight * Double(groups.count) + 2
        let axis = MonthAxis(first: first, end: end, left: left, right: width - 16)
        var parts = [axis.drawn(from: top - 4, to: bottom)]
        var y = top
        for group in groups {
            parts.append(heading(group.title, y))
            y += headingHeight
            for (index, row) in group.rows.enumerated() {
                parts.append(drawn(row, y + rowHeight / 2, axis, isShaded: index % 2 == 0))
                y += rowHeight
            }
        }
        return ChartFrame(
            id: "chart-agenda", title: "Who would have been on the agenda, and when",
            description: "\(all.count.grouped) children. \(rules.before): \(count(\.before)). "
                + "\(rules.after): \(count(\.after)). The table below has every date.",
            width: Int(width), height: Int(bottom) + 6
        ).drawn(parts.joined())
    }

    private func count(_ side: KeyPath<Row, [CivilDate]>) -> String {
        let times = all.reduce(0) { $0 + $1[keyPath: side].count }
        let children = all.count { !$0[keyPath: side].isEmpty }
        return "\(Spoken.counted(times, "time")) for \(children == 1 ? "1 child" : "\(children) children")"
    }

    private func heading(_ title: String, _ y: Double) -> HTML {
        """
        <rect x="0" y="\(Draw.at(y + 4))" width="\(Draw.at(width))" height="\(Draw.at(headingHeight - 6))" fill="#ffffff"/>
        """ + Draw.text(title, 0, y + 23, size: 15, bold: true)
            + Draw.line(0, y + headingHeight - 2, width, y + headingHeight - 2, ink: Ink.quiet)
    }

    private func drawn(_ row: Row, _ y: Double, _ axis: MonthAxis, isShaded: Bool) -> HTML {
        var parts: [HTML] = []
        if isShaded {
            parts.append(
                """
                <rect x="0" y="\(Draw.at(y - rowHeight / 2))" width="\(Draw.at(width))" height="\(Draw.at(rowHeight))" \
                fill="#0b3a53" fill-opacity="0.045"/>
                """)
        }
        parts.append(Draw.line(left, y, width - 16, y, ink: "#d5dbe1"))
        parts.append(Draw.text(row.label, left - 12, y + 5, .end, size: 13))
        for day in row.episodes { parts.append(Draw.line(axis.x(day), y - 4, axis.x(day), y + 4, ink: Ink.quiet)) }
        for day in row.before { parts.append(RuleStyle.before.mark(at: axis.x(day), y - 9, size: 4.4)) }
        for day in row.after { parts.append(RuleStyle.after.mark(at: axis.x(day), y + 9, size: 4.4)) }
        return parts.joined()
    }

    /// The same as a table, for whoever doesn't see the picture.
    public var table: HTML {
        let rows = all.map { row in
            """
            <tr><th scope="row">\(row.label)</th><td>\(row.episodes.count)</td><td>\(Self.dates(row.before))</td>\
            <td>\(Self.dates(row.after))</td></tr>
            """ as HTML
        }
        return """
            <table class="list"><caption>Who would have been on the agenda, and when</caption><thead><tr>\
            <th scope="col">Child</th><th scope="col">Episodes</th><th scope="col">\(rules.before)</th>\
            <th scope="col">\(rules.after)</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func dates(_ dates: [CivilDate]) -> String {
        dates.isEmpty ? "–" : dates.map { Spoken.fullDate($0) }.joined(separator: ", ")
    }
}
