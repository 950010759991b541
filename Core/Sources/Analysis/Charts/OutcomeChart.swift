// SPDX-License-Identifier: MIT

/// How each duty came out under each of two rules: two bars a duty, done in time, late and not done.
public struct OutcomeChart: Sendable {
    /// How often a duty came out in which way under one rule.
    public struct Counts: Hashable, Sendable {
        public let inTime: Int
        public let late: Int
        public let notDone: Int
        /// Not due yet, no longer needed, waived or agreed.
        public let other: Int

        public init(inTime: Int, late: Int, notDone: Int, other: Int) {
            self.inTime = inTime
            self.late = late
            self.notDone = notDone
            self.other = other
        }

        public var owed: Int { inTime + late + notDone + other }
        var parts: [(OutcomeStyle, Int)] {
            [(.inTime, inTime), (.late, late), (.notDone, notDone), (.other, other)]
        }
    }

    public struct Row: Hashable, Sendable {
        public let label: String
        /// Nil where the rule does not have the duty.
        public let before: Counts?
        public let after: Counts?

        public init(label: String, before: Counts?, after: Counts?) {
            self.label = label
            self.before = before
            self.after = after
        }
    }

    let rules: Rules
    let rows: [Row]
    let id: String

    /// `id` keeps several of them in one page apart.
    public init(_ rows: [Row], rules: Rules, id: String = "outcomes") {
        self.rows = rows
        self.rules = rules
        self.id = id
    }

    private let width = 1_060.0
    private let left = 400.0
    private let right = 210.0
    private let rowHeight = 52.0

    /// What each filling means.
    public var legend: HTML {
        let items = OutcomeStyle.allCases.map { style in
            """
            <li><svg aria-hidden="true" width="26" height="18" viewBox="0 0 26 18">\
            \(Self.patterns(id: "\(id)-legend"))\(style.bar(1, 1, 24, 16, id: "\(id)-legend"))</svg> \(style.name)</li>
            """ as HTML
        }
        return "<ul class=\"legend\">\(items)</ul>"
    }

    /// The chart as SVG.
    public var svg: HTML {
        let highest = rows.flatMap { [$0.before?.owed ?? 0, $0.after?.owed ?? 0] }.max() ?? 0
        let scale = Scale(to: highest)
        let unit = (width - left - right) / Double(scale.top)
        let bottom = Double(rows.count) * rowHeight + 6
        var parts = [Self.patterns(id: id)]
        for mark in scale.marks {
            let x = left + Double(mark) * unit
            parts.append(Draw.line(x, 2, x, bottom, ink: Ink.rule))
            parts.append(Draw.text(mark.grouped, x, bottom + 16, .middle, size: 12, ink: Ink.quiet))
        }
        for (index, row) in rows.enumerated() { parts.append(drawn(row, Double(index) * rowHeight + 8, unit)) }
        parts.append(Draw.line(left, 2, left, bottom, ink: Ink.quiet))
        let said = rows.prefix(4).map { row in
            "\(row.label): \(Self.said(row.before)) and \(Self.said(row.after))"
        }
        return ChartFrame(
            id: "chart-\(id)", title: "How each duty came out under each",
            description: "\(rules.before), then \(rules.after). \(said.joined(separator: "; ")). "
                + "The table below has every duty.",
            width: Int(width), height: Int(bottom) + 24
        ).drawn(parts.joined())
    }

    private static func said(_ counts: Counts?) -> String {
        counts.map { "\($0.inTime) of \($0.owed) in time" } ?? "not owed"
    }

    private func drawn(_ row: Row, _ y: Double, _ unit: Double) -> HTML {
        var parts = Self.lines(of: row.label).enumerated().map { number, line in
            Draw.text(
                line, left - 12, y + (row.label.count > Self.lineLength ? 12 : 21) + Double(number) * 17, .end, size: 13
            )
        }
        for (place, counts) in [row.before, row.after].enumerated() {
            let top = y + Double(place) * 19
            guard let counts else {
                parts.append(Draw.text("not owed", left + 7, top + 12, size: 12, ink: Ink.quiet))
                continue
            }
            var x = left
            for (style, count) in counts.parts where count > 0 {
                parts.append(style.bar(x, top, Double(count) * unit, 15, id: id))
                x += Double(count) * unit
            }
            let text =
                "\(counts.owed.grouped) · \(percentage(counts.inTime, of: counts.inTime + counts.late + counts.notDone)) in time"
            parts.append(Draw.text(text, x + 7, top + 12, size: 12))
        }
        return parts.joined()
    }

    private static let lineLength = 52

    /// The label on one line or two, cut at a word where it's longer still.
    private static func lines(of label: String) -> [String] {
        var lines = [""]
        for word in label.split(separator: " ") {
            if lines[lines.count - 1].count + word.count + 1 > lineLength {
                if lines.count == 2 {
                    lines[1] += " …"
                    break
                }
                lines.append(String(word))
            } else {
                lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? String(word) : " \(word)"
            }
        }
        return lines
    }

    private static func patterns(id: String) -> HTML {
        """
        <defs><pattern id="\(id)-late" width="6" height="6" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect width="6" height="6" fill="#f6c667"/><rect width="2.4" height="6" \
        fill="#8a5a00"/></pattern></defs>
        """
    }
}

/// How an outcome is filled: each has a tone and a pattern of its own.
enum OutcomeStyle: CaseIterable {
    case inTime
    case late
    case notDone
    case other

    var name: String {
        switch self {
        case .inTime: "in time"
        case .late: "late"
        case .notDone: "not done"
        case .other: "not due yet, no longer needed, waived or agreed"
        }
    }

    func bar(_ x: Double, _ y: Double, _ width: Double, _ height: Double, id: String) -> HTML {
        let paint: HTML =
            switch self {
            case .inTime: "fill=\"#0b3a53\" stroke=\"#0b3a53\""
            case .late: "fill=\"url(#\(id)-late)\" stroke=\"#8a5a00\""
            case .notDone: "fill=\"#ffffff\" stroke=\"#a3160f\" stroke-width=\"2\""
            case .other: "fill=\"#d9e0e6\" stroke=\"#8794a0\""
            }
        let inset = self == .notDone ? 1.0 : 0
        return """
            <rect x="\(Draw.at(x + inset))" y="\(Draw.at(y + inset))" width="\(Draw.at(max(width - inset * 2, 0)))" \
            height="\(Draw.at(height - inset * 2))" \(paint)/>
            """
    }
}
