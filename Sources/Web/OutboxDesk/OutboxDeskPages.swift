// SPDX-License-Identifier: MIT

import Analysis
import Hummingbird
import Partnership
import WorkingTime

/// `/outbox`: which messages wait, which arrived, and which nobody tries any more until somebody mends them.
enum OutboxDeskPages {
    @Sendable static func show(_ call: Call) async throws -> Response { .page(try page(call)) }

    /// Tries one dead message again, or all.
    @Sendable static func replay(_ call: Call) async throws -> Response {
        let which = call.form["message"]
        guard which == "all" || Int64(which) != nil else { return .redirect(to: "/outbox") }
        let count = try await call.site.outbox.replay(Int64(which).map { [$0] }, by: call.account.worker)
        return .redirect(to: "/outbox?tried=\(count)")
    }

    /// Corrects where a message goes, and tries it again.
    @Sendable static func mend(_ call: Call) async throws -> Response {
        let outbox = call.site.outbox
        guard let id = Int64(call.form["message"]), let message = try outbox.message(id) else {
            return .redirect(to: "/outbox")
        }
        guard let address = NoticeAddress.read(call.form["address"], for: message.way) else {
            let says = message.way == .text ? "This is not a mobile number." : "This is not an email address."
            return .page(try page(call, fault: ("address-\(id)", says)), status: .unprocessableContent)
        }
        guard try await call.site.accounts.correct(message.way, to: address, ofWorker: message.to) else {
            let says = "They have no sign-in any more."
            return .page(try page(call, fault: ("address-\(id)", says)), status: .unprocessableContent)
        }
        try outbox.noteMended(id, by: call.account.worker)
        let count = try await outbox.replay([id], by: call.account.worker)
        return .redirect(to: "/outbox?tried=\(count)")
    }

    private static func page(_ call: Call, fault: (control: String, says: String)? = nil) throws -> HTML {
        let outbox = call.site.outbox
        let view = OutboxDeskView(
            call: call, dead: try outbox.messages(.dead), waiting: try outbox.messages(.waiting, most: 50),
            delivered: try outbox.messages(.delivered, most: 20), counts: try outbox.counts(), acts: try outbox.acts(),
            fault: fault)
        return call.page((fault == nil ? "" : "Error: ") + "Notices on their way", view.html, in: .administration)
    }
}
