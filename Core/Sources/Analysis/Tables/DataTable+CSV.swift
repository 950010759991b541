// SPDX-License-Identifier: MIT

extension DataTable {
    /// Who reads a CSV file.
    public enum Reader: Hashable, Sendable {
        /// Somebody's spreadsheet: every text in quotes.
        case people
        /// A program that checks a return and takes no quotes that are not needed.
        case programs
    }

    /// The table as CSV: a header line, lines that end with CR and LF. No cell of text can be taken for a formula: one that
    /// begins as a formula does is led by an apostrophe.
    public func csv(for reader: Reader) -> String {
        var text = ""
        let header = columns.map { name in Cell.text(name) }
        for row in [header] + rows {
            text += row.map { reader == .people ? Self.quoted($0) : Self.plain($0) }.joined(separator: ",")
            text += "\r\n"
        }
        return text
    }

    private static func quoted(_ cell: Cell) -> String {
        guard case .text(let text) = cell else { return cell.written }
        return inQuotes(text)
    }

    private static func plain(_ cell: Cell) -> String {
        guard case .text(let text) = cell else { return cell.written }
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: " "),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isPlain && text.utf8.first != UInt8(ascii: "-") ? text : inQuotes(text)
    }

    private static func inQuotes(_ text: String) -> String {
        let begins = text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        return "\"\(begins ? "'" : "")\(text.replacing("\"", with: "\"\""))\""
    }
}
