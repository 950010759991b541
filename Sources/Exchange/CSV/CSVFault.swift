// SPDX-License-Identifier: MIT

/// Why a file cannot be read as CSV, and where.
public struct CSVFault: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Not text at all; what it seems to be instead.
        case notText(String)
        /// Text in another encoding; its name where it can be told.
        case encoding(String)
        /// A byte that UTF-8 does not have in that place.
        case notUTF8(byte: UInt8)
        /// A quotation mark that is opened and never closed.
        case quoteNotClosed
        case fieldTooLong(limitBytes: Int)
        case recordTooLong(limitBytes: Int)
        case tooManyFields(limit: Int)
        /// More rows than any return or extract has.
        case tooManyRows(limit: Int)
        /// Nothing in it.
        case empty
        /// The disk or the file system refused.
        case unreadable(String)
    }

    public let kind: Kind
    /// Counted from 1.
    public let line: Int
    /// Which field of the line, counted from 1; nil where the whole line or file is meant.
    public let column: Int?

    public init(_ kind: Kind, line: Int, column: Int? = nil) {
        self.kind = kind
        self.line = line
        self.column = column
    }

    /// One sentence for whoever gave us the file.
    public var sentence: String {
        switch kind {
        case .notText(let what): "This is \(what), not a CSV file: open it in a spreadsheet and save it as “CSV UTF-8”."
        case .encoding(let name): "The text is in \(name): save it again as “CSV UTF-8”."
        case .notUTF8(let byte):
            "\(place) holds the byte 0x\(String(byte, radix: 16, uppercase: true)), which is not UTF-8\(guess(byte)): "
                + "save the file again as “CSV UTF-8”."
        case .quoteNotClosed:
            "\(place) opens a quotation mark that is never closed: the file may have been cut off, "
                + "or a mark in the text is not doubled."
        case .fieldTooLong(let limit): "\(place) is longer than \(limit) bytes: a quotation mark may be missing."
        case .recordTooLong(let limit): "\(place) is longer than \(limit) bytes: this may not be a CSV file."
        case .tooManyFields(let limit): "\(place) has more than \(limit) columns: this may not be a CSV file."
        case .tooManyRows(let limit):
            "The file has more than \(limit) rows, which no return or extract has: it may be another file."
        case .empty: "The file is empty."
        case .unreadable(let why): "The file cannot be read: \(why)."
        }
    }

    private var place: String {
        column.map { "Line \(line), column \($0)" } ?? "Line \(line)"
    }

    /// What the commonest wrong encoding would make of the byte.
    private func guess(_ byte: UInt8) -> String {
        switch byte {
        case 0x80: " (in Windows-1252 it is “€”)"
        case 0x91, 0x92: " (in Windows-1252 it is a curly apostrophe)"
        case 0x93, 0x94: " (in Windows-1252 it is a curly quotation mark)"
        case 0x96, 0x97: " (in Windows-1252 it is a dash)"
        case 0xA3: " (in Windows-1252 it is “£”)"
        case 0xC0...0xFF: " (in Windows-1252 it is “\(Character(Unicode.Scalar(byte)))”)"
        default: ""
        }
    }
}
