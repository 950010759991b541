// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import WorkingTime

/// Why a provider's token is not believed.
enum TokenFault: String, Error, Hashable {
    case malformed, algorithmNotAllowed, unknownKey, badSignature
    case wrongIssuer, wrongAudience, wrongParty, expired, notIssuedNow, wrongNonce, wrongAccessToken, noSubject
    case notSignedInAnew
}

/// An ID token (OpenID Connect Core 1.0, section 2) whose signature has been checked, and then what it says.
struct IDToken: Hashable, Sendable {
    let claims: [String: JSONValue]

    /// The clocks of two machines may be so far apart.
    static let skewSeconds: Int64 = 60
    /// It was made for this sign-in, so it is not older.
    static let oldestSeconds: Int64 = 600

    /// A token as it is sent, in its parts, before anything in it is believed.
    struct Unchecked {
        let algorithm: String
        let keyID: String?
        fileprivate let signed: Data
        fileprivate let payload: Data
        fileprivate let signature: Data

        /// Refuses what isn't a signed token (RFC 7515, compact), `none`, and every algorithm but three: with a shared
        /// secret (HS256…) whoever knows the provider's public key could sign.
        init(_ text: String) throws(TokenFault) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard text.utf8.count <= 64 * 1_024, parts.count == 3, let header = Data(inAddress: parts[0]),
                let payload = Data(inAddress: parts[1]), let signature = Data(inAddress: parts[2]),
                let header = JSONValue.object(header), let algorithm = header["alg"]?.text
            else { throw .malformed }
            guard ["RS256", "PS256", "ES256"].contains(algorithm) else { throw .algorithmNotAllowed }
            // What a header calls critical must be understood, and we understand nothing of the kind.
            guard header["crit"] == nil else { throw .malformed }
            self.algorithm = algorithm
            keyID = header["kid"]?.text
            signed = Data("\(parts[0]).\(parts[1])".utf8)
            self.payload = payload
            self.signature = signature
        }

        /// The keys that may have signed it: by its name where it gives one, else the only one of its kind.
        func candidates(in keys: [JSONWebKey]) -> [JSONWebKey] {
            let fitting = keys.filter { $0.fits(algorithm) }
            if let keyID { return fitting.filter { $0.id == keyID } }
            return fitting.count == 1 ? fitting : []
        }
    }

    /// Refuses a token that none of the keys signed. Keys that a token brings along itself are never looked at.
    init(_ token: Unchecked, signedBy keys: [JSONWebKey]) throws(TokenFault) {
        let candidates = token.candidates(in: keys)
        guard !candidates.isEmpty else { throw .unknownKey }
        let isSigned = candidates.contains {
            $0.isSignature(token.signature, of: token.signed, algorithm: token.algorithm)
        }
        guard isSigned else { throw .badSignature }
        guard let claims = JSONValue.object(token.payload) else { throw .malformed }
        self.claims = claims
    }

    /// Refuses a token that was made by another, for another, at another time or for another sign-in.
    func check(
        issuer: String, clientID: String, nonce: String, accessToken: String?, now: Instant
    ) throws(TokenFault) {
        guard claims["iss"]?.text == issuer else { throw .wrongIssuer }
        let audience = claims["aud"]?.texts ?? []
        guard audience.contains(clientID) else { throw .wrongAudience }
        let party = claims["azp"]?.text
        guard party == clientID || (party == nil && claims["azp"] == nil && audience.count == 1) else {
            throw .wrongParty
        }
        let now = now.secondsSince1970
        guard let expires = claims["exp"]?.seconds, now < expires + Self.skewSeconds else { throw .expired }
        guard let issued = claims["iat"]?.seconds, issued <= now + Self.skewSeconds, now - issued <= Self.oldestSeconds,
            claims["nbf"].map({ $0.seconds.map { $0 <= now + Self.skewSeconds } ?? false }) ?? true
        else { throw .notIssuedNow }
        guard let given = claims["nonce"]?.text, Secrets.areEqual(given.utf8, nonce.utf8) else { throw .wrongNonce }
        if let hash = claims["at_hash"] {
            guard let accessToken else { throw .wrongAccessToken }
            let half = Data(SHA256.hash(data: Data(accessToken.utf8)).prefix(16)).inAddress
            guard hash.text == half else { throw .wrongAccessToken }
        }
        guard let subject = claims["sub"]?.text, (1...255).contains(subject.utf8.count) else { throw .noSubject }
    }
}
