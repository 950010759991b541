// SPDX-License-Identifier: MIT
import WorkingTime

/// A date as somebody wrote it in a return, and the date it stands for where it can be read.
///
/// The text is kept so that a fault can show it. Blank and unreadable are different things: several rules
/// ask which of the two it is.
public struct WrittenDate: Hashable, Sendable {
    /// As written; empty where the field was left blank.
    public let text: String
    /// The date it stands for; nil where blank or unreadable.
    public let date: CivilDate?

    /// Reads `dd/mm/yyyy`, where day and month may have one digit.
    public init(_ text: String) {
        self.text = text
        date = WrittenDate.read(text)
    }

    /// A field left blank.
    public static let blank = WrittenDate("")

    public var isBlank: Bool { text.isEmpty }
    public var isUnreadable: Bool { date == nil && !text.isEmpty }

    /// The span of dates that the national tools can hold; an earlier or later one is a slip of the pen.
    static let readable = CivilDate(daysSince1970: -106_751)...CivilDate(daysSince1970: 106_751)

    private static func read(_ text: String) -> CivilDate? {
        var numbers: (day: Int, month: Int, year: Int) = (0, 0, 0)
        var digits = (0, 0, 0)
        var part = 0
        var isFirst = true
        for byte in text.utf8 {
            defer { isFirst = false }
            switch (byte, part) {
            case (UInt8(ascii: "/"), 0...1): part += 1
            case (UInt8(ascii: " "), 0) where isFirst: digits.0 = 1
            case (48...57, 0): (numbers.day, digits.0) = (numbers.day * 10 + Int(byte - 48), digits.0 + 1)
            case (48...57, 1): (numbers.month, digits.1) = (numbers.month * 10 + Int(byte - 48), digits.1 + 1)
            case (48...57, 2) where digits.2 < 4:
                (numbers.year, digits.2) = (numbers.year * 10 + Int(byte - 48), digits.2 + 1)
            default: return nil
            }
            if digits.0 > 2 || digits.1 > 2 { return nil }
        }
        guard part == 2, digits.0 > 0, digits.1 > 0, digits.2 == 4 else { return nil }
        return CivilDate(year: numbers.year, month: numbers.month, day: numbers.day)
            .flatMap { readable.contains($0) ? $0 : nil }
    }
}
