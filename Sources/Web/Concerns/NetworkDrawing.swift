// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// Draws a network: shapes say what a point is, the stroke of a line how sure it is, and each line leads to the row of
/// the table that explains it. Nothing rests on a colour.
struct NetworkDrawing {
    let lines: [Network.Line]
    let names: PointNames
    private let layout: NetworkLayout

    init(lines: [Network.Line], names: PointNames) {
        (self.lines, self.names) = (lines, names)
        let concerns = names.telling.state.concerns
        layout = NetworkLayout(lines) { point in
            switch point {
            case .child: .children
            case .entry(let number): concerns[number]?.kind == .person ? .people : .places
            }
        }
    }

    var svg: HTML {
        let size = "0 0 \(Int(NetworkLayout.width)) \(Int(layout.height))"
        return """
            <svg viewBox="\(size)" role="group" aria-labelledby="network-title"><title id="network-title">\(title)</title>
            \(headings)\(lines.enumerated().map { drawn($0.element, $0.offset) })\(layout.columns.flatMap { $0 }.map(point))</svg>
            """
    }

    /// What the shapes and strokes mean.
    static let legend: HTML = """
        <ul class="legend"><li>\(sample("<rect x=\"4\" y=\"4\" width=\"14\" height=\"14\" class=\"place-of\"/>")) Place</li>
        <li>\(sample("<circle cx=\"11\" cy=\"11\" r=\"8\" class=\"child-of\"/>")) Child</li>
        <li>\(sample("<path d=\"M11 2l9 9-9 9-9-9z\" class=\"person-of\"/>")) Person</li>
        <li>\(sample("<path d=\"M0 11h22\" class=\"tie confirmed\"/>")) Confirmed</li>
        <li>\(sample("<path d=\"M0 11h22\" class=\"tie likely\"/>")) Likely</li>
        <li>\(sample("<path d=\"M0 11h22\" class=\"tie possible\"/>")) Possible</li>
        <li>\(sample("<path d=\"M0 11h22\" class=\"tie doubtful\"/>")) Doubtful</li></ul>
        """

    private static func sample(_ shape: HTML) -> HTML {
        "<svg viewBox=\"0 0 22 22\" width=\"22\" height=\"22\" aria-hidden=\"true\">\(shape)</svg>"
    }

    private var title: String {
        let counts = layout.columns.map(\.count)
        return "\(counts[1]) children, \(counts[0]) places and \(counts[2]) people, joined by \(lines.count) lines"
    }

    private var headings: HTML {
        zip(["Places", "Children", "People"], [250, 500, 750]).map { name, x -> HTML in
            "<text x=\"\(x)\" y=\"24\" text-anchor=\"middle\" class=\"heading\" aria-hidden=\"true\">\(name)</text>"
        }.joined()
    }

    private func drawn(_ line: Network.Line, _ place: Int) -> HTML {
        guard let first = layout.spot(of: line.first), let second = layout.spot(of: line.second) else { return HTML() }
        let path = self.path(first, second)
        let reasons = line.ties.map(\.kind.spoken)
        let told = reasons.enumerated().filter { reasons.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        let says =
            "\(names.label(line.first)) and \(names.label(line.second)): \(told.joined(separator: ", ").lowercased()), \(line.confidence.rawValue)"
        return """
            <a href="#line-\(place + 1)" aria-label="\(says)"><title>\(says)</title><path d="\(path)" class="hit"/>\
            <path d="\(path)" class="tie \(line.confidence.rawValue)"/></a>
            """
    }

    /// Straight between columns; a bow at the side where both stand in the same one.
    private func path(_ first: NetworkLayout.Spot, _ second: NetworkLayout.Spot) -> String {
        let start = "M\(number(first.x)) \(number(first.y))"
        if first.x == second.x {
            let bow = first.x < 500 ? first.x + 70 : first.x - 70
            return "\(start)Q\(number(bow)) \(number((first.y + second.y) / 2)) \(number(second.x)) \(number(second.y))"
        }
        return "\(start)L\(number(second.x)) \(number(second.y))"
    }

    private func number(_ value: Double) -> String { "\(Int(value.rounded()))" }

    private func point(_ point: Network.Point) -> HTML {
        guard let spot = layout.spot(of: point) else { return HTML() }
        let (x, y) = (Int(spot.x.rounded()), Int(spot.y.rounded()))
        let label = names.label(point)
        let shape: HTML
        let text: HTML
        switch (point, spot.x < 500) {
        case (.child, _):
            shape = "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"12\" class=\"child-of\"/>"
            text = "<text x=\"\(x)\" y=\"\(y + 28)\" text-anchor=\"middle\">\(cut(label))</text>"
        case (.entry, true):
            shape = "<rect x=\"\(x - 11)\" y=\"\(y - 11)\" width=\"22\" height=\"22\" class=\"place-of\"/>"
            text = "<text x=\"\(x - 20)\" y=\"\(y + 5)\" text-anchor=\"end\">\(cut(label))</text>"
        case (.entry, false):
            shape = "<path d=\"M\(x) \(y - 14)l14 14-14 14-14-14z\" class=\"person-of\"/>"
            text = "<text x=\"\(x + 22)\" y=\"\(y + 5)\">\(cut(label))</text>"
        }
        return """
            <a href="\(names.address(point))" aria-label="\(names.kind(point)): \(label)"><title>\(label)</title>\(shape)\(text)</a>
            """
    }

    /// A name that fits beside its shape; the whole of it is in the table and on hovering.
    private func cut(_ label: String) -> String {
        label.count <= 27 ? label : "\(label.prefix(26).trimmingTrailingBlanks)…"
    }
}

extension Substring {
    fileprivate var trimmingTrailingBlanks: String { String(self).trimmed }
}
