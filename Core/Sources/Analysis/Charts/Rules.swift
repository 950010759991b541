// SPDX-License-Identifier: MIT

/// Two rules that are compared: what each is called, in the order in which they are drawn.
public struct Rules: Hashable, Sendable {
    public let before: String
    public let after: String

    public init(before: String, after: String) {
        self.before = before
        self.after = after
    }

    /// What each mark means, to stand once above the charts that use them.
    public var legend: HTML {
        let items = [(before, RuleStyle.before), (after, .after)].map { name, style in
            """
            <li><svg aria-hidden="true" width="40" height="20" viewBox="0 0 40 20">\
            \(style.line)\(style.mark(at: 20, 10, size: 5))</svg> \(name)</li>
            """ as HTML
        }
        return "<ul class=\"legend\">\(items)</ul>"
    }
}

/// How a rule is drawn: an open ring and a broken line, or a full square and a whole line, so that colour is never
/// alone.
enum RuleStyle: CaseIterable {
    case before
    case after

    var ink: String { self == .before ? "#8a5a00" : "#0b3a53" }
    var fill: String { self == .before ? "#f3d9a4" : "#0b3a53" }
    /// The pattern of its line.
    var dashes: String { self == .before ? "4 3" : "" }

    /// A piece of its line, for a legend.
    var line: HTML {
        let pattern: HTML = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
        return "<line x1=\"1\" y1=\"10\" x2=\"39\" y2=\"10\" stroke=\"\(ink)\" stroke-width=\"2\"\(pattern)/>"
    }

    func mark(at x: Double, _ y: Double, size: Double) -> HTML {
        switch self {
        case .before:
            """
            <circle cx="\(Draw.at(x))" cy="\(Draw.at(y))" r="\(Draw.at(size))" fill="#ffffff" stroke="\(ink)" \
            stroke-width="2.4"/>
            """
        case .after:
            """
            <rect x="\(Draw.at(x - size))" y="\(Draw.at(y - size))" width="\(Draw.at(size * 2))" \
            height="\(Draw.at(size * 2))" fill="\(fill)"/>
            """
        }
    }
}
