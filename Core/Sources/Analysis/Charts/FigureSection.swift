// SPDX-License-Identifier: MIT

/// A figure as people look at it: its picture, its table beside it, and what was counted.
public struct FigureSection: Sendable {
    public let figure: Figure

    public init(_ figure: Figure) {
        self.figure = figure
    }

    public var html: HTML {
        let wide: HTML = figure.kinds.count > 2 ? " wide" : ""
        return """
            <section class="figure" id="\(figure.id)"><h3>\(figure.title)</h3>\
            <div class="pair\(wide)"><div>\(chart)</div>\
            <div role="group" tabindex="0" aria-label="\(figure.title), as a table">\(FigureTable(figure).html)</div></div>\
            <p class="definition">\(figure.definition)</p></section>
            """
    }

    /// Upright columns for what follows in time, bars for the rest.
    private var chart: HTML {
        ["month", "weekday", "hour"].contains(figure.id)
            ? ColumnChart(figure).svg : BarChart(figure, figure.id == "repeats" ? .children : .episodes).svg
    }
}
