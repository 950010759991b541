// SPDX-License-Identifier: MIT

/// Decides what a file is by its content, and gives back what may be kept of it: pictures without all that they say besides
/// what they show. Nothing is decoded.
enum FileInspector {
    struct Inspected: Hashable, Sendable {
        let type: DocumentType
        let bytes: [UInt8]
    }

    /// More points than the best phone takes, and fewer than would fill a reader's memory.
    static let mostPixels = 40_000_000

    static func inspect(_ file: UploadedFile) throws(FileRefusal) -> Inspected {
        let bytes = file.bytes
        if bytes.isEmpty { throw .nothingChosen }
        guard bytes.count <= UploadedFile.mostBytes else { throw .tooLarge }
        let type = try type(of: bytes)
        let kept: [UInt8] =
            switch type {
            case .jpeg: try JPEGReader.cleaned(bytes)
            case .png: try PNGReader.cleaned(bytes)
            case .pdf: try checkedPDF(bytes)
            case .text: try checkedText(bytes)
            }
        if let ending = ending(of: file.name), !type.endings.contains(ending) { throw .namedOtherwise(ending: ending) }
        return Inspected(type: type, bytes: kept)
    }

    /// Nil where the kept bytes are not wholly what they were kept as.
    static func isStill(_ type: DocumentType, _ bytes: [UInt8]) -> Bool {
        (try? inspect(UploadedFile(name: "", bytes: bytes)).type) == type
    }

    /// Refuses a picture that would take too much memory to show.
    static func checkPixels(_ width: Int, _ height: Int) throws(FileRefusal) {
        let (pixels, overflows) = width.multipliedReportingOverflow(by: height)
        guard !overflows, pixels <= mostPixels else {
            throw .tooManyPixels(millions: overflows ? 1_000_000 : (pixels + 999_999) / 1_000_000)
        }
    }

    private static func type(of bytes: [UInt8]) throws(FileRefusal) -> DocumentType {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: PNGReader.signature) { return .png }
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if let kind = kindNotTaken(bytes) { throw .kindNotTaken(kind) }
        return .text
    }

    private static func kindNotTaken(_ bytes: [UInt8]) -> FileKindNotTaken? {
        let begins = { (text: String, at: Int) in bytes.dropFirst(at).starts(with: Array(text.utf8)) }
        if begins("ftyp", 4) { return ["heic", "heix", "mif1", "heif"].contains { begins($0, 8) } ? .heic : .unknown }
        if begins("GIF8", 0) || begins("BM", 0) || (begins("RIFF", 0) && begins("WEBP", 8)) || begins("II*\0", 0)
            || begins("MM\0*", 0)
        {
            return .otherPicture
        }
        if begins("PK", 0) || begins("Rar!", 0) || begins("7z\u{BC}", 0)
            || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF])
            || bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        {
            return .archive
        }
        if begins("MZ", 0) || begins("\u{7F}ELF", 0) || begins("#!", 0) { return .program }
        return nil
    }

    /// What can hold programs is refused as far as it can be seen; it is never shown within the site in any case.
    private static func checkedPDF(_ bytes: [UInt8]) throws(FileRefusal) -> [UInt8] {
        guard contains("%%EOF", in: bytes.suffix(1_024)) else { throw .damaged(.pdf) }
        let programs = ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA", "PK\u{5}\u{6}"]
        guard !programs.contains(where: { contains($0, in: bytes[...]) }) else { throw .activeContent }
        return bytes
    }

    /// Letters and nothing that steers a machine; and nothing that a browser might take for a page.
    private static func checkedText(_ bytes: [UInt8]) throws(FileRefusal) -> [UInt8] {
        let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 9 || $0 == 10 || $0 == 13 }
        guard isPlain, let text = String(validating: bytes, as: UTF8.self) else { throw .kindNotTaken(.unknown) }
        let start = text.prefix(2_048).lowercased()
        let markup = ["<!doctype", "<html", "<svg", "<script", "<?xml", "<body", "<head", "<iframe", "<img", "<?php"]
        guard !markup.contains(where: { start.contains($0) }) else { throw .kindNotTaken(.markup) }
        return bytes
    }

    private static func contains(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
        let wanted = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard buffer.count >= wanted.count else { return false }
            return (0...(buffer.count - wanted.count)).contains { place in
                buffer[place] == wanted[0] && (1..<wanted.count).allSatisfy { buffer[place + $0] == wanted[$0] }
            }
        }
    }

    private static func ending(of name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), name.index(after: dot) != name.endIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        return ending.utf8.count <= 10 ? ending : String(ending.prefix(10))
    }
}
