// SPDX-License-Identifier: MIT

import WorkingTime

/// A control chart drawn: the values, their middle, the limits of chance, and what is a real shift, marked and numbered.
public struct ControlPicture: Sendable {
    let id: String
    public let title: String
    let chart: ControlChart
    /// One for each value: `2017-04`.
    let labels: [String]

    public init(id: String, title: String, chart: ControlChart, labels: [String]) {
        precondition(chart.values.count == labels.count, "each value has its label")
        (self.id, self.title, self.chart, self.labels) = (id, title, chart, labels)
    }

    private let width = 700.0
    private let left = 46.0
    private let right = 596.0
    private let top = 14.0
    private let plotHeight = 180.0
    private var bottom: Double { top + plotHeight }

    /// The chart, and what it says in words.
    public var html: HTML { svg + "<p>\(verdict)</p>" }

    public var svg: HTML {
        let highest = max(Double(chart.values.max() ?? 0), chart.upperLimit)
        let scale = Scale(to: Int(highest.rounded(.up)), ticks: 4)
        let unit = plotHeight / Double(scale.top)
        var parts = scale.levels(from: left, to: right, bottom: bottom, unit: unit)
        parts += lines(unit)
        parts.append(path(unit))
        for place in chart.values.indices { parts.append(point(place, unit)) }
        parts += names
        return ChartFrame(
            id: "chart-\(id)", title: title, description: said, width: Int(width), height: Int(bottom) + 40
        ).drawn(parts.joined())
    }

    /// What a reader should take from it.
    public var verdict: String {
        if chart.values.count < 8 { return "There are fewer than eight values: too few to tell a change from chance." }
        let marked = chart.shifts.enumerated().filter { !$0.element.isEmpty }
        guard let last = marked.last else {
            return
                "Nothing here is more than chance: the values go up and down about \(Self.written(chart.mean)), and none of it "
                + "asks for an explanation."
        }
        let why = last.element.map(\.rawValue).sorted()
        let count = marked.count == 1 ? "One value is" : "\(marked.count) values are"
        return
            "\(count) marked as more than chance; the last is \(Self.month(labels[last.offset])): \(Spoken.listed(why))."
    }

    private func x(_ place: Int) -> Double {
        left + 14 + (right - left - 28) * Double(place) / Double(max(chart.values.count - 1, 1))
    }

    private func lines(_ unit: Double) -> [HTML] {
        let levels = [
            (chart.upperLimit, "upper limit", true), (chart.mean, "mean", false),
            (chart.lowerLimit, "lower limit", true),
        ]
        return levels.flatMap { value, name, isLimit -> [HTML] in
            let y = bottom - value * unit
            let dashes: HTML = isLimit ? " stroke-dasharray=\"7 5\"" : ""
            return [
                """
                <line x1="\(Draw.at(left))" y1="\(Draw.at(y))" x2="\(Draw.at(right))" y2="\(Draw.at(y))" stroke="\(Ink.text)" \
                stroke-width="1.4"\(dashes)/>
                """, Draw.text("\(name) \(Self.written(value))", right + 6, y + 4, size: 12, ink: Ink.quiet),
            ]
        }
    }

    private func path(_ unit: Double) -> HTML {
        let steps = chart.values.enumerated().map { place, value in
            "\(place == 0 ? "M" : "L")\(Draw.at(x(place))) \(Draw.at(bottom - Double(value) * unit))"
        }
        return "<path d=\"\(steps.joined())\" fill=\"none\" stroke=\"#1f4e6b\" stroke-width=\"1.8\"/>"
    }

    /// A shift is a ringed square, everything else a dot.
    private func point(_ place: Int, _ unit: Double) -> HTML {
        let value = chart.values[place]
        let (x, y) = (x(place), bottom - Double(value) * unit)
        if chart.shifts[place].isEmpty {
            return "<circle cx=\"\(Draw.at(x))\" cy=\"\(Draw.at(y))\" r=\"3.4\" fill=\"#1f4e6b\"/>"
        }
        return """
            <rect x="\(Draw.at(x - 4.5))" y="\(Draw.at(y - 4.5))" width="9" height="9" fill="#a3160f"/>\
            <circle cx="\(Draw.at(x))" cy="\(Draw.at(y))" r="9" fill="none" stroke="#a3160f" stroke-width="1.6"/>\
            \(Draw.text(value.grouped, x, y - 13, .middle, size: 12, bold: true))
            """
    }

    private var names: [HTML] {
        let every = max(1, (chart.values.count + 11) / 12)
        var parts: [HTML] = []
        for place in labels.indices where place % every == 0 {
            let label = labels[place]
            parts.append(Draw.text(Self.monthShort(label), x(place), bottom + 17, .middle, size: 12, ink: Ink.quiet))
            let isYear = place == 0 || label.prefix(4) != labels[max(place - every, 0)].prefix(4)
            if isYear, label.count == 7 {
                parts.append(
                    Draw.text(String(label.prefix(4)), x(place), bottom + 32, .middle, size: 12, ink: Ink.quiet))
            }
        }
        return parts
    }

    private static func number(_ label: String) -> Int? {
        label.count == 7 ? Int(label.suffix(2)).flatMap { (1...12).contains($0) ? $0 : nil } : nil
    }

    private static func monthShort(_ label: String) -> String {
        if let month = number(label) { return MonthName.short[month - 1] }
        return (try? TimeText.date(label)).map { "\($0.day) \(MonthName.short[$0.month - 1])" } ?? label
    }

    /// "April 2017" for `2017-04`, "9 April 2017" for `2017-04-09`.
    static func month(_ label: String) -> String {
        if let month = number(label) { return "\(Spoken.monthName(month)) \(label.prefix(4))" }
        return (try? TimeText.date(label)).map(Spoken.fullDate) ?? label
    }

    /// With one decimal.
    static func written(_ value: Double) -> String {
        ReportCell.tenths(Int((value * 10).rounded())).spoken
    }

    private var said: String {
        "\(chart.values.count) values from \(chart.values.min() ?? 0) to \(chart.values.max() ?? 0); mean "
            + "\(Self.written(chart.mean)), limits \(Self.written(chart.lowerLimit)) and \(Self.written(chart.upperLimit)). "
            + verdict
    }
}
