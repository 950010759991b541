// SPDX-License-Identifier: MIT

import WorkingTime

/// The place of a word in a child's name.
enum NamePart: UInt8, Sendable {
    case forename, middle, knownAs, surname, otherSurname
}

/// One word of one child's name: a number into the register's words, and its place.
struct PlacedWord: Sendable {
    /// The number above, the place in the lowest three bits.
    private let packed: UInt32

    init(_ word: Int, _ part: NamePart, isJoined: Bool) {
        packed = UInt32(word) << 4 | (isJoined ? 8 : 0) | UInt32(part.rawValue)
    }

    var word: Int { Int(packed >> 4) }
    var part: NamePart { NamePart(rawValue: UInt8(packed & 7)) ?? .forename }
    /// Whether this is all words of the part written as one: “tszching” for “Tsz-Ching”.
    var isJoined: Bool { packed & 8 != 0 }
}

/// One home in numbers.
struct PlacedHome: Sendable {
    /// Letters and digits of the postcode, six bits each; 0 where it is wanting.
    var postcode: UInt64 = 0
    /// The first characters of it, of the outward half alone where no inward half was given.
    var outward: UInt32 = 0
    var house: UInt32 = 0
    var houseNumber: Int32 = 0
    /// A word of the register's streets; 0 where wanting.
    var street: UInt32 = 0

    var isEmpty: Bool { postcode == 0 && outward == 0 && street == 0 }
}

/// What a comparison needs of one child besides names and homes, in 40 bytes.
struct RowCore: Sendable {
    var nhsNumber: UInt64 = 0
    var pupilNumber: UInt64 = 0
    var caseReference: UInt64 = 0
    var born: Int32 = RowCore.unknownBirth
    var firstWord: UInt32 = 0
    var firstHome: UInt32 = 0
    var words: UInt8 = 0
    var homes: UInt8 = 0
    /// 0 where not known.
    var sex: UInt8 = 0
    var isBirthDateAssumed = false

    static let unknownBirth = Int32.min
}

/// Packing of postcodes, house numbers and identifiers into numbers that compare fast.
enum Packed {
    /// The last ten letters and digits, six bits each; 0 where there are none.
    static func identifier(_ text: String) -> UInt64 {
        var packed: UInt64 = 0
        for byte in text.utf8 {
            if let value = value(byte) { packed = (packed << 6 | value) & (1 << 60 - 1) }
        }
        return packed
    }

    /// The postcode and its outward half; where only an outward half was written, the postcode is 0.
    static func postcode(_ text: String) -> (whole: UInt64, outward: UInt32) {
        var characters: [UInt64] = []
        for byte in text.utf8 { if let value = value(byte) { characters.append(value) } }
        if characters.count < 2 || characters.count > 8 { return (0, 0) }
        let isWhole = characters.count >= 5 && (1...10).contains(characters[characters.count - 3])
        let outward = isWhole ? characters.dropLast(3) : characters[...]
        if outward.count > 5 { return (0, 0) }
        let short = UInt32(truncatingIfNeeded: outward.reduce(0) { $0 << 6 | $1 })
        return (isWhole ? characters.reduce(0) { $0 << 6 | $1 } : 0, short)
    }

    /// 1–10 for the digits, 11–36 for the letters of either case.
    private static func value(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 48...57: UInt64(byte - 47)
        case 65...90: UInt64(byte - 54)
        case 97...122: UInt64(byte - 86)
        default: nil
        }
    }

    /// A number for all of what was written for the house, and the last number in it.
    static func house(_ text: String) -> (whole: UInt32, number: Int32) {
        var hash: UInt64 = 0
        var number: Int32 = 0
        var isInNumber = false
        for byte in text.utf8 {
            guard let value = value(byte) else {
                isInNumber = false
                continue
            }
            hash = mixed(hash ^ value)
            if value <= 10 {
                let digit = Int32(value) - 1
                number = isInNumber && number < 1_000_000 ? number * 10 + digit : digit
                isInNumber = true
            } else {
                isInNumber = false
            }
        }
        return (hash == 0 ? 0 : UInt32(truncatingIfNeeded: hash >> 32) | 1, number)
    }

    /// Spreads the bits of a number over all of it.
    @inline(__always)
    static func mixed(_ number: UInt64) -> UInt64 {
        var value = number &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
