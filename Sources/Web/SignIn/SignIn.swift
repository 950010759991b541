// SPDX-License-Identifier: MIT

import Analysis
import HTTPTypes
import Hummingbird

/// `/sign-in` and `/sign-out`.
enum SignIn {
    @Sendable static func show(_ call: Call) async throws -> Response {
        if call.session != nil { return .redirect(to: call.query["next"].isEmpty ? "/" : call.query["next"]) }
        return .page(SignInPage(call, email: "", fault: nil).html)
    }

    @Sendable static func enter(_ call: Call) async throws -> Response {
        let email = call.form["email"]
        let password = call.form.typed("password")
        let outcome = try await call.site.accounts.signIn(
            email: email, password: password, visit: call.visit, device: call.device)
        switch outcome {
        case .signedIn, .halfway: return try answer(outcome, call)
        case .refused:
            return again(call, email, "The email address or the password is wrong.", .unprocessableContent)
        case .temporaryPasswordIsOver:
            return again(
                call, email, "The password that you were given was for three days. Ask your administrator for another.",
                .unprocessableContent)
        case .wait(let seconds):
            return again(
                call, email, "Too many tries. Wait \(seconds) seconds and try again.", .tooManyRequests, seconds)
        case .busy:
            return again(
                call, email, "Many people are signing in at this moment. Try again in a few seconds.", .tooManyRequests,
                5)
        }
    }

    /// On to the next step, or in: with the session's cookie, and one by which the device is known again.
    static func answer(
        _ outcome: SignInOutcome, _ call: Call, to page: HTML? = nil, next: String? = nil
    ) throws -> Response {
        let place = next ?? call.next
        switch outcome {
        case .signedIn(let token, let account):
            call.site.log.info("signed in", metadata: ["account": "\(account.id)", "role": "\(account.role.rawValue)"])
            var response = page.map { .page($0) } ?? Response.redirect(to: place)
            SiteCookies(isSecure: call.site.configuration.isSecure).setSession(token, in: &response)
            OwnCookie.halfway(call).clear(in: &response)
            let key = call.site.accounts.keys.devices
            OwnCookie.device(call).set(call.device.knowing(account.email, under: key).cookie, in: &response)
            return response
        case .halfway(let token, let step, _):
            let next = place == "/" ? "" : "?next=\(FormFields.encode(place))"
            var response = page.map { .page($0) } ?? Response.redirect(to: step.path + next)
            OwnCookie.halfway(call).set(token, in: &response)
            return response
        default:
            return .redirect(to: "/sign-in")
        }
    }

    @Sendable static func leave(_ call: Call) async throws -> Response {
        let cookies = SiteCookies(isSecure: call.site.configuration.isSecure)
        if let token = cookies.session(of: call.request) { try await call.site.accounts.end(token) }
        var response = Response.redirect(to: "/sign-in?out=1")
        cookies.clearSession(in: &response)
        return response
    }

    private static func again(
        _ call: Call, _ email: String, _ fault: String, _ status: HTTPResponse.Status, _ waitSeconds: Int? = nil
    ) -> Response {
        var response = Response.page(SignInPage(call, email: email, fault: fault).html, status: status)
        if let waitSeconds { response.headers[.retryAfter] = "\(waitSeconds)" }
        return response
    }
}

extension SignInStep {
    var path: String {
        switch self {
        case .newPassword: "/sign-in/new-password"
        case .code: "/sign-in/code"
        case .enrolment: "/sign-in/second-factor"
        }
    }
}

extension Call {
    /// From where they ask, as far as it is kept.
    var visit: Visit {
        Visit(address: address, browser: BrowserKind.of(request.headers[.userAgent] ?? ""))
    }

    /// The device that the browser's cookie names, or a new one.
    var device: KnownDevice {
        OwnCookie.device(self).value(in: request).flatMap(KnownDevice.init(cookie:)) ?? .unknown()
    }

    /// Where the sign-in leads to: a page of ours.
    var next: String { LocalPath(form["next"].isEmpty ? query["next"] : form["next"]).text }
}

extension FormFields {
    /// What was typed, with any blanks around it.
    func typed(_ name: String) -> String { all.first { $0.name == name }?.value ?? "" }
}
