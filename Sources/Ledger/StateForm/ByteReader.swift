// SPDX-License-Identifier: MIT
/// What a snapshot's content can be refused for.
public enum StateFormFault: Error, Hashable, Sendable {
    /// The bytes end too early or hold an impossible number.
    case malformed(offset: Int)
    /// A word that this version does not know.
    case unknownWord(String)
}

/// Reads what ``ByteWriter`` wrote. Every length is checked against what is there.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var offset = 0
    private var strings: [String] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }
    var fault: StateFormFault { .malformed(offset: offset) }

    mutating func number() throws(StateFormFault) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count, shift < 64 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw fault
    }

    /// How many things follow; each takes at least one byte, so that no number can ask for more memory than there is.
    mutating func count() throws(StateFormFault) -> Int {
        let number = try number()
        guard number <= UInt64(bytes.count - offset) else { throw fault }
        return Int(number)
    }

    mutating func signed() throws(StateFormFault) -> Int64 {
        let bits = try number()
        return Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)
    }

    mutating func flag() throws(StateFormFault) -> Bool {
        switch try number() {
        case 0: return false
        case 1: return true
        default: throw fault
        }
    }

    mutating func raw() throws(StateFormFault) -> ArraySlice<UInt8> {
        let count = try count()
        offset += count
        return bytes[offset - count..<offset]
    }

    mutating func string() throws(StateFormFault) -> String {
        let place = try number()
        if place == 0 {
            let text = String(decoding: try raw(), as: UTF8.self)
            strings.append(text)
            return text
        }
        guard place <= UInt64(strings.count) else { throw fault }
        return strings[Int(place) - 1]
    }

    mutating func optional() throws(StateFormFault) -> String? {
        try flag() ? try string() : nil
    }
}
