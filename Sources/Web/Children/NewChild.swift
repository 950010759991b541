// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership

/// `/children/new`: a child becomes known to the partnership.
enum NewChild {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let draft = try await call.site.accounts.draft(call.path, of: call.account)
        return .page(page(call, typed: draft?.fields ?? FormFields(), faults: []))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let form = form(call)
        let (act, faults) = form.read(call.form, for: .newChild, now: call.now)
        if !faults.isEmpty { return .page(page(call, typed: call.form, faults: faults), status: .unprocessableContent) }
        return try await call.record([act]) { receipt in
            "/children/\(receipt.child?.number ?? 0)"
        } orShow: { refusal in
            .page(page(call, typed: call.form, faults: [form.fault(for: refusal)]), status: .unprocessableContent)
        }
    }

    private static func form(_ call: Call) -> ActForm {
        let setting = Choices.Setting(
            state: call.state, pack: call.site.partnership.shelf.standing, role: call.account.role)
        return ActForm(.childRegistered, in: setting)
    }

    private static func page(_ call: Call, typed: FormFields, faults: [FieldFault]) -> HTML {
        let view = ActFormView(form: form(call), typed: typed, faults: faults, call: call, button: "Register the child")
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), ("Children", "/children")], "Register a child"))
            <div class="narrow"><h1>Register a child</h1><p class="lead">Search first, so that nobody stands in the record twice.
            You see the child afterwards only if your role and your agency may.</p>\(view.html)</div>
            """
        return call.page(
            (faults.isEmpty ? "" : "Error: ") + "Register a child", main, in: .children, scripts: [StaticFiles.drafts])
    }
}
