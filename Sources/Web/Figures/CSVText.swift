// SPDX-License-Identifier: MIT

/// Rows as the text of a CSV file.
enum CSVText {
    /// For people's spreadsheets: every cell in quotes, and none that a spreadsheet would reckon with.
    static func written(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// For programs that check a return and take no quotes that aren't needed. A cell that a spreadsheet would reckon
    /// with is quoted and led by an apostrophe: identifiers and dates of a return never begin so.
    static func plain(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { text in
                let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/_ -".contains($0)) }
                return isPlain && text.first != "-" ? text : cell(text)
            }.joined(separator: ",") + "\r\n"
        }.joined()
    }

    /// A cell in quotes; what a spreadsheet would reckon with begins with an apostrophe.
    private static func cell(_ text: String) -> String {
        let begins = text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        return "\"\(begins ? "'" : "")\(text.replacing("\"", with: "\"\""))\""
    }
}
