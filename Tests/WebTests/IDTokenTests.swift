// SPDX-License-Identifier: MIT

import Asking
import Crypto
import CryptoExtras
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `A provider's token` {
    private static let now = Instant(secondsSince1970: 1_800_000_000)
    private let maker: TokenMaker

    init() throws { maker = try TokenMaker() }

    @Test(arguments: ["RS256", "PS256", "ES256"])
    func `is believed when all of it is right`(algorithm: String) throws {
        try check(maker.token(algorithm), finds: nil)
    }

    @Test func `is not believed when another made it`() throws {
        try check(maker.token("RS256", signedBy: TokenMaker()), finds: .badSignature)
        try check(maker.token("RS256", keyID: "other"), finds: .unknownKey)
        try check(maker.token("RS256", keyID: nil), finds: nil)
        var changed = try maker.token("ES256")
        changed.insert("A", at: changed.index(after: changed.lastIndex(of: ".") ?? changed.startIndex))
        try check(changed, finds: .badSignature)
    }

    /// Without a signature, with the public key as a shared secret, or with the other kind of key.
    @Test func `is not believed under another algorithm`() throws {
        try check(maker.token("none"), finds: .algorithmNotAllowed)
        try check(maker.token("NONE"), finds: .algorithmNotAllowed)
        try check(maker.token("HS256"), finds: .algorithmNotAllowed)
        try check(maker.token("ES256", keyID: "rsa"), finds: .unknownKey)
        try check(maker.token("RS256", header: ["alg": "PS256", "kid": "rsa"]), finds: .badSignature)
        try check(maker.token("RS256", header: ["alg": "RS256", "kid": "rsa", "crit": ["x"]]), finds: .malformed)
    }

    @Test(arguments: [
        (["iss": "https://elsewhere.example"] as [String: any Sendable], TokenFault.wrongIssuer),
        (["iss": "https://id.example/"], .wrongIssuer), (["aud": "another"], .wrongAudience),
        (["aud": ["homeward", "another"]], .wrongParty), (["azp": "another"], .wrongParty),
        (["exp": 1_799_999_000], .expired), (["exp": "soon"], .expired), (["iat": 1_800_000_300], .notIssuedNow),
        (["iat": 1_799_990_000], .notIssuedNow), (["nbf": 1_800_000_300], .notIssuedNow),
        (["nonce": "of another sign-in"], .wrongNonce), (["at_hash": "AAAAAAAAAAAAAAAAAAAAAA"], .wrongAccessToken),
        (["sub": ""], .noSubject),
    ])
    func `is not believed when it was made for another, at another time or for another sign-in`(
        claims: [String: any Sendable], fault: TokenFault
    ) throws {
        try check(maker.token("RS256", claims: claims), finds: fault)
    }

    @Test func `may name several for whom it is, when it says that it was made for us`() throws {
        try check(maker.token("RS256", claims: ["aud": ["a", "homeward"], "azp": "homeward"]), finds: nil)
    }

    @Test func `that is no token is refused`() throws {
        for text in ["", "a.b.c", "..", "e30.e30.", "e30.e30.e30.e30", String(repeating: "a", count: 100_000)] {
            try check(text, finds: .malformed)
        }
    }

    @Test func `is checked with no key that is weak or shared`() {
        let short = try? _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: 1_024))
        let primitives = try? short?.publicKey.getKeyPrimitives()
        let weak: [String: JSONValue] = [
            "kty": .text("RSA"), "n": .text(primitives?.modulus.inAddress ?? ""), "e": .text("AQAB"),
        ]
        #expect(JSONWebKey(weak) == nil)
        #expect(JSONWebKey(["kty": .text("oct"), "k": .text("c2VjcmV0")]) == nil)
        #expect(JSONWebKey(["kty": .text("EC"), "crv": .text("P-256"), "x": .text("AA"), "y": .text("AA")]) == nil)
    }

    @Test func `comes only from where nobody can write on the way`() {
        for text in [
            "http://id.example", "ftp://id.example", "https://", "https://a@id.example", "javascript:alert(1)",
        ] {
            #expect(!HTTPAsking.isGuarded(text), "\(text)")
        }
        for text in ["https://id.example/tenant/v2.0", "http://127.0.0.1:9400", "http://localhost:9400"] {
            #expect(HTTPAsking.isGuarded(text), "\(text)")
        }
    }

    private func check(_ text: String, finds fault: TokenFault?) throws {
        var found: TokenFault?
        do {
            let token = try IDToken(IDToken.Unchecked(text), signedBy: try maker.keys())
            try token.check(
                issuer: "https://id.example", clientID: "homeward", nonce: "nonce", accessToken: "access",
                now: Self.now)
        } catch let thrown as TokenFault {
            found = thrown
        }
        #expect(found == fault, "\(text.prefix(60))")
    }
}

/// Signs tokens as a provider does, and as one would who means ill.
private struct TokenMaker {
    let rsa: _RSA.Signing.PrivateKey
    let p256 = P256.Signing.PrivateKey()

    init() throws { rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    func keys() throws -> [JSONWebKey] {
        let numbers = try rsa.publicKey.getKeyPrimitives()
        let point = p256.publicKey.rawRepresentation
        let published: [[String: JSONValue]] = [
            [
                "kty": .text("RSA"), "kid": .text("rsa"), "n": .text(numbers.modulus.inAddress),
                "e": .text(numbers.publicExponent.inAddress),
            ],
            [
                "kty": .text("EC"), "kid": .text("p256"), "crv": .text("P-256"),
                "x": .text(Data(point.prefix(32)).inAddress), "y": .text(Data(point.suffix(32)).inAddress),
            ],
        ]
        return published.compactMap(JSONWebKey.init)
    }

    func token(
        _ algorithm: String, claims: [String: any Sendable] = [:], keyID: String? = "usual",
        header: [String: any Sendable]? = nil, signedBy other: TokenMaker? = nil
    ) throws -> String {
        var all: [String: any Sendable] = [
            "iss": "https://id.example", "aud": "homeward", "sub": "abc", "exp": 1_800_000_300,
            "iat": 1_800_000_000, "nonce": "nonce",
        ]
        all.merge(claims) { $1 }
        var usual: [String: any Sendable] = ["alg": algorithm]
        if let keyID { usual["kid"] = keyID == "usual" ? (algorithm == "ES256" ? "p256" : "rsa") : keyID }
        let message = try "\(Self.part(header ?? usual)).\(Self.part(all))"
        let signature = try (other ?? self).signature(of: Data(message.utf8), algorithm)
        return "\(message).\(signature.inAddress)"
    }

    private func signature(of message: Data, _ algorithm: String) throws -> Data {
        switch algorithm {
        case "RS256": return try rsa.signature(for: message, padding: .insecurePKCS1v1_5).rawRepresentation
        case "PS256": return try rsa.signature(for: message, padding: .PSS).rawRepresentation
        case "ES256": return try p256.signature(for: message).rawRepresentation
        case "HS256":
            let shared = SymmetricKey(data: Data(rsa.publicKey.pemRepresentation.utf8))
            return Data(HMAC<SHA256>.authenticationCode(for: message, using: shared))
        default: return Data()
        }
    }

    private static func part(_ object: [String: any Sendable]) throws -> String {
        try JSONSerialization.data(withJSONObject: object).inAddress
    }
}
