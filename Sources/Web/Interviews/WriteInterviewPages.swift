// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Hummingbird

/// `/episodes/{episode}/interview/write`: the interview written down while it is held, or after it. Nothing typed is lost.
enum WriteInterviewPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let draft = try await call.site.accounts.draft(call.path, of: call.account)
        let form = WriteInterviewForm(call, typed: draft?.fields ?? FormFields())
        return .page(WriteInterviewView(form, faults: [], keptAt: draft?.keptAt).html)
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let place = "/episodes/\(call.episode.id.number)/interview"
        if call.form["do"] == "later" {
            var kept = call.form
            kept.remove { FormFields.ownNames.contains($0) || $0 == "do" }
            try await call.site.accounts.keep(kept, as: call.path, for: call.account)
            return .redirect(to: "\(place)?kept=1")
        }
        let form = WriteInterviewForm(call, typed: call.form)
        let (acts, faults) = form.read()
        if !faults.isEmpty { return refused(form, faults) }
        return try await call.record(acts) { _ in
            "\(place)?recorded=interview-held"
        } orShow: { refusal in
            let control = refusal.detail == .at ? ActForm.occurredName : "before"
            return refused(form, [FieldFault(control: control, says: refusal.inFull)])
        }
    }

    private static func refused(_ form: WriteInterviewForm, _ faults: [FieldFault]) -> Response {
        .page(WriteInterviewView(form, faults: faults, keptAt: nil).html, status: .unprocessableContent)
    }
}
