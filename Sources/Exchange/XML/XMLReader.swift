// SPDX-License-Identifier: MIT

/// Reads the plain XML that returns are written in, piece by piece from a stream of bytes.
///
/// Elements, text, comments, CDATA and the five named entities; attributes are passed over; a document type is
/// refused, since its entities could grow without end. Foundation's parser is not used: it stops the program on
/// files that are not well-formed (see docs/exchange/ssda903.md).
struct XMLReader {
    enum Piece: Hashable {
        case start(String)
        case end(String)
        case text(String)
    }

    /// Why the file is not such XML.
    struct Fault: Error, Hashable {
        let line: Int
        let says: String
    }

    private let more: () throws(CSVFault) -> [UInt8]
    private var buffer: [UInt8] = []
    private var position = 0
    private var open: [String] = []
    private var endsAtOnce: String?
    private var hasRoot = false
    private(set) var line = 1
    /// The depth of the element that the last piece stands in.
    var depth: Int { open.count }

    private let depthLimit = 8
    private let textLimitBytes = 4096

    init(more: @escaping () throws(CSVFault) -> [UInt8]) {
        self.more = more
    }

    /// The next piece, or nil at the end of a file that is whole.
    mutating func next() throws(Fault) -> Piece? {
        if let name = endsAtOnce {
            endsAtOnce = nil
            open.removeLast()
            return .end(name)
        }
        while let byte = try peek() {
            if byte != UInt8(ascii: "<") {
                if let text = try text() { return .text(text) }
                continue
            }
            advance()
            if let piece = try markup() { return piece }
        }
        if let name = open.last { throw fault("\(name) is not closed: the file may have been cut off") }
        if !hasRoot { throw fault("there is no element in it") }
        return nil
    }

    private mutating func markup() throws(Fault) -> Piece? {
        switch try peek() {
        case UInt8(ascii: "?")?:
            try skip(past: "?>")
            return nil
        case UInt8(ascii: "!")?:
            advance()
            return try declaration()
        case UInt8(ascii: "/")?:
            advance()
            return try endTag()
        default:
            return try startTag()
        }
    }

    /// A comment, which is passed over, or CDATA, which is text.
    private mutating func declaration() throws(Fault) -> Piece? {
        if try peek() == UInt8(ascii: "-") {
            try expect("--")
            try skip(past: "-->")
            return nil
        }
        guard try peek() == UInt8(ascii: "[") else { throw fault("a return has no document type") }
        try expect("[CDATA[")
        let bytes = try take(past: "]]>")
        if open.isEmpty { throw fault("there is text outside the element") }
        return .text(try string(bytes))
    }

    private mutating func startTag() throws(Fault) -> Piece {
        let name = try name()
        if open.isEmpty, hasRoot { throw fault("there is a second element after the first") }
        hasRoot = true
        open.append(name)
        if open.count > depthLimit { throw fault("it nests deeper than a return does") }
        var quote: UInt8?
        var last: UInt8 = 0
        while let byte = try peek() {
            advance()
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                if last == UInt8(ascii: "/") { endsAtOnce = name }
                return .start(name)
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "<") {
                throw fault("the tag \(name) is not closed")
            }
            last = byte
        }
        throw fault("the tag \(name) is not closed: the file may have been cut off")
    }

    private mutating func endTag() throws(Fault) -> Piece {
        let name = try name()
        while let byte = try peek(), byte.isXMLSpace { advance() }
        try expect(">")
        guard let opened = open.popLast() else { throw fault("\(name) is closed and was not open") }
        if opened != name { throw fault("\(opened) is open where \(name) is closed") }
        return .end(name)
    }

    private mutating func name() throws(Fault) -> String {
        var bytes: [UInt8] = []
        while let byte = try peek(), byte.isNamePart {
            bytes.append(byte)
            advance()
            if bytes.count > 64 { throw fault("the name of an element is too long") }
        }
        if bytes.isEmpty { throw fault("a tag has no name") }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Text up to the next tag; nil where it is only white space outside every element.
    private mutating func text() throws(Fault) -> String? {
        var bytes: [UInt8] = []
        while let byte = try peek(), byte != UInt8(ascii: "<") {
            advance()
            if byte == UInt8(ascii: "&") {
                bytes += try entity()
            } else {
                bytes.append(byte)
            }
            if bytes.count > textLimitBytes { throw fault("a value is longer than \(textLimitBytes) bytes") }
        }
        if !open.isEmpty { return try string(bytes) }
        if bytes.allSatisfy(\.isXMLSpace) || (!hasRoot && bytes == [0xEF, 0xBB, 0xBF]) { return nil }
        throw fault("there is text outside the element")
    }

    private mutating func entity() throws(Fault) -> [UInt8] {
        let bytes = try take(past: ";", limit: 12)
        let named: [String: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        let name = String(decoding: bytes, as: UTF8.self)
        if let text = named[name] { return Array(text.utf8) }
        let isHex = name.hasPrefix("#x")
        if name.hasPrefix("#"), let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
            number > 0, let scalar = Unicode.Scalar(number)
        {
            return Array(String(Character(scalar)).utf8)
        }
        throw fault("an entity is not one of XML's own")
    }
}

extension XMLReader {
    private mutating func peek() throws(Fault) -> UInt8? {
        while position == buffer.count {
            do throws(CSVFault) { buffer = try more() } catch { throw fault("the disk refused") }
            position = 0
            if buffer.isEmpty { return nil }
        }
        return buffer[position]
    }

    /// Past the byte that `peek` has shown.
    private mutating func advance() {
        if buffer[position] == 0x0A { line += 1 }
        position += 1
    }

    private mutating func expect(_ word: String) throws(Fault) {
        for byte in word.utf8 {
            guard try peek() == byte else { throw fault("“\(word)” was expected") }
            advance()
        }
    }

    private mutating func skip(past mark: String) throws(Fault) {
        _ = try take(past: mark, limit: 1 << 20)
    }

    /// The bytes up to a mark, which is passed over.
    private mutating func take(past mark: String, limit: Int = 4096) throws(Fault) -> [UInt8] {
        let mark = Array(mark.utf8)
        var bytes: [UInt8] = []
        while let byte = try peek() {
            bytes.append(byte)
            advance()
            if bytes.count >= mark.count, bytes.suffix(mark.count).elementsEqual(mark) {
                return bytes.dropLast(mark.count)
            }
            if bytes.count > limit { break }
        }
        throw fault("“\(String(decoding: mark, as: UTF8.self))” was expected")
    }

    private func string(_ bytes: [UInt8]) throws(Fault) -> String {
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw fault("the text is not UTF-8; save the file again as UTF-8")
        }
        return text
    }

    private func fault(_ says: String) -> Fault {
        Fault(line: line, says: says)
    }
}

extension UInt8 {
    fileprivate var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

    /// Names of elements are plain ASCII in every return.
    fileprivate var isNamePart: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
