// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership
import Procedures

/// `/area-duties`: the regular work of the area, which belongs to no child: reports, audits, panels.
enum AreaDutyPages {
    /// With `?duty=…`, the form for recording that one stands open.
    @Sendable static func show(_ call: Call) async throws -> Response {
        let areas = AreaDutyModel.areas(for: call)
        var form: AreaDutyForm?
        if call.account.role.mayRecord(.areaDutyDone), !call.query["duty"].isEmpty {
            let draft = try await call.site.accounts.draft(AreaDutyForm.path, of: call.account)
            let kept = draft.flatMap { $0.fields["duty"] == call.query["duty"] ? $0.fields : nil }
            form = self.form(call, areas, call.query.merging(kept ?? FormFields()))
        }
        return .page(page(call, areas, form, faults: []))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let areas = AreaDutyModel.areas(for: call)
        guard call.account.role.mayRecord(.areaDutyDone), let form = form(call, areas, call.form) else {
            throw PageFault.notFound
        }
        let (act, faults) = form.read()
        if !faults.isEmpty { return refused(call, areas, form, faults) }
        return try await call.record([act]) { _ in
            "\(AreaDutyForm.path)?recorded=\(FormFields.encode(form.duty.id))"
        } orShow: { refusal in
            refused(call, areas, form, [form.fault(for: refusal)])
        }
    }

    private static func form(_ call: Call, _ areas: [AreaDutyModel], _ typed: FormFields) -> AreaDutyForm? {
        for area in areas {
            if let duty = area.duty(typed["duty"], for: call.account.role) {
                return AreaDutyForm(duty: duty, pack: area.pack, typed: typed, call: call)
            }
        }
        return nil
    }

    private static func refused(
        _ call: Call, _ areas: [AreaDutyModel], _ form: AreaDutyForm, _ faults: [FieldFault]
    ) -> Response {
        .page(page(call, areas, form, faults: faults), status: .unprocessableContent)
    }

    private static func page(
        _ call: Call, _ areas: [AreaDutyModel], _ form: AreaDutyForm?, faults: [FieldFault]
    ) -> HTML {
        let role = call.account.role
        let whose = role.overseesAreaDuties ? "You see what everybody owes." : "You see what you owe."
        let recorded = areas.lazy.compactMap { $0.duty(call.query["recorded"], for: role) }.first
        let told: HTML =
            recorded.map { Parts.notice("<p>Recorded as done: \(Duty.shortTitle(of: $0.id)).</p>") } ?? HTML()
        let none: HTML = areas.isEmpty ? "<p>The protocol in force asks for no regular work here.</p>" : HTML()
        let views = areas.map { AreaDutyView(area: $0, isOneOfSeveral: areas.count > 1, call: call).html }
        let kept: HTML =
            role.overseesAreaDuties
            ? "<p><a href=\"\(KeptDutiesPage.path)\">How the duties of episodes were kept</a></p>" : HTML()
        let main: HTML = """
            <div class="area-duties narrow"><h1>The area's regular work</h1>
            <p class="lead">What the protocol asks for again and again, or because of a place, and which belongs to no one child. \(whose)</p>
            \(kept)\(told)\(form?.html(faults) ?? HTML())\(none)\(views)</div>
            """
        let title = (faults.isEmpty ? "" : "Error: ") + "The area's regular work"
        return call.page(title, main, in: .areaDuties)
    }
}
