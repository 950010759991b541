// SPDX-License-Identifier: MIT
extension JSONScanner {
    /// The rest of a string in which the first escape stands at the scanner's place.
    mutating func escapedBytes(from start: Int) throws(StoredFormFault) -> ArraySlice<UInt8> {
        var text = Array(bytes[start..<offset])
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "\""): return text[...]
            case UInt8(ascii: "\\"): try appendEscape(to: &text)
            case 0..<0x20: throw fault
            default: text.append(byte)
            }
        }
        throw fault
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(StoredFormFault) {
        switch next() {
        case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): try appendScalar(to: &text)
        default: throw fault
        }
    }

    private mutating func appendScalar(to text: inout [UInt8]) throws(StoredFormFault) {
        var value = try fourHexDigits()
        if (0xD800..<0xDC00).contains(value) {
            guard next() == UInt8(ascii: "\\"), next() == UInt8(ascii: "u") else { throw fault }
            let low = try fourHexDigits()
            guard (0xDC00..<0xE000).contains(low) else { throw fault }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw fault }
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
    }

    private mutating func fourHexDigits() throws(StoredFormFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
