// SPDX-License-Identifier: MIT

import Analysis
import Hummingbird

/// `/sign-in/new-password`: who was given a password chooses their own.
enum NewPasswordStep {
    @Sendable static func show(_ call: Call) async throws -> Response {
        guard call.halfway(.newPassword) != nil else { return .redirect(to: "/sign-in") }
        return .page(page(call, fault: nil))
    }

    @Sendable static func choose(_ call: Call) async throws -> Response {
        guard let (token, halfway) = call.halfway(.newPassword) else { return .redirect(to: "/sign-in") }
        do {
            try await call.site.accounts.choose(call.form.typed("new-password"), for: halfway.account)
        } catch let refusal as PasswordRefusal {
            return .page(page(call, fault: refusal.says), status: .unprocessableContent)
        }
        return try SignIn.answer(try await call.site.accounts.stepDone(.newPassword, token), call)
    }

    /// The control for a password that somebody chooses.
    static func field(fault: String?) -> HTML {
        StepFrame.field(
            "new-password", "New password", type: "password",
            hint: "At least 12 characters, blanks too. Three or four words that you remember do well.", fault: fault,
            attributes: "autocomplete=\"new-password\" minlength=\"12\"")
    }

    private static func page(_ call: Call, fault: String?) -> HTML {
        StepFrame(
            call: call, heading: "Choose your own password", fault: fault.map { ("new-password", $0) },
            above: "<p class=\"lead\">The one you were given was for this once.</p>", fields: field(fault: fault),
            button: "Keep this password", path: "/sign-in/new-password"
        ).html
    }
}
