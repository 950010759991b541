// SPDX-License-Identifier: MIT

import Analysis
import Hummingbird

/// `/you/second-factor` and `/you/recovery-codes`: who is signed in sets up a phone, or makes new recovery codes.
enum OwnSecondFactor {
    @Sendable static func show(_ call: Call) async throws -> Response {
        if let asked = call.proofAsked(back: path) { return asked }
        return .page(page(call, call.site.accounts.offers.offer(to: call.account)).html)
    }

    @Sendable static func take(_ call: Call) async throws -> Response {
        if let asked = call.proofAsked(back: path) { return asked }
        let (accounts, secret) = (call.site.accounts, call.site.accounts.offers.offer(to: call.account))
        guard let codes = try await accounts.enrol(secret, code: call.form["code"], for: call.account) else {
            var page = page(call, secret)
            page.fault = EnrolmentPage.wrongCode
            return .page(page.html, status: .unprocessableContent)
        }
        accounts.offers.end(of: call.account)
        return try await call.renewed(to: "/you", page: RecoveryCodesPage.made(call, codes, next: "/you"))
    }

    @Sendable static func showCodes(_ call: Call) async throws -> Response {
        if let asked = call.proofAsked(back: "/you/recovery-codes") { return asked }
        return .page(
            StepFrame(
                call: call, heading: "New recovery codes",
                above: "<p class=\"lead\">The codes that you have now are then worth nothing.</p>", fields: HTML(),
                button: "Make new ones", path: "/you/recovery-codes"
            ).html)
    }

    @Sendable static func makeCodes(_ call: Call) async throws -> Response {
        if let asked = call.proofAsked(back: "/you/recovery-codes") { return asked }
        guard try await call.site.accounts.secondFactor(of: call.account).isSet else { return .redirect(to: "/you") }
        let codes = try await call.site.accounts.makeRecoveryCodes(for: call.account)
        return .page(RecoveryCodesPage.made(call, codes, next: "/you"))
    }

    private static let path = "/you/second-factor"

    private static func page(_ call: Call, _ secret: TOTPSecret) -> EnrolmentPage {
        EnrolmentPage(call: call, account: call.account, secret: secret, path: path)
    }
}
