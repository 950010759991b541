// SPDX-License-Identifier: MIT

/// The frame of every chart: a picture with a title and a description that a screen reader says.
struct ChartFrame {
    /// Unique in the page.
    let id: String
    let title: String
    let description: String
    let width: Int
    let height: Int

    func drawn(_ content: HTML) -> HTML {
        """
        <svg class="chart" role="img" aria-labelledby="\(id)-t \(id)-d" viewBox="0 0 \(width) \(height)" \
        width="\(width)" height="\(height)" xmlns="http://www.w3.org/2000/svg">\
        <title id="\(id)-t">\(title)</title><desc id="\(id)-d">\(description)</desc>\(content)</svg>
        """
    }
}

/// Parts of a chart, all in the units of its view box.
enum Draw {
    static func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: KindStyle) -> HTML {
        """
        <rect x="\(at(x))" y="\(at(y))" width="\(at(max(width, 0)))" height="\(at(max(height, 0)))" \
        fill="\(style.fill)" stroke="\(style.line)" stroke-width="1"/>
        """
    }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, ink: String, width: Double = 1) -> HTML {
        """
        <line x1="\(at(x1))" y1="\(at(y1))" x2="\(at(x2))" y2="\(at(y2))" stroke="\(ink)" stroke-width="\(at(width))"/>
        """
    }

    enum Anchor: String { case start, middle, end }

    static func text(
        _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, size: Int = 14, ink: String = Ink.text,
        bold: Bool = false
    ) -> HTML {
        """
        <text x="\(at(x))" y="\(at(y))" text-anchor="\(anchor.rawValue)" font-size="\(size)" fill="\(ink)"\
        \(" font-weight=\"650\"", when: bold)>\(text)</text>
        """
    }

    /// A coordinate with at most one decimal, which is finer than anybody can see.
    static func at(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let size = tenths.magnitude
        return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
    }
}

enum Ink {
    static let text = "#16202a"
    static let quiet = "#4a5763"
    static let rule = "#c3ccd4"
}

/// How a kind is drawn: colours that stay apart for the colour-blind and in greyscale, and a mark of its own.
struct KindStyle {
    enum Mark { case square, diamond, circle }

    let fill: String
    let line: String
    let mark: Mark

    static func of(_ kind: AbsenceKind) -> KindStyle {
        switch kind {
        case .missing: KindStyle(fill: "#a3160f", line: "#6e0d08", mark: .square)
        case .away: KindStyle(fill: "#f2cf8c", line: "#7a4d00", mark: .circle)
        case .absent: KindStyle(fill: "#6fb1e4", line: "#1c5d94", mark: .diamond)
        case .unstated: KindStyle(fill: "#ffffff", line: "#4a5763", mark: .circle)
        }
    }

    static let plain = KindStyle(fill: "#0b3a53", line: "#0b3a53", mark: .square)
}

/// Round steps for an axis.
struct Scale {
    let step: Int
    let top: Int

    /// At least `highest`, in no more than `ticks` steps.
    init(to highest: Int, ticks: Int = 5) {
        var unit = 1
        var step = 1
        search: while true {
            for factor in [1, 2, 5] where factor * unit * ticks >= max(highest, 1) {
                step = factor * unit
                break search
            }
            unit *= 10
        }
        self.step = step
        top = max((highest + step - 1) / step, 1) * step
    }

    var marks: [Int] { Array(stride(from: 0, through: top, by: step)) }

    /// A line across for each mark, with its number before it: for columns that stand on `bottom`.
    func levels(from left: Double, to right: Double, bottom: Double, unit: Double) -> [HTML] {
        marks.map { mark in
            let y = bottom - Double(mark) * unit
            return Draw.line(left, y, right, y, ink: Ink.rule)
                + Draw.text(mark.grouped, left - 7, y + 4, .end, size: 12, ink: Ink.quiet)
        }
    }
}
