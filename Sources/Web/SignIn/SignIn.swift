// SPDX-License-Identifier: MIT

import Hummingbird

/// `/sign-in` and `/sign-out`.
enum SignIn {
    @Sendable static func show(_ call: Call) async throws -> Response {
        if call.session != nil { return .redirect(to: call.query["next"].isEmpty ? "/" : call.query["next"]) }
        return .page(SignInPage(call, email: "", fault: nil).html)
    }

    @Sendable static func enter(_ call: Call) async throws -> Response {
        let email = call.form["email"]
        let password = call.form.all.first { $0.name == "password" }?.value ?? ""
        let outcome = try await call.site.accounts.signIn(email: email, password: password, address: call.address)
        switch outcome {
        case .signedIn(let token, let account):
            call.site.log.info("signed in", metadata: ["account": "\(account.id)", "role": "\(account.role.rawValue)"])
            var response = Response.redirect(to: call.form["next"])
            SiteCookies(isSecure: call.site.configuration.isSecure).setSession(token, in: &response)
            return response
        case .refused:
            return .page(
                SignInPage(call, email: email, fault: "The email address or the password is wrong.").html,
                status: .unprocessableContent)
        case .wait(let seconds):
            return .page(
                SignInPage(call, email: email, fault: "Too many tries. Wait \(seconds) seconds and try again.").html,
                status: .tooManyRequests)
        }
    }

    @Sendable static func leave(_ call: Call) async throws -> Response {
        let cookies = SiteCookies(isSecure: call.site.configuration.isSecure)
        if let token = cookies.session(of: call.request) { try await call.site.accounts.end(token) }
        var response = Response.redirect(to: "/sign-in")
        cookies.clearSession(in: &response)
        return response
    }
}
