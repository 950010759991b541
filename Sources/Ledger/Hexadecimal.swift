// SPDX-License-Identifier: MIT

/// Bytes written as pairs of digits 0 to f.
public enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    public static func text(of bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes; nothing unless there are only whole pairs. Capital letters are read where `ignoringCase`.
    public static func bytes(of text: some StringProtocol, ignoringCase: Bool = false) -> [UInt8]? {
        let written = Array(text.utf8)
        guard written.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(written.count / 2)
        for start in stride(from: 0, to: written.count, by: 2) {
            guard let high = value(written[start], ignoringCase), let low = value(written[start + 1], ignoringCase)
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8, _ ignoringCase: Bool) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F") where ignoringCase: digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
