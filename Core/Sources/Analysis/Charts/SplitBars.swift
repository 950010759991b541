// SPDX-License-Identifier: MIT

/// Lying bars, each split into parts, with the number in each part that has room and the total behind: districts by how
/// often, lengths by kind, triage.
///
/// A row with a number that is kept back has no bar: its length would tell the number.
public struct SplitBars: Sendable {
    public struct Row: Hashable, Sendable {
        public let label: String
        /// By part; nil for a number that is kept back.
        public let values: [Int?]

        public init(_ label: String, _ values: [Int?]) { (self.label, self.values) = (label, values) }

        var total: Int? { values.contains(nil) ? nil : values.reduce(0) { $0 + ($1 ?? 0) } }
    }

    let id: String
    public let title: String
    /// What is counted: "children".
    let unit: String
    let parts: [BarPart]
    let rows: [Row]

    public init(id: String, title: String, unit: String, parts: [BarPart], rows: [Row]) {
        precondition(rows.allSatisfy { $0.values.count == parts.count }, "each row has a number for each part")
        (self.id, self.title, self.unit, self.parts, self.rows) = (id, title, unit, parts, rows)
    }

    private let width = 700.0
    private let rowHeight = 30.0
    private let barHeight = 20.0

    /// The legend and the chart; the bars alone where there is one part.
    public var html: HTML { (parts.count > 1 ? BarPart.legend(parts, id: id) : HTML()) + svg }

    public var svg: HTML {
        let left = min(rows.map { WrappedText.width(of: $0.label) * 13 }.max() ?? 0, 270) + 18
        let scale = Scale(to: rows.compactMap(\.total).max() ?? 0)
        let unitWidth = (width - left - 54) / Double(scale.top)
        let bottom = Double(rows.count) * rowHeight + 6
        var drawn: [HTML] = [
            "<defs>\(parts.enumerated().map { $0.element.style.definition("\(id)-\($0.offset)") })</defs>"
        ]
        for mark in scale.marks {
            let x = left + Double(mark) * unitWidth
            drawn.append(Draw.line(x, 2, x, bottom, ink: Ink.rule))
            drawn.append(Draw.text(mark.grouped, x, bottom + 16, .middle, size: 12, ink: Ink.quiet))
        }
        for (place, row) in rows.enumerated() {
            let y = Double(place) * rowHeight + 7
            drawn.append(Draw.text(row.label, left - 9, y + 15, .end, size: 13))
            drawn.append(bar(row, left, y, unitWidth))
        }
        drawn.append(Draw.line(left, 2, left, bottom, ink: Ink.quiet))
        return ChartFrame(
            id: "chart-\(id)", title: title, description: said, width: Int(width), height: Int(bottom) + 24
        ).drawn(drawn.joined())
    }

    private func bar(_ row: Row, _ left: Double, _ y: Double, _ unitWidth: Double) -> HTML {
        guard let total = row.total else {
            return Draw.text("not shown (\(ReportCell.hiddenMark))", left + 8, y + 15, size: 12, ink: Ink.quiet)
        }
        var (x, drawn) = (left, [HTML]())
        for (place, value) in row.values.enumerated() {
            guard let value, value > 0 else { continue }
            let (style, length) = (parts[place].style, Double(value) * unitWidth)
            drawn.append(style.rect(x, y, length, barHeight, "\(id)-\(place)"))
            let room = Double(String(value).count) * 8 + 6
            if parts.count > 1, length > room + 4 {
                drawn.append(number(value, at: x + length / 2, y, room, style))
            }
            x += length
        }
        drawn.append(Draw.text(total.grouped, x + 7, y + 15, size: 13, bold: true))
        return drawn.joined()
    }

    /// A number on a pattern stands on a plain ground of its own.
    private func number(_ value: Int, at middle: Double, _ y: Double, _ room: Double, _ style: PartStyle) -> HTML {
        let ground: HTML =
            style.pattern == .plain
            ? HTML()
            : """
            <rect x="\(Draw.at(middle - room / 2))" y="\(Draw.at(y + 3))" width="\(Draw.at(room))" height="14" rx="2" \
            fill="\(style.fill)"/>
            """
        return ground + Draw.text(value.grouped, middle, y + 14.5, .middle, size: 12, ink: style.ink)
    }

    private var said: String {
        rows.map { row in "\(row.label): \(row.total?.grouped ?? "not shown")" }.joined(separator: "; ") + " \(unit)."
    }
}
