// SPDX-License-Identifier: MIT
/// Writes a snapshot's content: numbers as variable-length bytes, strings once each and then by number.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []
    private var strings: [String: Int] = [:]

    mutating func number(_ number: UInt64) {
        var rest = number
        while 0x80 <= rest {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func number(_ count: Int) {
        number(UInt64(count))
    }

    /// Small numbers of either sign in few bytes.
    mutating func signed(_ number: Int64) {
        self.number(UInt64(bitPattern: number << 1 ^ number >> 63))
    }

    mutating func flag(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    mutating func raw(_ content: [UInt8]) {
        number(content.count)
        bytes.append(contentsOf: content)
    }

    mutating func string(_ text: String) {
        if let known = strings[text] { return number(known + 1) }
        strings[text] = strings.count
        number(0)
        raw(Array(text.utf8))
    }

    mutating func optional(_ text: String?) {
        flag(text != nil)
        if let text { string(text) }
    }
}
