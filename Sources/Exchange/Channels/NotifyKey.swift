// SPDX-License-Identifier: MIT

import Crypto
import Foundation

/// A key of a GOV.UK Notify service, as its page gives it: a name, the service's id and the secret, with hyphens between.
public struct NotifyKey: Sendable {
    private let service: String
    private let secret: String

    /// Nil where it isn't such a key.
    public init?(_ text: String) {
        let characters = Array(text)
        guard 74 <= characters.count else { return nil }
        let secret = String(characters.suffix(36))
        let service = String(characters.dropLast(37).suffix(36))
        guard UUID(uuidString: secret) != nil, UUID(uuidString: service) != nil else { return nil }
        (self.service, self.secret) = (service, secret)
    }

    /// A JSON web token by HS256 that says who asks, and when.
    func token(at seconds: Int64) -> String {
        let head = Self.inAddress(Data(#"{"typ":"JWT","alg":"HS256"}"#.utf8))
        let claims = Self.inAddress(Data(#"{"iss":"\#(service)","iat":\#(seconds)}"#.utf8))
        let key = SymmetricKey(data: Data(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(head).\(claims)".utf8), using: key)
        return "\(head).\(claims).\(Self.inAddress(Data(code)))"
    }

    private static func inAddress(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
