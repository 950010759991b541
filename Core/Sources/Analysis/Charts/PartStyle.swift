// SPDX-License-Identifier: MIT

/// How a part of a bar is filled: a tone, and a pattern where tones lie close, so that a grey copy says the same.
public struct PartStyle: Hashable, Sendable {
    enum Pattern: String { case plain, hatched, dotted, crossed }

    let fill: String
    let line: String
    let pattern: Pattern
    /// What stands on it, readable.
    let ink: String

    /// From light to dark: what grows from part to part.
    static let steps = [
        PartStyle(fill: "#ffffff", line: "#1f4e6b", pattern: .plain, ink: Ink.text),
        PartStyle(fill: "#d3e4f0", line: "#1f4e6b", pattern: .dotted, ink: Ink.text),
        PartStyle(fill: "#92bcd9", line: "#1f4e6b", pattern: .plain, ink: Ink.text),
        PartStyle(fill: "#4281ab", line: "#1f4e6b", pattern: .hatched, ink: "#ffffff"),
        PartStyle(fill: "#0d3149", line: "#0d3149", pattern: .plain, ink: "#ffffff"),
    ]

    static let plain = PartStyle(fill: "#0b3a53", line: "#0b3a53", pattern: .plain, ink: "#ffffff")
    static let red = PartStyle(fill: "#a3160f", line: "#6e0d08", pattern: .plain, ink: "#ffffff")
    static let amber = PartStyle(fill: "#f6d491", line: "#7a4d00", pattern: .hatched, ink: Ink.text)
    static let green = PartStyle(fill: "#9ccdb8", line: "#1d5b45", pattern: .dotted, ink: Ink.text)
    static let unknown = PartStyle(fill: "#ffffff", line: "#4a5763", pattern: .crossed, ink: Ink.text)

    static func of(_ kind: AbsenceKind) -> PartStyle {
        let style = KindStyle.of(kind)
        let pattern: Pattern =
            switch kind {
            case .missing: .plain
            case .away: .dotted
            case .absent: .hatched
            case .unstated: .crossed
            }
        return PartStyle(
            fill: style.fill, line: style.line, pattern: pattern, ink: kind == .missing ? "#ffffff" : Ink.text)
    }

    /// What fills that have a pattern need to be drawn. `id` keeps those of several pictures in one page apart.
    func definition(_ name: String) -> HTML {
        let marks: HTML
        switch pattern {
        case .plain: return HTML()
        case .hatched: marks = "<path d=\"M0 8L8 0M-2 2L2 -2M6 10L10 6\" stroke=\"\(line)\" stroke-width=\"1.1\"/>"
        case .dotted:
            marks =
                "<circle cx=\"2\" cy=\"2\" r=\"1\" fill=\"\(line)\"/><circle cx=\"6\" cy=\"6\" r=\"1\" fill=\"\(line)\"/>"
        case .crossed:
            marks = "<path d=\"M0 8L8 0M0 0L8 8\" stroke=\"\(line)\" stroke-width=\"0.7\"/>"
        }
        return """
            <pattern id="\(name)" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" \
            fill="\(fill)"/>\(marks)</pattern>
            """
    }

    func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ name: String) -> HTML {
        """
        <rect x="\(Draw.at(x))" y="\(Draw.at(y))" width="\(Draw.at(max(width, 0)))" height="\(Draw.at(max(height, 0)))" \
        fill="\(pattern == .plain ? fill : "url(#\(name))")" stroke="\(line)" stroke-width="1"/>
        """
    }
}

/// A part of bars: what it stands for and how it is filled.
public struct BarPart: Hashable, Sendable {
    public let name: String
    let style: PartStyle

    init(_ name: String, _ style: PartStyle) { (self.name, self.style) = (name, style) }

    /// The kinds of absence, in their colours.
    public static func kinds(_ kinds: [AbsenceKind]) -> [BarPart] { kinds.map { BarPart($0.title, .of($0)) } }
    /// How often: the bands of ``Repeats``.
    public static let repeats = zip(Repeats.bands, PartStyle.steps).map { BarPart($0, $1) }
    /// Red, amber, green, and not known.
    public static let triage = [
        BarPart("Red", .red), BarPart("Amber", .amber), BarPart("Green", .green), BarPart("Not known", .unknown),
    ]
    /// One part only.
    public static func whole(_ name: String) -> [BarPart] { [BarPart(name, .plain)] }

    /// What each filling means, to stand above the picture.
    public static func legend(_ parts: [BarPart], id: String) -> HTML {
        let items = parts.enumerated().map { place, part -> HTML in
            let name = "\(id)-key-\(place)"
            return """
                <li><svg aria-hidden="true" width="26" height="18" viewBox="0 0 26 18"><defs>\(part.style.definition(name))</defs>\
                \(part.style.rect(1, 1, 24, 16, name))</svg> \(part.name)</li>
                """
        }
        return "<ul class=\"legend\">\(items)</ul>"
    }
}
