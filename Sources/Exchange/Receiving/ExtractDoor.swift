// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import Partnership
import WorkingTime

/// Where a force's own system hands in extracts: each signed, of this moment, and taken once.
///
/// `Homeward-Signature: t=SECONDS,v1=HEX` is the HMAC-SHA256 of `SECONDS.MESSAGE.BODY` under the secret that both sides
/// hold, where `MESSAGE` is what `Homeward-Message` says: the same each time that the same extract is sent.
public struct ExtractDoor: Sendable {
    private let source: ExtractSource
    private let secret: SymmetricKey
    private let received: any ReceivedMessages

    /// What came of a message.
    public enum Answer: Sendable {
        case brought(ExtractSource.Brought)
        /// It was taken before.
        case repeated
        /// Its number was another message's.
        case isAnothers
        /// It bears no number, or none that can be kept.
        case hasNoNumber
        /// It is signed by nobody we know, or not of this moment.
        case notSigned
    }

    /// A signature is good for so long, before and after.
    private static let goodForSeconds: Int64 = 300

    /// Nil where the secret is shorter than 32 characters.
    public init?(_ source: ExtractSource, secret: String, received: any ReceivedMessages) {
        guard 32 <= secret.utf8.count else { return nil }
        (self.source, self.received) = (source, received)
        self.secret = SymmetricKey(data: Data(secret.utf8))
    }

    /// Takes a message. Nothing of it is read before its signature is found right. Throws where the record or the list of
    /// what was taken could not be written to: then it may be sent again.
    public func take(
        _ body: [UInt8], message: String, signature: String, into partnership: Partnership, at now: Instant
    ) async throws -> Answer {
        guard Self.isNumber(message) else { return .hasNoNumber }
        guard isRight(signature, message, body, at: now) else { return .notSigned }
        let digest = Data(SHA256.hash(data: body))
        if let known = try received.digest(of: message, from: source.force) {
            return known == digest ? .repeated : .isAnothers
        }
        let brought = try await source.bring(body, named: message, into: partnership)
        // Noted once it is in the record: whoever is killed in between is sent it again, and finds its rows there.
        if case .read(let report, _) = brought, report.mayGoOn {
            try received.note(message, from: source.force, digest: digest, at: now)
        }
        return .brought(brought)
    }

    /// What a force's system sends as its signature.
    public static func signature(
        of body: [UInt8], message: String, at seconds: Int64, under secret: SymmetricKey
    ) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(seconds).\(message).".utf8) + body, using: secret)
        return "t=\(seconds),v1=\(code.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined())"
    }

    private func isRight(_ signature: String, _ message: String, _ body: [UInt8], at now: Instant) -> Bool {
        let parts = signature.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].hasPrefix("t="), parts[1].hasPrefix("v1="),
            let seconds = Int64(parts[0].dropFirst(2)), let code = Self.bytes(parts[1].dropFirst(3)),
            seconds.subtractingReportingOverflow(now.secondsSince1970).partialValue.magnitude
                <= UInt64(Self.goodForSeconds)
        else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Data("\(seconds).\(message).".utf8) + body, using: secret)
    }

    private static func bytes(_ text: Substring) -> Data? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 64, text.count == 64 else { return nil }
        return Data(stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) })
    }

    private static func isNumber(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                let character = Character(UnicodeScalar(byte))
                return character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
            }
    }
}
