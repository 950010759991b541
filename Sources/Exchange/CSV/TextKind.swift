// SPDX-License-Identifier: MIT

/// Tells from the first bytes of a file whether it can be CSV in UTF-8, so that a workbook or UTF-16 gets a
/// sentence of its own rather than a thousand complaints.
enum TextKind {
    static func fault(in start: ArraySlice<UInt8>) -> CSVFault.Kind? {
        for (signature, name) in binaries where start.starts(with: signature) { return .notText(name) }
        for (mark, name) in otherEncodings where start.starts(with: mark) { return .encoding(name) }
        let words = start.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        for (signature, name) in markups where words.starts(with: signature) { return .notText(name) }
        return zeros(in: start.prefix(4096))
    }

    private static let binaries: [([UInt8], String)] = [
        (Array("PK\u{3}\u{4}".utf8), "an Excel workbook or another zipped file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
        (Array("%PDF".utf8), "a PDF document"),
        ([0x1F, 0x8B], "a gzip archive"),
        (Array("SQLite format 3".utf8), "a database"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ]

    private static let otherEncodings: [([UInt8], String)] = [
        ([0xFF, 0xFE, 0, 0], "UTF-32"),
        ([0xFF, 0xFE], "UTF-16"),
        ([0xFE, 0xFF], "UTF-16"),
    ]

    private static let markups: [([UInt8], String)] = [
        (Array("<?xml".utf8), "an XML file"),
        (Array("<!DOCTYPE".utf8), "a web page"),
        (Array("<html".utf8), "a web page"),
        (Array("{\"".utf8), "a JSON file"),
    ]

    /// No text in UTF-8 holds a zero byte; where every second byte is zero it is UTF-16 without its mark.
    private static func zeros(in start: ArraySlice<UInt8>) -> CSVFault.Kind? {
        let zeros = start.count { $0 == 0 }
        if zeros == 0 { return nil }
        return zeros * 5 >= start.count * 2 ? .encoding("UTF-16") : .notText("not text")
    }
}
