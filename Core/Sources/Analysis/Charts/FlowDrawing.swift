// SPDX-License-Identifier: MIT

/// Draws one band of a flow from the top downwards.
struct FlowDrawing {
    let width: Double
    private(set) var parts: [HTML] = []
    private(set) var bottom = 0.0

    private static let size = 13.0
    private static let line = 16.0
    private static let axis = 11.0
    private static let tints = ["#f4f7f9", "#ffffff"]

    init(width: Double) { self.width = width }

    /// The bar that says what happened, with its number in a ring.
    mutating func event(_ text: String, number: Int) {
        let lines = WrappedText(text, width: width - 44, size: 15, isBold: true).lines
        let height = 14 + 19 * Double(lines.count)
        parts.append(
            """
            <path d="M0 \(Draw.at(bottom)) h\(Draw.at(width)) v\(Draw.at(height)) h\(Draw.at(-width)) z" fill="#0b3a53"/>\
            <circle cx="16" cy="\(Draw.at(bottom + height / 2))" r="10.5" fill="#ffffff"/>
            """)
        let middle = bottom + height / 2 + 5
        parts.append(Draw.text("\(number)", 16, middle, .middle, ink: "#0b3a53", bold: true))
        for (index, line) in lines.enumerated() {
            let y = bottom + 21 + 19 * Double(index)
            parts.append(Draw.text(line, 36, y, size: 15, ink: "#ffffff", bold: true))
        }
        bottom += height
    }

    mutating func laneNames(_ names: [String], _ columns: FlowColumns) {
        parts.append(Draw.line(Self.axis, bottom, Self.axis, bottom + 22, ink: Ink.quiet, width: 2))
        for (index, name) in names.enumerated() {
            tint(index, columns, from: bottom, to: bottom + 22)
            parts.append(Draw.text(name, columns.edges[index] + 8, bottom + 16, size: 12, ink: Ink.quiet))
        }
        bottom += 22
    }

    /// A row across the lanes.
    mutating func row(_ row: FlowChart.Row, _ columns: FlowColumns) {
        let top = bottom
        var deepest = top + 30
        var texts: [HTML] = []
        for lane in row.cells.indices {
            var y = top + 4
            for share in row.cells[lane] {
                texts += drawn(share, at: columns.edges[lane] + 8, width: columns.width(of: lane) - 16, &y)
            }
            deepest = max(deepest, y + 7)
        }
        let label = WrappedText(row.label, width: FlowColumns.left - 30, size: 13, isBold: true).lines
        deepest = max(deepest, top + 12 + Self.line * Double(label.count))
        for lane in row.cells.indices { tint(lane, columns, from: top, to: deepest) }
        parts.append(Draw.line(FlowColumns.left - 6, top, width, top, ink: Ink.rule))
        parts += axis(from: top, to: deepest)
        for (index, line) in label.enumerated() {
            parts.append(Draw.text(line, 24, top + 18 + Self.line * Double(index), size: 13, bold: true))
        }
        parts += texts
        bottom = deepest
    }

    /// A row whose lanes stand one below the other.
    mutating func stacked(_ row: FlowChart.Row) {
        let top = bottom
        var texts = [Draw.text(row.label, 24, top + 22, size: 15, bold: true)]
        var y = top + 30
        for share in row.cells.flatMap({ $0 }) { texts += drawn(share, at: 26, width: width - 30, &y) }
        y += 8
        parts.append(Draw.line(24, top, width, top, ink: Ink.rule))
        parts += axis(from: top, to: y)
        parts += texts
        bottom = y
    }

    private func axis(from top: Double, to end: Double) -> [HTML] {
        [
            Draw.line(Self.axis, top, Self.axis, end, ink: Ink.quiet, width: 2),
            """
            <circle cx="\(Draw.at(Self.axis))" cy="\(Draw.at(top + 14))" r="4.5" fill="#ffffff" stroke="\(Ink.quiet)" \
            stroke-width="2"/>
            """,
        ]
    }

    private mutating func tint(_ lane: Int, _ columns: FlowColumns, from top: Double, to end: Double) {
        parts.append(
            """
            <rect x="\(Draw.at(columns.edges[lane]))" y="\(Draw.at(top))" width="\(Draw.at(columns.width(of: lane)))" \
            height="\(Draw.at(end - top))" fill="\(Self.tints[lane % 2])"/>
            """)
    }

    /// A role with its steps, from `y` downwards.
    private func drawn(_ share: FlowChart.Share, at x: Double, width: Double, _ y: inout Double) -> [HTML] {
        var drawn: [HTML] = []
        for line in WrappedText(share.role, width: width, size: 12, isBold: true).lines {
            y += Self.line
            drawn.append(Draw.text(line, x, y - 2, size: 12, ink: Ink.quiet, bold: true))
        }
        for step in share.steps {
            for (index, line) in WrappedText(step.text, width: width - 15, size: Self.size).lines.enumerated() {
                y += Self.line
                if index == 0 { drawn.append(Self.mark(step.mark, x + 5, y - 5)) }
                drawn.append(Draw.text(line, x + 15, y, size: 13))
            }
        }
        y += 5
        return drawn
    }

    static func mark(_ mark: FlowChart.Mark, _ x: Double, _ y: Double) -> HTML {
        switch mark {
        case .everyChild:
            "<circle cx=\"\(Draw.at(x))\" cy=\"\(Draw.at(y))\" r=\"4\" fill=\"\(Ink.text)\"/>"
        case .childrenInCare:
            """
            <path d="M\(Draw.at(x)) \(Draw.at(y - 5)) l5 5 l-5 5 l-5 -5 z" fill="#1c5d94"/>
            """
        case .someChildren:
            """
            <circle cx="\(Draw.at(x))" cy="\(Draw.at(y))" r="3.5" fill="#ffffff" stroke="\(Ink.quiet)" stroke-width="1.6"/>
            """
        }
    }
}
