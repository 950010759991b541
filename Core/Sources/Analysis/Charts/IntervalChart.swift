// SPDX-License-Identifier: MIT

/// Groups side by side: a dot for the share of each, a line for how far chance alone may have moved it.
public struct IntervalChart: Sendable {
    public struct Line: Hashable, Sendable {
        public let label: String
        /// Nil where it is kept back.
        public let share: Proportion?

        public init(label: String, share: Proportion?) { (self.label, self.share) = (label, share) }
    }

    let id: String
    public let title: String
    let lines: [Line]

    public init(id: String, title: String, lines: [Line]) { (self.id, self.title, self.lines) = (id, title, lines) }

    private let width = 700.0
    private let right = 560.0
    private let rowHeight = 30.0

    public var svg: HTML {
        let left = min(lines.map { WrappedText.width(of: $0.label) * 13 }.max() ?? 0, 290) + 18
        let bottom = Double(lines.count) * rowHeight + 6
        func x(_ share: Double) -> Double { left + (right - left) * share }
        var parts: [HTML] = []
        for percent in stride(from: 0, through: 100, by: 20) {
            let place = x(Double(percent) / 100)
            parts.append(Draw.line(place, 2, place, bottom, ink: Ink.rule))
            parts.append(Draw.text("\(percent) %", place, bottom + 16, .middle, size: 12, ink: Ink.quiet))
        }
        for (number, line) in lines.enumerated() {
            let y = (Double(number) + 0.5) * rowHeight + 3
            parts.append(Draw.text(line.label, left - 9, y + 4.5, .end, size: 13))
            parts.append(drawn(line, y, left: left, x))
        }
        return ChartFrame(
            id: "chart-\(id)", title: title, description: said, width: Int(width), height: Int(bottom) + 24
        ).drawn(parts.joined())
    }

    private func drawn(_ line: Line, _ y: Double, left: Double, _ x: (Double) -> Double) -> HTML {
        guard let share = line.share else {
            return Draw.text("not shown (\(ReportCell.hiddenMark))", left + 8, y + 4.5, size: 12, ink: Ink.quiet)
        }
        guard let value = share.share, let interval = share.interval else {
            return Draw.text("none", left + 8, y + 4.5, size: 12, ink: Ink.quiet)
        }
        let (from, to) = (x(interval.lowerBound), x(interval.upperBound))
        return Draw.line(from, y, to, y, ink: "#1f4e6b", width: 2.2)
            + Draw.line(from, y - 5, from, y + 5, ink: "#1f4e6b", width: 2.2)
            + Draw.line(to, y - 5, to, y + 5, ink: "#1f4e6b", width: 2.2)
            + "<circle cx=\"\(Draw.at(x(value)))\" cy=\"\(Draw.at(y))\" r=\"5\" fill=\"#a3160f\" stroke=\"#ffffff\"/>"
            + Draw.text(
                "\(percentage(share.part, of: share.whole)), \(share.part.grouped) of \(share.whole.grouped)",
                right + 10,
                y + 4.5, size: 12)
    }

    private var said: String {
        lines.map { line in
            "\(line.label): \(line.share.map { percentage($0.part, of: $0.whole) } ?? "not shown")"
        }.joined(separator: "; ") + "."
    }

    /// The same as a table, with the interval.
    public var table: ReportTable {
        ReportTable(
            id: id, title: title, groups: [ReportTable.Group("", ["With it", "Of", "Share", "95 % from", "to"])],
            rows: lines.map { line in
                guard let share = line.share else {
                    return ReportTable.Row(line.label, Array(repeating: .hidden, count: 5))
                }
                let ends = share.interval.map { [$0.lowerBound, $0.upperBound].map(Self.percent) } ?? [.none, .none]
                return ReportTable.Row(
                    line.label,
                    [.count(share.part), .count(share.whole), share.whole == 0 ? .none : .share(share)] + ends)
            })
    }

    private static func percent(_ share: Double) -> ReportCell { .text("\(Int((share * 100).rounded()))\u{A0}%") }
}
