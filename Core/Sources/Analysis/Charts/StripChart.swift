// SPDX-License-Identifier: MIT
import WorkingTime

/// One line a child: every episode in the order of its date, missing as red squares, absent as blue
/// diamonds, away as amber circles, with a bar for its length, so that all are seen together.
///
/// Children with most episodes stand first. An episode that starts before the child's one before it is over is
/// ringed.
public struct StripChart: Sendable {
    let lines: [Line]
    let kinds: [AbsenceKind]
    let first: CivilDate
    let last: CivilDate
    /// Children for whom there was no room.
    public let notDrawn: Int

    struct Line: Sendable {
        let label: String
        let rows: [AbsenceRow]
    }

    /// Draws the children with most episodes, up to `limit`, of those that began within the year, or of all.
    /// Nil where no episode has a date. `label` names a child, or gives nothing where names do not belong.
    public init?(_ figures: AbsenceFigures, limit: Int = 30, label: (Int32) -> String) {
        var found: [(child: Int32, rows: [AbsenceRow])] = []
        figures.forEachChild { rows in
            let dated = rows.filter { row in
                row.began.map { day in figures.year.map { (row.ended ?? day) >= $0.first && day <= $0.last } ?? true }
                    ?? false
            }
            if let child = dated.first?.child { found.append((child, Array(dated))) }
        }
        let dates = found.lazy.flatMap(\.rows).compactMap(\.began)
        guard let earliest = dates.min(), let latest = dates.max() else { return nil }
        first = figures.year?.first ?? earliest
        last = figures.year?.last ?? latest
        kinds = figures.kinds
        found.sort { ($1.rows.count, $0.child) < ($0.rows.count, $1.child) }
        lines = found.prefix(limit).map { Line(label: label($0.child), rows: $0.rows) }
        notDrawn = max(found.count - limit, 0)
    }

    private let width = 960.0
    private let left = 112.0
    private let lineHeight = 24.0
    private let top = 26.0

    /// The chart as SVG.
    public var svg: HTML {
        var parts = months
        for (index, line) in lines.enumerated() { parts.append(drawn(line, top + lineHeight * (Double(index) + 0.5))) }
        let episodes = lines.reduce(0) { $0 + $1.rows.count }
        return ChartFrame(
            id: "chart-strip", title: "Every episode of each child, in order of date",
            description:
                "\(lines.count.grouped) children with \(episodes.grouped) episodes, the child with most first. "
                + lines.prefix(5).map(said).joined(separator: " "),
            width: Int(width), height: Int(top + lineHeight * Double(lines.count)) + 8
        ).drawn(parts.joined())
    }

    private func said(_ line: Line) -> String {
        let counts = kinds.map { kind in (kind.name, line.rows.count { $0.kind == kind }) }.filter { $0.1 > 0 }
        return "\(line.label): " + counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ") + "."
    }

    private func x(_ day: CivilDate) -> Double {
        let span = Double(max(first.days(until: last), 1))
        let share = Double(first.days(until: day)) / span
        return left + (width - left - 14) * min(max(share, 0), 1)
    }

    private var months: [HTML] {
        let names = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"]
        let bottom = top + lineHeight * Double(lines.count) + 2
        let span = first.days(until: last)
        guard span <= 800 else { return years(bottom) }
        var parts: [HTML] = []
        var day = CivilDate(year: first.year, month: first.month, day: 1) ?? first
        while day <= last {
            let next = day.adding(days: CivilDate.daysInMonth(day.month, of: day.year))
            parts.append(Draw.line(x(day), top - 4, x(day), bottom, ink: Ink.rule))
            let name = span <= 400 ? String(names[day.month - 1]) : ""
            parts.append(Draw.text(name, (x(day) + x(next)) / 2, 16, .middle, size: 13, ink: Ink.quiet))
            day = next
        }
        return parts
    }

    private func years(_ bottom: Double) -> [HTML] {
        (first.year...last.year).compactMap { year in
            CivilDate(year: year, month: 1, day: 1).map { day in
                Draw.line(x(day), top - 4, x(day), bottom, ink: Ink.rule)
                    + Draw.text(String(year), x(day) + 4, 16, size: 12, ink: Ink.quiet)
            }
        }
    }

    private func drawn(_ line: Line, _ y: Double) -> HTML {
        var parts = [
            Draw.line(left, y, width - 14, y, ink: "#e3e8ec"),
            Draw.text(line.label, left - 12, y + 5, .end, size: 13),
        ]
        var latestEnd: CivilDate?
        for row in line.rows {
            guard let began = row.began else { continue }
            let style = KindStyle.of(row.kind)
            let end = row.ended ?? (row.isOpen ? last : began)
            if began < end { parts.append(Draw.line(x(began), y, x(end), y, ink: style.line, width: 3)) }
            parts.append(KindMark.drawn(style, at: x(began), y, size: 6))
            if let latestEnd, began < latestEnd {
                parts.append(
                    """
                    <circle cx="\(Draw.at(x(began)))" cy="\(Draw.at(y))" r="10.5" fill="none" stroke="\(Ink.text)" \
                    stroke-width="1.6"/>
                    """)
            }
            latestEnd = max(latestEnd ?? end, end)
        }
        return parts.joined()
    }
}
