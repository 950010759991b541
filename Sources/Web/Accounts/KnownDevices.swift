// SPDX-License-Identifier: MIT

import Crypto
import Foundation

/// The cookie by which a device is known from which somebody signed in before: it opens nothing, but whoever guesses
/// from elsewhere doesn't hold up its owner.
///
/// It is a random name of the device, and for each person who signed in there a code that only we can make:
/// `device.code.code`.
struct KnownDevice: Hashable, Sendable {
    static let mostPeople = 4

    let device: String
    private let codes: [String]

    /// A device that nobody signed in from.
    static func unknown() -> KnownDevice { KnownDevice(device: Secrets.token(), codes: []) }

    /// Reads the cookie; nil where it isn't one.
    init?(cookie: String) {
        let parts = cookie.split(separator: ".").map(String.init)
        guard let device = parts.first, device.utf8.count == 43, parts.count <= 1 + Self.mostPeople,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 22 })
        else { return nil }
        self.init(device: device, codes: Array(parts.dropFirst()))
    }

    private init(device: String, codes: [String]) {
        self.device = device
        self.codes = codes
    }

    var cookie: String { ([device] + codes).joined(separator: ".") }

    /// Whether somebody with this e-mail address signed in here.
    func knows(_ email: String, under key: SymmetricKey) -> Bool {
        let code = Self.code(device, email, key)
        return codes.reduce(false) { Secrets.areEqual($1.utf8, code.utf8) || $0 }
    }

    /// With one more person who signed in here; the first of too many is forgotten.
    func knowing(_ email: String, under key: SymmetricKey) -> KnownDevice {
        let code = Self.code(device, email, key)
        return KnownDevice(device: device, codes: (codes.filter { $0 != code } + [code]).suffix(Self.mostPeople))
    }

    private static func code(_ device: String, _ email: String, _ key: SymmetricKey) -> String {
        let whole = HMAC<SHA256>.authenticationCode(for: Data("\(device) \(email)".utf8), using: key)
        return Data(Data(whole).prefix(16)).inAddress
    }
}
