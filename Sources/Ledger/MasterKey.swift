// SPDX-License-Identifier: MIT
import Casework
import Crypto

/// The key that seals all other keys. It lives outside the database.
public struct MasterKey: Sendable {
    let key: SymmetricKey

    /// What a master key begins with when it is written down.
    public static let prefix = "homeward-master-key-1:"

    /// A new random key.
    public static func random() -> MasterKey { MasterKey(key: SymmetricKey(size: .bits256)) }

    /// Reads the written form: the prefix and 64 hexadecimal digits, with white space around it.
    public init(text: String, from source: String) throws(LedgerFault) {
        let trimmed = text.split(whereSeparator: \.isWhitespace)
        guard trimmed.count == 1, let written = trimmed.first, written.hasPrefix(Self.prefix) else {
            throw .masterKeyMalformed(source)
        }
        let digits = Array(written.dropFirst(Self.prefix.count).utf8)
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: digits.count - 1, by: 2) {
            guard let high = Self.value(ofHexDigit: digits[start]), let low = Self.value(ofHexDigit: digits[start + 1])
            else { throw .masterKeyMalformed(source) }
            bytes.append(high << 4 | low)
        }
        guard digits.count == 64, bytes.count == 32 else { throw .masterKeyMalformed(source) }
        key = SymmetricKey(data: bytes)
    }

    /// The written form, to be kept where the database is not.
    public var text: String {
        let digits = Array("0123456789abcdef")
        return key.withUnsafeBytes { bytes in
            bytes.reduce(into: Self.prefix) { text, byte in
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
        }
    }

    private init(key: SymmetricKey) {
        self.key = key
    }

    private static func value(ofHexDigit digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
