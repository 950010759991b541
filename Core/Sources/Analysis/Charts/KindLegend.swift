// SPDX-License-Identifier: MIT

/// What each colour and mark means, to stand once above the charts that use them.
public struct KindLegend: Sendable {
    public let kinds: [AbsenceKind]

    public init(_ kinds: [AbsenceKind]) {
        self.kinds = kinds
    }

    /// A list, each kind with its mark.
    public var html: HTML {
        let items = kinds.map { kind in
            """
            <li><svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20">\
            \(KindMark.drawn(.of(kind), at: 10, 10, size: 7))</svg> \(kind.title)</li>
            """ as HTML
        }
        return "<ul class=\"legend\">\(items)</ul>"
    }
}

/// The mark of a kind: a square, a diamond or a circle, so that colour is never alone.
enum KindMark {
    static func drawn(_ style: KindStyle, at x: Double, _ y: Double, size: Double) -> HTML {
        let paint: HTML = "fill=\"\(style.fill)\" stroke=\"\(style.line)\" stroke-width=\"1.2\""
        switch style.mark {
        case .square:
            let side = size * 0.86
            return """
                <rect x="\(Draw.at(x - side))" y="\(Draw.at(y - side))" width="\(Draw.at(side * 2))" \
                height="\(Draw.at(side * 2))" \(paint)/>
                """
        case .diamond:
            let reach = size * 1.2
            return """
                <path d="M\(Draw.at(x)) \(Draw.at(y - reach))L\(Draw.at(x + reach)) \(Draw.at(y))\
                L\(Draw.at(x)) \(Draw.at(y + reach))L\(Draw.at(x - reach)) \(Draw.at(y))Z" \(paint)/>
                """
        case .circle:
            return "<circle cx=\"\(Draw.at(x))\" cy=\"\(Draw.at(y))\" r=\"\(Draw.at(size))\" \(paint)/>"
        }
    }
}
