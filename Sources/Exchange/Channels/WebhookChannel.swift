// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import Ledger
import Partnership
import WorkingTime

/// Tells an agency's own system that there is something for its people to see.
///
/// `Homeward-Signature: t=SECONDS,v1=HEX` is the HMAC-SHA256 of `SECONDS.BODY` under the secret that both sides hold: a
/// receiver who refuses what is signed more than five minutes ago, and takes each `Homeward-Message` once, is told
/// nothing twice and nothing by others.
public struct WebhookChannel: NoticeChannel {
    private let address: URL
    private let secret: SymmetricKey
    private let clock: @Sendable () -> Instant
    private let seconds: Double

    /// Nil where others could read or write on the way, or the secret is shorter than 32 characters.
    public init?(
        address: String, secret: String, withinSeconds seconds: Double = 10, clock: @escaping @Sendable () -> Instant
    ) {
        guard HTTPAsking.isGuarded(address), let url = URL(string: address), 32 <= secret.utf8.count else { return nil }
        self.address = url
        self.secret = SymmetricKey(data: Data(secret.utf8))
        (self.clock, self.seconds) = (clock, seconds)
    }

    public func carry(_ notice: OutgoingNotice) async -> Carried {
        let body = Body(
            message: notice.key, agency: notice.address, urgent: notice.isUrgent,
            madeAt: TimeText.write(notice.madeAt), link: notice.link)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(body) else { return .refused("the message could not be written") }
        let answer = await HTTPAsking.ask(
            "POST", address,
            headers: [
                "Content-Type": "application/json", "Homeward-Message": notice.key,
                "Homeward-Signature": Self.signature(of: bytes, at: clock().secondsSince1970, under: secret),
            ], body: bytes, withinSeconds: seconds)
        switch answer.status {
        // Somebody who says that they have it already has it.
        case 200..<300, 409: return .taken(reference: "")
        case 0: return .failed("no answer")
        case 408, 425, 429, 500...: return .failed("status \(answer.status)")
        case let status: return .refused("status \(status)")
        }
    }

    /// `t=SECONDS,v1=HEX` of a body, for whoever sends one and whoever checks one.
    public static func signature(of body: Data, at seconds: Int64, under secret: SymmetricKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(seconds).".utf8) + body, using: secret)
        return "t=\(seconds),v1=\(code.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined())"
    }

    private struct Body: Encodable {
        let message, agency: String
        let urgent: Bool
        let madeAt, link: String
    }
}
