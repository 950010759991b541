// SPDX-License-Identifier: MIT

import Analysis
import Hummingbird
import WorkingTime

/// `/you/prove`: who is signed in shows once more that it is they, before something that is hard to undo.
enum OwnProof {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let isByCode = try await isByCode(call)
        if !isByCode, try await call.site.accounts.signsInOnlyElsewhere(call.account) != nil {
            return .redirect(to: "/sign-in/provider?next=\(FormFields.encode(call.next))")
        }
        return .page(page(call, isByCode))
    }

    @Sendable static func prove(_ call: Call) async throws -> Response {
        let (accounts, isByCode) = (call.site.accounts, try await isByCode(call))
        let outcome =
            isByCode
            ? try await accounts.check(code: call.form["code"], of: call.account, from: call.visit)
            : try await accounts.prove(password: call.form.typed("password"), of: call.account, from: call.visit)
        switch outcome {
        case .right, .rightRecoveryCode: return try await call.renewed(to: call.next)
        case .wrong:
            let fault = isByCode ? "This is not a code of now, or it was used already." : "This is not your password."
            return .page(page(call, isByCode, fault: fault), status: .unprocessableContent)
        case .wait(let seconds):
            let fault = "Too many tries. Wait \(seconds) seconds and try again."
            return .page(page(call, isByCode, fault: fault), status: .tooManyRequests)
        }
    }

    /// Who has a second factor proves it with that, which nobody can have read over their shoulder.
    private static func isByCode(_ call: Call) async throws -> Bool {
        try await call.site.accounts.secondFactor(of: call.account).isSet
    }

    private static func page(_ call: Call, _ isByCode: Bool, fault: String? = nil) -> HTML {
        let field =
            isByCode
            ? StepFrame.field(
                "code", "Code", hint: "The six digits that your authenticator app shows now, or a recovery code.",
                fault: fault, attributes: "autocomplete=\"one-time-code\" class=\"short\"")
            : StepFrame.field(
                "password", "Password", type: "password", fault: fault,
                attributes: "autocomplete=\"current-password\"")
        return StepFrame(
            call: call, heading: "Show that it is you",
            fault: fault.map { (isByCode ? "code" : "password", $0) },
            above:
                "<p class=\"lead\">What comes next is hard to undo, so it asks once more who you are. It holds for 15 minutes.</p>",
            fields: field, button: "Go on", path: "/you/prove"
        ).html
    }
}

extension Call {
    /// Nil where who is signed in has given a password or a code within the last 15 minutes; else the way to do so and
    /// back to `place`. A handler of something that is hard to undo asks this first.
    func proofAsked(back place: String) -> Response? {
        if let session, site.accounts.clock() - session.provedAt <= SessionLimits.provedFor { return nil }
        return .redirect(to: "/you/prove?next=\(FormFields.encode(LocalPath(place).text))")
    }
}

extension Accounts {
    /// Checks the password of somebody who is signed in, slowed down as a code is.
    func prove(password: String, of account: Account, from visit: Visit) async throws -> CodeOutcome {
        let trying = Trying(email: account.email, prefix: "", device: "password")
        let wait = codeThrottle.waitSeconds(trying, now: clock())
        if wait > 0 { return .wait(seconds: wait) }
        if try await isPassword(password, of: account) {
            codeThrottle.succeeded(trying)
            return .right
        }
        codeThrottle.failed(trying, now: clock())
        try await note(.wrongPassword, of: account, from: visit)
        return .wrong
    }
}
