// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import Procedures

/// `/area-plan`: the area's own plan under its heads, read by those who work under it and edited line by line.
enum AreaPlanPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(page(call, form: AreaPlanForm(call, typed: call.query, of: .area), faults: []))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        guard let form = AreaPlanForm(call, typed: call.form, of: .area) else { throw PageFault.notFound }
        let (act, faults) = form.read()
        if !faults.isEmpty { return .page(page(call, form: form, faults: faults), status: .unprocessableContent) }
        return try await call.record([act]) { receipt in
            "/area-plan?recorded=yes#l\(form.line?.number ?? Int(receipt.last.number))"
        } orShow: { refusal in
            .page(page(call, form: form, faults: [form.fault(for: refusal)]), status: .unprocessableContent)
        }
    }

    private static func page(_ call: Call, form: AreaPlanForm?, faults: [FieldFault]) -> HTML {
        let plan = AreaPlan(call.state.planLines)
        let mayWrite = call.account.role.mayRecord(.planLineWritten)
        let told: HTML = call.query["recorded"] == "yes" ? Parts.notice("<p><b>Recorded.</b></p>") : HTML()
        let late = plan.overdueCount(at: call.now)
        let main: HTML = """
            <h1>The area’s plan</h1><p class="lead">What the partnership does so that fewer children go missing and those who do come to less harm: \
            what, how, who, by when, and what shows it. It names no child. \(late == 0 ? "Nothing is overdue." : "Overdue: \(late).")</p>
            \(told)\(form?.html(faults) ?? HTML())\(plan.parts.map { AreaPlanView(part: $0, subject: .area, call: call, mayWrite: mayWrite).html })\
            \(AreaPlanView.ended(plan.ended, call))
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + "The area’s plan", main, in: .areaDuties)
    }
}
