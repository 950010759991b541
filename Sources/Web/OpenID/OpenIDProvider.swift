// SPDX-License-Identifier: MIT

import Asking
import Crypto
import Foundation
import Synchronization
import WorkingTime

/// Why a sign-in elsewhere came to nothing, apart from the person.
enum ProviderFault: Error, Hashable {
    /// It can't be reached, or answers with something else.
    case noAnswer(String)
    /// What it says of itself is not what was set up.
    case misconfigured(String)
    case token(TokenFault)
}

/// What a provider says of itself (OpenID Connect Discovery 1.0).
struct ProviderDiscovery: Hashable, Sendable {
    let authorization: String
    let token: String
    let keys: String
    let endSession: String?
    /// Whether it names itself in its answers (RFC 9207).
    let namesItself: Bool
    let takesSecretInForm: Bool

    init(_ object: [String: JSONValue], issuer: String) throws(ProviderFault) {
        guard object["issuer"]?.text == issuer else { throw .misconfigured("issuer") }
        func address(_ name: String) throws(ProviderFault) -> String {
            guard let text = object[name]?.text, HTTPAsking.isGuarded(text) else { throw .misconfigured(name) }
            return text
        }
        authorization = try address("authorization_endpoint")
        token = try address("token_endpoint")
        keys = try address("jwks_uri")
        endSession = object["end_session_endpoint"] == nil ? nil : try address("end_session_endpoint")
        namesItself = object["authorization_response_iss_parameter_supported"]?.flag ?? false
        let ways = object["token_endpoint_auth_methods_supported"]?.texts ?? ["client_secret_basic"]
        takesSecretInForm = !ways.contains("client_secret_basic") && ways.contains("client_secret_post")
    }
}

/// A provider of sign-ins, with what is remembered of it for an hour.
final class OpenIDProvider: Sendable {
    let settings: OpenIDSettings
    private let clock: @Sendable () -> Instant

    private struct Remembered {
        var discovery: (value: ProviderDiscovery, at: Instant)?
        var keys: (value: [JSONWebKey], at: Instant)?
    }

    private let remembered = Mutex(Remembered())
    private static let rememberedFor: Elapsed = .hours(1)

    init(_ settings: OpenIDSettings, clock: @escaping @Sendable () -> Instant) {
        self.settings = settings
        self.clock = clock
    }

    func discovery() async throws -> ProviderDiscovery {
        let now = clock()
        if let (value, at) = remembered.withLock({ $0.discovery }), now - at < Self.rememberedFor { return value }
        let base = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
        let bytes = try await ProviderAsking.ask(base + "/.well-known/openid-configuration")
        guard let object = JSONValue.object(bytes) else { throw ProviderFault.noAnswer("discovery") }
        let value = try ProviderDiscovery(object, issuer: settings.issuer)
        remembered.withLock { $0.discovery = (value, now) }
        return value
    }

    /// The token, believed: made by this provider, for us, now, for this sign-in.
    func identity(code: String, begun: ProviderSignIn) async throws -> IDToken {
        let discovery = try await discovery()
        let answer = try await exchange(code: code, verifier: begun.verifier, at: discovery)
        guard let text = answer["id_token"]?.text else { throw ProviderFault.noAnswer("token") }
        do {
            let unchecked = try IDToken.Unchecked(text)
            let token = try IDToken(unchecked, signedBy: try await keys(for: unchecked, at: discovery))
            try token.check(
                issuer: settings.issuer, clientID: settings.clientID, nonce: begun.nonce,
                accessToken: answer["access_token"]?.text, now: clock())
            if begun.isAnew {
                guard let at = token.claims["auth_time"]?.seconds,
                    at >= begun.startedAt.secondsSince1970 - IDToken.skewSeconds
                else { throw TokenFault.notSignedInAnew }
            }
            return token
        } catch let fault as TokenFault {
            throw ProviderFault.token(fault)
        }
    }

    /// The keys; asked for anew where none of those that are remembered fits, since providers change theirs.
    private func keys(for token: IDToken.Unchecked, at discovery: ProviderDiscovery) async throws -> [JSONWebKey] {
        let now = clock()
        if let (value, at) = remembered.withLock({ $0.keys }), now - at < Self.rememberedFor,
            !token.candidates(in: value).isEmpty
        {
            return value
        }
        guard let value = JSONWebKey.all(in: try await ProviderAsking.ask(discovery.keys)) else {
            throw ProviderFault.noAnswer("keys")
        }
        remembered.withLock { $0.keys = (value, now) }
        return value
    }

    private func exchange(
        code: String, verifier: String, at discovery: ProviderDiscovery
    ) async throws -> [String: JSONValue] {
        var form = FormFields([
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.redirectAddress),
            ("client_id", settings.clientID), ("code_verifier", verifier),
        ])
        var authorization: String?
        if let secret = settings.clientSecret {
            if discovery.takesSecretInForm {
                form.append("client_secret", secret)
            } else {
                let pair = "\(FormFields.encode(settings.clientID)):\(FormFields.encode(secret))"
                authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
            }
        }
        let bytes = try await ProviderAsking.ask(discovery.token, form: form, authorization: authorization)
        guard let object = JSONValue.object(bytes) else { throw ProviderFault.noAnswer("token") }
        return object
    }
}
