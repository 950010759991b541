// SPDX-License-Identifier: MIT

/// Up to 24 letters in two words, five bits a letter, so that a million children's names cost little to hold and
/// nothing to compare. A longer name is cut: what tells two names apart stands at the front of them.
///
/// Codes 1–26 are `a` to `z`; 27–31 are sounds that English writes with two letters.
public struct Letters: Hashable, Sendable {
    static let capacity = 24
    static let lettersInWord = 12

    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0

    init() {}

    /// The letters of a text that holds nothing but `a` to `z` and the capitals that stand for sounds.
    init(codes text: some StringProtocol) {
        for byte in text.utf8 {
            if let code = Letters.code(ofByte: byte) { append(code) }
        }
    }

    var isEmpty: Bool { low == 0 }

    var count: Int {
        high == 0
            ? (64 - low.leadingZeroBitCount + 4) / 5
            : Letters.lettersInWord + (64 - high.leadingZeroBitCount + 4) / 5
    }

    subscript(index: Int) -> UInt8 {
        index < Letters.lettersInWord
            ? UInt8(truncatingIfNeeded: low >> UInt64(5 * index)) & 31
            : UInt8(truncatingIfNeeded: high >> UInt64(5 * (index - Letters.lettersInWord))) & 31
    }

    /// Adds a letter; what would be the twenty-fifth is left out.
    mutating func append(_ code: UInt8) {
        let count = count
        if count < Letters.lettersInWord {
            low |= UInt64(code) << UInt64(5 * count)
        } else if count < Letters.capacity {
            high |= UInt64(code) << UInt64(5 * (count - Letters.lettersInWord))
        }
    }

    mutating func append(contentsOf other: Letters) {
        for index in 0..<other.count { append(other[index]) }
    }

    func prefix(_ length: Int) -> Letters {
        var answer = self
        if length <= Letters.lettersInWord {
            answer.high = 0
            answer.low &= (1 << UInt64(5 * length)) - 1
        } else if length < Letters.capacity {
            answer.high &= (1 << UInt64(5 * (length - Letters.lettersInWord))) - 1
        }
        return answer
    }

    func suffix(from start: Int) -> Letters {
        var answer = Letters()
        for index in start..<max(start, count) { answer.append(self[index]) }
        return answer
    }

    func hasPrefix(_ other: Letters) -> Bool { prefix(other.count) == other }

    func hasSuffix(_ other: Letters) -> Bool {
        let (whole, part) = (count, other.count)
        return part <= whole && suffix(from: whole - part) == other
    }

    /// As text, for showing and for files: `S` for the sound of sh, `C` for that of ch.
    public var text: String {
        String(decoding: (0..<count).map { Letters.byte(ofCode: self[$0]) }, as: UTF8.self)
    }

    static func code(ofByte byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 1
        case UInt8(ascii: "S"): 27
        case UInt8(ascii: "C"): 28
        default: nil
        }
    }

    private static func byte(ofCode code: UInt8) -> UInt8 {
        switch code {
        case 27: UInt8(ascii: "S")
        case 28: UInt8(ascii: "C")
        default: UInt8(ascii: "a") + code - 1
        }
    }
}
