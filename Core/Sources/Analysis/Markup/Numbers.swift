// SPDX-License-Identifier: MIT

extension Int {
    /// With commas between thousands, as figures are printed.
    public var grouped: String {
        var digits = Array(String(magnitude))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return (self < 0 ? "−" : "") + String(digits)
    }
}

/// A share as a whole percentage, or with one decimal under ten per cent; a dash where there is no whole.
public func percentage(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = (part * 2_000 + whole) / (whole * 2)
    if tenths == 0 || tenths >= 100 { return "\((tenths + 5) / 10)\u{A0}%" }
    return tenths % 10 == 0 ? "\(tenths / 10)\u{A0}%" : "\(tenths / 10).\(tenths % 10)\u{A0}%"
}
