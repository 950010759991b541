// SPDX-License-Identifier: MIT

import Analysis
import HTTPTypes
import Hummingbird
import Logging

/// `/sign-in/provider…`: signing in elsewhere, by OpenID Connect with the authorisation code and PKCE.
enum ProviderPages {
    /// To the provider.
    @Sendable static func begin(_ call: Call) async throws -> Response {
        guard let provider = call.site.accounts.provider else { throw PageFault.notFound }
        let isAnew = call.session != nil
        let begun = ProviderSignIn(
            nonce: Secrets.token(), verifier: Secrets.token(), browser: Secrets.digest(of: call.formToken),
            next: call.next, isAnew: isAnew, startedAt: call.site.accounts.clock())
        do {
            let place = try await provider.discovery().authorization
            let settings = provider.settings
            var query = FormFields([
                ("response_type", "code"), ("client_id", settings.clientID),
                ("redirect_uri", settings.redirectAddress), ("scope", settings.scopes.joined(separator: " ")),
                ("state", call.site.accounts.providerSignIns.begin(begun)), ("nonce", begun.nonce),
                ("code_challenge", begun.challenge), ("code_challenge_method", "S256"),
            ])
            if isAnew {
                query.append("prompt", "login")
                query.append("max_age", "0")
            }
            return outside(place, query)
        } catch let fault as ProviderFault {
            return failed(fault, call)
        }
    }

    /// Back from the provider.
    @Sendable static func finish(_ call: Call) async throws -> Response {
        let accounts = call.site.accounts
        guard let provider = accounts.provider else { throw PageFault.notFound }
        let browser = Secrets.digest(of: call.formToken)
        guard let begun = accounts.providerSignIns.take(call.query["state"], browser: browser, at: accounts.clock())
        else {
            return told(
                call, "This sign-in was begun elsewhere or too long ago. Begin it here once more.",
                status: .unprocessableContent)
        }
        do {
            // Who answered must be whom we asked (RFC 9207); an answer that names another is not looked at further.
            let isNamed = call.query.has("iss")
            let mustBeNamed = try await provider.discovery().namesItself
            guard isNamed ? call.query["iss"] == provider.settings.issuer : !mustBeNamed else {
                throw ProviderFault.misconfigured("iss")
            }
            guard call.query["error"].isEmpty, !call.query["code"].isEmpty else {
                return told(
                    call, "You were not signed in at \(provider.settings.name). Try again, or sign in with a password.",
                    status: .unprocessableContent)
            }
            let token = try await provider.identity(code: call.query["code"], begun: begun)
            let outcome = try await accounts.signIn(token, provider.settings, visit: call.visit)
            return try SignIn.answer(outcome, call, next: begun.next)
        } catch let refusal as ElsewhereRefusal {
            return told(call, refusal.says, status: .forbidden)
        } catch let fault as ProviderFault {
            return failed(fault, call)
        }
    }

    /// To the provider once more, to sign out there.
    @Sendable static func leave(_ call: Call) async throws -> Response {
        guard let provider = call.site.accounts.provider, let place = try? await provider.discovery().endSession else {
            return .redirect(to: "/sign-in?out=1")
        }
        return outside(
            place,
            FormFields([
                ("client_id", provider.settings.clientID),
                ("post_logout_redirect_uri", provider.settings.address + "/sign-in"),
            ]))
    }

    /// The log names what was wrong, and nothing of what was sent.
    private static func failed(_ fault: ProviderFault, _ call: Call) -> Response {
        call.site.log.error("a sign-in elsewhere failed", metadata: ["fault": "\(fault)"])
        let name = call.site.accounts.provider?.settings.name ?? ""
        if case .noAnswer = fault {
            return told(call, "\(name) can’t be reached. Try again, or sign in with a password.", status: .badGateway)
        }
        return told(
            call, "What \(name) answered could not be trusted, so you are not signed in. Tell your administrator.",
            status: .badGateway)
    }

    private static func told(_ call: Call, _ text: String, status: HTTPResponse.Status) -> Response {
        let main: HTML = """
            <div class="narrow"><h1>You are not signed in</h1><p class="lead">\(text)</p>
            <p>\(Parts.button("To the sign-in page", to: "/sign-in"))</p></div>
            """
        return .page(Shell(title: "You are not signed in", main: main).html, status: status)
    }

    /// The one way out of this site: to an address that the provider gave for itself.
    private static func outside(_ place: String, _ query: FormFields) -> Response {
        let mark = place.contains("?") ? "&" : "?"
        return Response(status: .seeOther, headers: [.location: place + mark + query.encoded])
    }
}
