// SPDX-License-Identifier: MIT
/// Reads JSON from UTF-8 bytes by hand, one value at a time, in the order in which it stands.
///
/// Foundation's decoder reads 141,000 events a second; a start has to read two million.
package struct JSONScanner {
    package let bytes: [UInt8]
    package private(set) var offset = 0

    /// Deeper nesting than this is refused, so that no input can exhaust the stack.
    private static let depthLimit = 32

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var fault: StoredFormFault { .notJSON(offset: offset) }

    /// The next byte that is no white space; nothing at the end.
    package mutating func peek() -> UInt8? {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            offset += 1
        }
        return nil
    }

    /// The byte here, whatever it is.
    mutating func next() -> UInt8? {
        guard offset < bytes.count else { return nil }
        offset += 1
        return bytes[offset - 1]
    }

    package mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        offset += 1
        return true
    }

    package mutating func require(_ character: Unicode.Scalar) throws(StoredFormFault) {
        guard take(UInt8(ascii: character)) else { throw fault }
    }

    /// Goes through an object's fields; `field` has to read each value.
    package mutating func object(
        _ field: (inout JSONScanner, ArraySlice<UInt8>) throws(StoredFormFault) -> Void
    ) throws(StoredFormFault) {
        try require("{")
        if take(UInt8(ascii: "}")) { return }
        repeat {
            let name = try stringBytes()
            try require(":")
            try field(&self, name)
        } while take(UInt8(ascii: ","))
        try require("}")
    }

    /// Goes through an array's elements; `element` has to read each.
    package mutating func array(
        _ element: (inout JSONScanner) throws(StoredFormFault) -> Void
    ) throws(StoredFormFault) {
        try require("[")
        if take(UInt8(ascii: "]")) { return }
        repeat {
            try element(&self)
        } while take(UInt8(ascii: ","))
        try require("]")
    }

    package mutating func string() throws(StoredFormFault) -> String {
        String(decoding: try stringBytes(), as: UTF8.self)
    }

    /// A string's bytes with its escapes undone.
    package mutating func stringBytes() throws(StoredFormFault) -> ArraySlice<UInt8> {
        try require("\"")
        let start = offset
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return bytes[start..<offset - 1]
            case UInt8(ascii: "\\"): return try escapedBytes(from: start)
            case 0..<0x20: throw fault
            default: offset += 1
            }
        }
        throw fault
    }

    package mutating func integer() throws(StoredFormFault) -> Int64 {
        _ = peek()
        let isNegative = take(UInt8(ascii: "-"))
        let start = offset
        var value: Int64 = 0
        while offset < bytes.count, case let digit = bytes[offset] &- UInt8(ascii: "0"), digit < 10 {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.subtractingReportingOverflow(Int64(digit))
            guard !overflow, !carry else { throw fault }
            value = sum
            offset += 1
        }
        guard start < offset, isNegative || value != .min else { throw fault }
        return isNegative ? value : -value
    }

    package mutating func boolean() throws(StoredFormFault) -> Bool {
        if try takeWord("true") { return true }
        if try takeWord("false") { return false }
        throw fault
    }

    /// Passes over any value.
    package mutating func skip(depth: Int = 0) throws(StoredFormFault) {
        guard depth < Self.depthLimit else { throw .tooDeep }
        switch peek() {
        case UInt8(ascii: "{"):
            try object { (scanner, _) throws(StoredFormFault) in try scanner.skip(depth: depth + 1) }
        case UInt8(ascii: "["): try array { (scanner) throws(StoredFormFault) in try scanner.skip(depth: depth + 1) }
        case UInt8(ascii: "\""): _ = try stringBytes()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
        case UInt8(ascii: "n"): guard try takeWord("null") else { throw fault }
        default: try skipNumber()
        }
    }

    private mutating func skipNumber() throws(StoredFormFault) {
        let start = offset
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                offset += 1
            default:
                guard start < offset else { throw fault }
                return
            }
        }
        guard start < offset else { throw fault }
    }

    private mutating func takeWord(_ word: StaticString) throws(StoredFormFault) -> Bool {
        _ = peek()
        let length = word.utf8CodeUnitCount
        guard offset + length <= bytes.count else { return false }
        for place in 0..<length where bytes[offset + place] != word.utf8Start[place] { return false }
        offset += length
        return true
    }
}
