// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import WorkingTime

/// Codes that change every thirty seconds (RFC 6238, over the HOTP of RFC 4226), as every authenticator app makes them.
enum TOTP {
    static let stepSeconds: Int64 = 30
    static let digits = 6
    /// A clock may be so many steps off.
    static let window: Int64 = 1

    /// The step of the instant.
    static func step(at instant: Instant) -> Int64 { instant.secondsSince1970 / stepSeconds }

    /// The code of a step, with its leading noughts.
    static func code(_ secret: TOTPSecret, step: Int64, digits: Int = digits) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { Data($0) }
        let hash = Data(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret.bytes)))
        let offset = Int(hash[hash.count - 1] & 0x0F)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code this is, among those around the instant and after `used`; nil where it is none of them.
    ///
    /// Every step in the window is compared, whichever is right.
    static func step(of code: String, _ secret: TOTPSecret, at instant: Instant, after used: Int64) -> Int64? {
        let typed = Array(code.utf8)
        let present = step(at: instant)
        return (present - window...present + window).reduce(nil as Int64?) { found, step in
            let isRight = Secrets.areEqual(TOTP.code(secret, step: step).utf8, typed)
            return isRight && step > used ? step : found
        }
    }
}

/// What an authenticator app and the server both know: 160 random bits.
struct TOTPSecret: Hashable, Sendable {
    let bytes: Data

    init(bytes: Data) { self.bytes = bytes }

    static func random() -> TOTPSecret {
        TOTPSecret(bytes: SymmetricKey(size: SymmetricKeySize(bitCount: 160)).withUnsafeBytes { Data($0) })
    }

    /// As it is typed into an app: base 32, in groups of four.
    var grouped: String {
        let letters = Array(Base32.encode(bytes))
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }

    /// What an app reads from the picture (the "key URI" that authenticator apps agree on).
    func address(issuer: String, account: String) -> String {
        let (issuer, account) = (FormFields.encode(issuer), FormFields.encode(account))
        return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.encode(bytes))&issuer=\(issuer)"
    }
}

/// Base 32 of RFC 4648, without the signs that fill it up.
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var (text, held, count) = ("", 0, 0)
        for byte in bytes {
            held = (held << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 5 {
                count -= 5
                text.append(letters[held >> count & 31])
            }
        }
        if count > 0 { text.append(letters[held << (5 - count) & 31]) }
        return text
    }
}
