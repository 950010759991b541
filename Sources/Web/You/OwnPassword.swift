// SPDX-License-Identifier: MIT

import Analysis
import Hummingbird

/// `/you/password`: who is signed in changes their password. All other sessions of theirs end, and this one goes on
/// under a new token.
enum OwnPassword {
    @Sendable static func show(_ call: Call) async throws -> Response {
        // Without a password here there is none to change; one's own page says where it is kept.
        if try await call.site.accounts.signsInOnlyElsewhere(call.account) != nil { return .redirect(to: "/you") }
        return .page(page(call))
    }

    @Sendable static func change(_ call: Call) async throws -> Response {
        let accounts = call.site.accounts
        switch try await accounts.prove(password: call.form.typed("password"), of: call.account, from: call.visit) {
        case .right, .rightRecoveryCode: break
        case .wrong:
            return .page(page(call, fault: ("password", "This is not your password.")), status: .unprocessableContent)
        case .wait(let seconds):
            let fault = "Too many tries. Wait \(seconds) seconds and try again."
            return .page(page(call, fault: ("password", fault)), status: .tooManyRequests)
        }
        do {
            try await accounts.choose(
                call.form.typed("new-password"), for: call.account, keeping: call.session?.id)
        } catch let refusal as PasswordRefusal {
            return .page(page(call, fault: ("new-password", refusal.says)), status: .unprocessableContent)
        }
        return try await call.renewed(to: "/you")
    }

    private static func page(_ call: Call, fault: (control: String, says: String)? = nil) -> HTML {
        let says = { (control: String) in fault?.control == control ? fault?.says : nil }
        let fields: HTML = """
            \(StepFrame.field(
                "password", "Password now", type: "password", fault: says("password"),
                attributes: "autocomplete=\"current-password\""))\
            \(NewPasswordStep.field(fault: says("new-password")))
            """
        return StepFrame(
            call: call, heading: "Change your password", fault: fault,
            above:
                "<p class=\"lead\">You are then signed out everywhere else. No password expires, and none needs capitals or signs.</p>",
            fields: fields, button: "Change it", path: "/you/password"
        ).html
    }
}

extension Call {
    /// Back to a page of ours, with a new token for the session.
    func renewed(to place: String, page: HTML? = nil) async throws -> Response {
        var response = page.map { .page($0) } ?? Response.redirect(to: place)
        let cookies = SiteCookies(isSecure: site.configuration.isSecure)
        if let token = cookies.session(of: request) {
            cookies.setSession(try await site.accounts.renew(token), in: &response)
        }
        return response
    }
}
