// SPDX-License-Identifier: MIT

/// A figure as a table: episodes and children by kind and together, with the shares and the missing values.
public struct FigureTable: Sendable {
    public let figure: Figure

    public init(_ figure: Figure) {
        self.figure = figure
    }

    public var html: HTML {
        let isSplit = figure.kinds.count > 1
        let groups: HTML =
            isSplit
            ? """
            \(figure.kinds.map { "<th colspan=\"2\" scope=\"colgroup\">\($0.shortTitle)</th>" as HTML })\
            <th colspan="3" scope="colgroup">All</th>
            """ : "<th colspan=\"3\" scope=\"colgroup\">\(figure.kinds.first?.shortTitle)</th>"
        let pair: HTML = "<th scope=\"col\">Episodes</th><th scope=\"col\">Children</th>"
        let heads = Array(repeating: pair, count: isSplit ? figure.kinds.count + 1 : 1)
        let whole = figure.bands.reduce(0) { $0 + shared($1.all) }
        var rows = figure.bands.map { row($0, whole: whole, isSplit: isSplit) }
        if figure.valueMissing.all.episodes > 0 {
            rows.append(row(figure.valueMissing, whole: nil, isSplit: isSplit))
        }
        return """
            <table class="figure"><caption>\(figure.title)</caption><thead><tr><td></td>\(groups)</tr>\
            <tr><td></td>\(heads)<th scope="col">Share</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func row(_ band: Figure.Band, whole: Int?, isSplit: Bool) -> HTML {
        let counts = (isSplit ? band.byKind : []) + [band.all]
        let cells = counts.map { "<td>\($0.episodes.grouped)</td><td>\($0.children.grouped)</td>" as HTML }
        let share = whole.map { percentage(shared(band.all), of: $0) } ?? ""
        let style: HTML = whole == nil ? " class=\"unknown\"" : ""
        return "<tr\(style)><th scope=\"row\">\(band.label)</th>\(cells)<td>\(share)</td></tr>"
    }

    /// What the bands share out: episodes, or children.
    private func shared(_ count: Count) -> Int {
        figure.sharesAreOfChildren ? count.children : count.episodes
    }
}
