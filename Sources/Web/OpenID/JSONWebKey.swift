// SPDX-License-Identifier: MIT

import Crypto
import CryptoExtras
import Foundation

/// A public key of a provider (RFC 7517), with the one kind of signature that it is for.
///
/// Taken are RSA keys of 2048 bits and more, and those on the curve P-256. Whatever else a provider publishes is left
/// alone; keys that are shared, as for HS256, are never taken.
struct JSONWebKey: Sendable {
    let id: String?
    /// The one algorithm that it says it is for; nil where it doesn't.
    private let algorithm: String?
    private let key: Key

    private enum Key: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
    }

    init?(_ object: [String: JSONValue]) {
        guard object["use"]?.text ?? "sig" == "sig" else { return nil }
        id = object["kid"]?.text
        algorithm = object["alg"]?.text
        switch object["kty"]?.text {
        case "RSA":
            guard let modulus = Self.bytes(object["n"]), let exponent = Self.bytes(object["e"]),
                let rsa = try? _RSA.Signing.PublicKey(n: modulus, e: exponent), rsa.keySizeInBits >= 2_048
            else { return nil }
            key = .rsa(rsa)
        case "EC":
            guard object["crv"]?.text == "P-256", let x = Self.bytes(object["x"]), let y = Self.bytes(object["y"]),
                x.count == 32, y.count == 32, let p256 = try? P256.Signing.PublicKey(rawRepresentation: x + y)
            else { return nil }
            key = .p256(p256)
        default: return nil
        }
    }

    /// Whether this key may have made a signature of the algorithm.
    func fits(_ algorithm: String) -> Bool {
        guard self.algorithm == nil || self.algorithm == algorithm else { return false }
        return switch key {
        case .rsa: algorithm == "RS256" || algorithm == "PS256"
        case .p256: algorithm == "ES256"
        }
    }

    func isSignature(_ signature: Data, of message: Data, algorithm: String) -> Bool {
        guard fits(algorithm) else { return false }
        let digest = SHA256.hash(data: message)
        switch key {
        case .rsa(let rsa):
            let padding: _RSA.Signing.Padding = algorithm == "PS256" ? .PSS : .insecurePKCS1v1_5
            return rsa.isValidSignature(.init(rawRepresentation: signature), for: digest, padding: padding)
        case .p256(let p256):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return p256.isValidSignature(signature, for: digest)
        }
    }

    /// The keys of a provider's key set.
    static func all(in keySet: Data) -> [JSONWebKey]? {
        guard case .list(let keys)? = JSONValue.object(keySet)?["keys"] else { return nil }
        return keys.compactMap { if case .object(let object) = $0 { JSONWebKey(object) } else { nil } }
    }

    private static func bytes(_ value: JSONValue?) -> Data? { value?.text.flatMap(Data.init(inAddress:)) }
}

extension Data {
    /// Reads base 64 with the letters that may stand in an address, without the signs that fill it up.
    init?(inAddress text: String) {
        guard text.utf8.allSatisfy({ $0.isAddressLetter }) else { return nil }
        let usual = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: usual + String(repeating: "=", count: (4 - usual.count % 4) % 4))
    }
}

extension UInt8 {
    fileprivate var isAddressLetter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
