// SPDX-License-Identifier: MIT

import Analysis
import Hummingbird

/// `/sign-in/second-factor`: who must have a second factor and has none sets it up.
enum EnrolmentStep {
    @Sendable static func show(_ call: Call) async throws -> Response {
        guard let (token, halfway) = call.halfway(.enrolment) else { return .redirect(to: "/sign-in") }
        // The same secret as long as it is not taken: who goes back and forth doesn't scan twice.
        let secret = halfway.offered ?? .random()
        call.site.accounts.halfway.change(token) { $0.offered = secret }
        return .page(EnrolmentPage(call: call, account: halfway.account, secret: secret, path: path).html)
    }

    @Sendable static func take(_ call: Call) async throws -> Response {
        guard let (token, halfway) = call.halfway(.enrolment), let secret = halfway.offered else {
            return .redirect(to: "/sign-in")
        }
        let accounts = call.site.accounts
        guard let codes = try await accounts.enrol(secret, code: call.form["code"], for: halfway.account) else {
            var page = EnrolmentPage(call: call, account: halfway.account, secret: secret, path: path)
            page.fault = EnrolmentPage.wrongCode
            return .page(page.html, status: .unprocessableContent)
        }
        let outcome = try await accounts.stepDone(.enrolment, token)
        return try SignIn.answer(outcome, call, to: RecoveryCodesPage.made(call, codes, next: call.next))
    }

    private static let path = "/sign-in/second-factor"
}
