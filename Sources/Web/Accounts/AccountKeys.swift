// SPDX-License-Identifier: MIT

import Crypto
import Foundation

/// The keys of the accounts file. Each follows from the master key, and none can be had from another.
struct AccountKeys: Sendable {
    /// Seals drafts.
    let drafts: SymmetricKey
    /// Seals the secrets of second factors.
    let secondFactors: SymmetricKey
    /// Seals where notices go.
    let reach: SymmetricKey
    /// Makes the tokens that forms carry.
    let forms: SymmetricKey
    /// Signs the cookie by which a device is known again.
    let devices: SymmetricKey

    init(from master: SymmetricKey) {
        drafts = DraftSeal.key(from: master)
        secondFactors = Self.key("homeward second factors 1", from: master)
        reach = Self.key("homeward notice reach 1", from: master)
        forms = Self.key("homeward forms 1", from: master)
        devices = Self.key("homeward devices 1", from: master)
    }

    private static func key(_ use: String, from master: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data(use.utf8), outputByteCount: 32)
    }
}

extension Accounts {
    /// What every form of a session carries. It stays when the session's own token is renewed, so that a form which
    /// was open meanwhile can still be sent.
    func formToken(ofSession id: Int64) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data("session \(id)".utf8), using: keys.forms)).inAddress
    }
}
