// SPDX-License-Identifier: MIT

import Ledger

/// What a program sent, or is answered, before it is anything of ours.
indirect enum APIValue: Hashable, Sendable {
    struct Member: Hashable, Sendable {
        let name: String
        let value: APIValue
    }

    case null
    case flag(Bool)
    case whole(Int64)
    /// A number with a fraction or an exponent, or one too large: none of ours is one, so it is kept only to be named.
    case otherNumber
    case text(String)
    case list([APIValue])
    case object([Member])

    static func texts(_ texts: [String]) -> APIValue { .list(texts.map { .text($0) }) }

    var members: [Member] { if case .object(let members) = self { members } else { [] } }
    var elements: [APIValue] { if case .list(let elements) = self { elements } else { [] } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var whole: Int64? { if case .whole(let number) = self { number } else { nil } }
    var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

    subscript(name: String) -> APIValue? { members.first { $0.name == name }?.value }
}

extension APIValue {
    /// Why a body is no JSON of ours.
    enum Fault: Error, Hashable {
        case notUTF8
        /// No JSON from this byte on.
        case notJSON(atByte: Int)
        case tooDeep
        /// Two members of one object have this name, and nobody could tell which of them counts.
        case namedTwice(String)
    }

    private static let mostDepth = 12

    /// Reads a whole text as JSON, strictly: one value, each name once, nothing behind it.
    init(_ bytes: [UInt8]) throws(Fault) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        var scanner = JSONScanner(bytes)
        do {
            let value = try APIValue.read(&scanner, depth: 0)
            guard scanner.peek() == nil else { throw Fault.notJSON(atByte: scanner.offset) }
            self = value
        } catch let fault as Fault {
            throw fault
        } catch {
            throw .notJSON(atByte: scanner.offset)
        }
    }

    private static func read(_ scanner: inout JSONScanner, depth: Int) throws -> APIValue {
        guard depth < mostDepth else { throw Fault.tooDeep }
        switch scanner.peek() {
        case UInt8(ascii: "{"): return try object(&scanner, depth: depth)
        case UInt8(ascii: "["): return try list(&scanner, depth: depth)
        case UInt8(ascii: "\""): return .text(try scanner.string())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag(try scanner.boolean())
        case UInt8(ascii: "n"):
            try scanner.skip()
            return .null
        default: return try number(&scanner)
        }
    }

    private static func object(_ scanner: inout JSONScanner, depth: Int) throws -> APIValue {
        var members: [Member] = []
        try scanner.require("{")
        if scanner.take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            let name = try scanner.string()
            guard !members.contains(where: { $0.name == name }) else { throw Fault.namedTwice(name) }
            try scanner.require(":")
            members.append(Member(name: name, value: try read(&scanner, depth: depth + 1)))
        } while scanner.take(UInt8(ascii: ","))
        try scanner.require("}")
        return .object(members)
    }

    private static func list(_ scanner: inout JSONScanner, depth: Int) throws -> APIValue {
        var elements: [APIValue] = []
        try scanner.require("[")
        if scanner.take(UInt8(ascii: "]")) { return .list(elements) }
        repeat {
            elements.append(try read(&scanner, depth: depth + 1))
        } while scanner.take(UInt8(ascii: ","))
        try scanner.require("]")
        return .list(elements)
    }

    private static func number(_ scanner: inout JSONScanner) throws -> APIValue {
        let start = scanner.offset
        try scanner.skip()
        let text = String(decoding: scanner.bytes[start..<scanner.offset], as: UTF8.self)
        guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil else {
            throw Fault.notJSON(atByte: start)
        }
        // 3.0 is the same number as 3, and some programs write it so.
        if let point = text.firstIndex(of: "."), text[point...].dropFirst().allSatisfy({ $0 == "0" }) {
            return Int64(text[..<point]).map { .whole($0) } ?? .otherNumber
        }
        return Int64(text).map { .whole($0) } ?? .otherNumber
    }
}

extension APIValue {
    /// As text with a line for each member, which people can read and compare.
    var written: String {
        var text = ""
        write(to: &text, indent: 0)
        return text + "\n"
    }

    private func write(to text: inout String, indent: Int) {
        switch self {
        case .null, .otherNumber: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .whole(let number): text += String(number)
        case .text(let value): text += APIValue.quoted(value)
        case .list(let elements):
            APIValue.nest("[", "]", elements, &text, indent) { element, text in
                element.write(to: &text, indent: indent + 1)
            }
        case .object(let members):
            APIValue.nest("{", "}", members, &text, indent) { member, text in
                text += APIValue.quoted(member.name) + ": "
                member.value.write(to: &text, indent: indent + 1)
            }
        }
    }

    private static func nest<Part>(
        _ open: String, _ close: String, _ parts: [Part], _ text: inout String, _ indent: Int,
        _ write: (Part, inout String) -> Void
    ) {
        text += open
        for (place, part) in parts.enumerated() {
            text += (place == 0 ? "\n" : ",\n") + String(repeating: " ", count: indent + 1)
            write(part, &text)
        }
        if !parts.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
        text += close
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
