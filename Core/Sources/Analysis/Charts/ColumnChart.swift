// SPDX-License-Identifier: MIT

/// A figure as upright columns, one a band, stacked by kind: for bands that follow one another in time.
public struct ColumnChart: Sendable {
    public let figure: Figure

    public init(_ figure: Figure) {
        self.figure = figure
    }

    private let width = 560.0
    private let plotHeight = 190.0
    private let left = 46.0
    private let top = 20.0

    /// The chart as SVG.
    public var svg: HTML {
        let scale = Scale(to: figure.bands.map(\.all.episodes).max() ?? 0, ticks: 4)
        let unit = plotHeight / Double(scale.top)
        let bottom = top + plotHeight
        var parts = scale.levels(from: left, to: width, bottom: bottom, unit: unit)
        let slot = (width - left) / Double(max(figure.bands.count, 1))
        for (index, band) in figure.bands.enumerated() {
            parts.append(column(band, left + slot * Double(index), slot, bottom, unit))
        }
        parts.append(Draw.line(left, bottom, width, bottom, ink: Ink.quiet))
        let said = figure.bands.map { "\($0.label): \($0.all.episodes.grouped)" }.joined(separator: "; ")
        return ChartFrame(
            id: "chart-\(figure.id)", title: "\(figure.title): episodes", description: said + " episodes.",
            width: Int(width), height: Int(bottom) + 26
        ).drawn(parts.joined())
    }

    private func column(_ band: Figure.Band, _ x: Double, _ slot: Double, _ bottom: Double, _ unit: Double) -> HTML {
        var y = bottom
        var parts: [HTML] = []
        for (kind, count) in zip(figure.kinds, band.byKind) where count.episodes > 0 {
            let height = Double(count.episodes) * unit
            y -= height
            parts.append(Draw.rect(x + slot * 0.16, y, slot * 0.68, height, .of(kind)))
        }
        let middle = x + slot / 2
        parts.append(Draw.text(band.all.episodes.grouped, middle, y - 5, .middle, size: 13, bold: true))
        parts.append(Draw.text(band.label, middle, bottom + 18, .middle, size: 13))
        return parts.joined()
    }
}
