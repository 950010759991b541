// SPDX-License-Identifier: MIT

import Analysis
import Hummingbird

/// `/sign-in/code`: the second of two proofs.
enum CodeStep {
    @Sendable static func show(_ call: Call) async throws -> Response {
        guard call.halfway(.code) != nil else { return .redirect(to: "/sign-in") }
        return .page(page(call, fault: nil))
    }

    @Sendable static func check(_ call: Call) async throws -> Response {
        guard let (token, halfway) = call.halfway(.code) else { return .redirect(to: "/sign-in") }
        let accounts = call.site.accounts
        switch try await accounts.check(code: call.form["code"], of: halfway.account, from: call.visit) {
        case .right:
            return try SignIn.answer(try await accounts.stepDone(.code, token), call)
        case .rightRecoveryCode(let left):
            let outcome = try await accounts.stepDone(.code, token)
            return try SignIn.answer(outcome, call, to: RecoveryCodesPage.used(call, left: left))
        case .wait(let seconds):
            var response = Response.page(
                page(call, fault: "Too many tries. Wait \(seconds) seconds and try again."), status: .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        case .wrong:
            accounts.halfway.change(token) { $0.wrongCodes += 1 }
            guard halfway.wrongCodes + 1 < Halfway.mostWrongCodes else {
                accounts.halfway.end(token)
                return .redirect(to: "/sign-in")
            }
            let fault = "This is not a code of now, or it was used already. Wait for the next one and type that."
            return .page(page(call, fault: fault), status: .unprocessableContent)
        }
    }

    private static func page(_ call: Call, fault: String?) -> HTML {
        let field = StepFrame.field(
            "code", "Code",
            hint: "The six digits that your authenticator app shows now, or one of your recovery codes.",
            fault: fault, attributes: "inputmode=\"text\" autocomplete=\"one-time-code\" class=\"short\" autofocus")
        return StepFrame(
            call: call, heading: "Show that it is you", fault: fault.map { ("code", $0) }, fields: field,
            button: "Go on",
            below: """
                <p class="small">No phone and no recovery code? Ask your administrator. They will ask you for proof of who
                you are first.</p>
                """,
            path: "/sign-in/code"
        ).html
    }
}

extension Call {
    /// The sign-in under way whose next step is this one; nil where there is none.
    func halfway(_ step: SignInStep) -> (token: String, halfway: Halfway)? {
        guard let token = OwnCookie.halfway(self).value(in: request),
            let found = site.accounts.halfway.find(token, at: site.accounts.clock()), found.left.first == step
        else { return nil }
        return (token, found)
    }
}
