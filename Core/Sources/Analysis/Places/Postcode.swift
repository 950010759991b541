// SPDX-License-Identifier: MIT

/// A postcode of the United Kingdom, in one number: `B15 8PZ`.
///
/// Only its shape is checked: whether there is such a one, ``PostcodePlaces`` knows.
public struct Postcode: Hashable, Comparable, Sendable {
    /// Seven characters of 37 kinds: the outward part on the left, filled up with nothing to four, then the inward part.
    public let packed: UInt64

    /// Reads it with or without its space, in any case. Nil where it does not have the shape of one.
    public init?(_ text: String) {
        self.init(bytes: text.utf8)
    }

    public init?(bytes: some Sequence<UInt8>) {
        var values: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0)
        var count = 0
        for byte in bytes where byte != UInt8(ascii: " ") {
            guard let value = Self.value(byte), count < 7 else { return nil }
            values = (values.1, values.2, values.3, values.4, values.5, values.6, value)
            count += 1
        }
        // Five to seven characters: at least a letter and a digit, then a digit and two letters.
        guard 5 <= count, Self.isDigit(values.4), !Self.isDigit(values.5), !Self.isDigit(values.6) else { return nil }
        var outward = [values.0, values.1, values.2, values.3].suffix(count - 3)
        guard let first = outward.first, !Self.isDigit(first), outward.contains(where: Self.isDigit) else { return nil }
        while outward.count < 4 { outward.append(0) }
        packed = (Array(outward) + [values.4, values.5, values.6]).reduce(0) { $0 * 37 + $1 }
    }

    init(packed: UInt64) { self.packed = packed }

    public static func < (first: Postcode, second: Postcode) -> Bool { first.packed < second.packed }

    /// `B15`
    public var district: String { Self.text(packed / Self.districtSize, length: 4) }
    /// `B15 8`
    public var sector: String { "\(district) \(Self.text(sectorNumber % 37, length: 1))" }
    /// `B15 8PZ`
    public var text: String { "\(district) \(Self.text(packed % Self.districtSize, length: 3))" }
    /// The letters with which it begins: `B`.
    public var area: String { String(district.prefix { $0.isLetter }) }

    static let sectorSize: UInt64 = 37 * 37
    static let districtSize: UInt64 = 37 * 37 * 37

    /// All postcodes of a sector have the same.
    var sectorNumber: UInt64 { packed / Self.sectorSize }
    var districtNumber: UInt64 { packed / Self.districtSize }

    private static func value(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0")) + 1
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(byte - UInt8(ascii: "A")) + 11
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "a")) + 11
        default: nil
        }
    }

    private static func isDigit(_ value: UInt64) -> Bool { 1...10 ~= value }

    private static func text(_ number: UInt64, length: Int) -> String {
        var rest = number
        var bytes: [UInt8] = []
        for _ in 0..<length {
            let value = UInt8(rest % 37)
            if value > 0 { bytes.append(value <= 10 ? UInt8(ascii: "0") + value - 1 : UInt8(ascii: "A") + value - 11) }
            rest /= 37
        }
        return String(decoding: bytes.reversed(), as: UTF8.self)
    }
}
