// SPDX-License-Identifier: MIT

/// A text in lines that fit a width: charts have no line breaks of their own.
///
/// The width of letters is an estimate for the sans-serif faces that pages use, on the wide side.
struct WrappedText {
    let lines: [String]

    /// `width` is in the units of the font size. A single word that is too long stands alone and may stick out.
    init(_ text: String, width: Double, size: Double, isBold: Bool = false) {
        let unit = size * (isBold ? 1.07 : 1)
        var (lines, line) = ([String](), "")
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : "\(line) \(word)"
            if line.isEmpty || WrappedText.width(of: longer) * unit <= width {
                line = longer
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        if !line.isEmpty { lines.append(line) }
        self.lines = lines
    }

    /// The width in ems.
    static func width(of text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of letter: Unicode.Scalar) -> Double {
        switch letter {
        case "i", "j", "l", "I", "'", ",", ".", ":", ";", "|": 0.27
        case " ", "f", "t", "r", "-", "(", ")", "/": 0.35
        case "m", "w", "M", "W", "%": 0.87
        case "A"..."Z": 0.7
        default: 0.57
        }
    }
}
