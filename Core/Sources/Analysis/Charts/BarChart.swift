// SPDX-License-Identifier: MIT

/// A figure as horizontal bars, one a band, stacked by kind, with the total at the end of each.
///
/// Bars lie because labels are words, and words are read lying.
public struct BarChart: Sendable {
    public enum Measure: Sendable { case episodes, children }

    public let figure: Figure
    public let measure: Measure
    /// Kinds are stacked where they share out the whole; else one plain bar for all.
    public let isStacked: Bool

    public init(_ figure: Figure, _ measure: Measure = .episodes) {
        self.figure = figure
        self.measure = measure
        isStacked = measure == .episodes
    }

    private let width = 540.0
    private let rowHeight = 34.0
    private let barHeight = 22.0

    /// The chart as SVG.
    public var svg: HTML {
        let rows = figure.bands
        let labelWidth = min(Double(rows.map(\.label.count).max() ?? 0) * 8.2 + 20, 300)
        let highest = rows.map(total).max() ?? 0
        let scale = Scale(to: highest)
        let room = width - labelWidth - 64
        var parts: [HTML] = []
        let bottom = Double(rows.count) * rowHeight + 6
        for mark in scale.marks {
            let x = labelWidth + room * Double(mark) / Double(scale.top)
            parts.append(Draw.line(x, 2, x, bottom, ink: Ink.rule))
            parts.append(Draw.text(mark.grouped, x, bottom + 17, .middle, size: 12, ink: Ink.quiet))
        }
        for (index, band) in rows.enumerated() {
            let y = Double(index) * rowHeight + 6
            parts.append(Draw.text(band.label, labelWidth - 10, y + 16, .end))
            parts.append(bar(band, labelWidth, y, room / Double(scale.top)))
        }
        parts.append(Draw.line(labelWidth, 2, labelWidth, bottom, ink: Ink.quiet))
        let name = measure == .episodes ? "episodes" : "children"
        return ChartFrame(
            id: "chart-\(figure.id)", title: "\(figure.title): \(name)", description: description(name),
            width: Int(width), height: Int(bottom) + 24
        ).drawn(parts.joined())
    }

    private func total(_ band: Figure.Band) -> Int { value(band.all) }

    private func value(_ count: Count) -> Int {
        measure == .episodes ? count.episodes : count.children
    }

    private func bar(_ band: Figure.Band, _ left: Double, _ y: Double, _ unit: Double) -> HTML {
        var x = left
        var parts: [HTML] = []
        if isStacked {
            for (kind, count) in zip(figure.kinds, band.byKind) where value(count) > 0 {
                let length = Double(value(count)) * unit
                parts.append(Draw.rect(x, y, length, barHeight, .of(kind)))
                x += length
            }
        } else {
            x += Double(total(band)) * unit
            parts.append(Draw.rect(left, y, x - left, barHeight, .plain))
        }
        parts.append(Draw.text(total(band).grouped, x + 7, y + 16, bold: true))
        return parts.joined()
    }

    private func description(_ name: String) -> String {
        figure.bands.map { "\($0.label): \(total($0).grouped)" }.joined(separator: "; ") + " \(name)."
    }
}
