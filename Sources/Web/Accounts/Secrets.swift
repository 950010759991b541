// SPDX-License-Identifier: MIT

import Crypto
import Foundation

/// Random tokens, what is kept of them, and comparing without telling how far two agree.
enum Secrets {
    /// 256 random bits that may stand in a cookie, an address or a form.
    static func token() -> String {
        SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.inAddress
    }

    /// What is kept of a token: its SHA-256, so that reading the file signs nobody in.
    static func digest(of token: String) -> Data { Data(SHA256.hash(data: Data(token.utf8))) }

    /// A token for forms that only who holds the session's own token can know.
    static func formToken(of session: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("form".utf8), using: SymmetricKey(data: Data(session.utf8)))
        return Data(code).inAddress
    }

    /// Whether both are the same, in a time that depends on their lengths alone.
    static func areEqual(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) -> Bool {
        guard first.count == second.count else { return false }
        return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Data {
    /// Base 64 with the letters that may stand in an address.
    var inAddress: String {
        String(
            base64EncodedString().compactMap { letter -> Character? in
                switch letter {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: letter
                }
            })
    }
}
