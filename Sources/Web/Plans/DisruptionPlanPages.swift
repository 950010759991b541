// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership

/// `/concerns/{concern}/plan`: what is done against what happens at a place of concern, or against what a person of
/// concern does: line by line, with who does it, by when, and what shows it. It names no child.
enum DisruptionPlanPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let entry = try entry(call)
        let form = AreaPlanForm(call, typed: call.query, of: .disrupting(entry.number))
        return .page(page(call, entry, form: form, faults: []))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let entry = try entry(call)
        let subject = PlanSubject.disrupting(entry.number)
        guard let form = AreaPlanForm(call, typed: call.form, of: subject) else { throw PageFault.notFound }
        let (act, faults) = form.read()
        if !faults.isEmpty {
            return .page(page(call, entry, form: form, faults: faults), status: .unprocessableContent)
        }
        return try await call.record([act]) { receipt in
            "\(subject.path)?recorded=yes#l\(form.line?.number ?? Int(receipt.last.number))"
        } orShow: { refusal in
            .page(page(call, entry, form: form, faults: [form.fault(for: refusal)]), status: .unprocessableContent)
        }
    }

    private static func entry(_ call: Call) throws(PageFault) -> ConcernEntry {
        guard let number = call.parameters["concern"].flatMap({ Int($0) }), let entry = call.state.concerns[number],
            call.access.mayRead(entry)
        else { throw .notFound }
        return entry
    }

    private static func page(_ call: Call, _ entry: ConcernEntry, form: AreaPlanForm?, faults: [FieldFault]) -> HTML {
        let subject = PlanSubject.disrupting(entry.number)
        let plan = AreaPlan(call.state.planLines, disrupting: entry.number)
        let mayWrite = call.account.role.mayRecord(.planLineWritten)
        let told: HTML = call.query["recorded"] == "yes" ? Parts.notice("<p><b>Recorded.</b></p>") : HTML()
        let late = plan.overdueCount(at: call.now)
        let parts = plan.parts.map { AreaPlanView(part: $0, subject: subject, call: call, mayWrite: mayWrite).html }
        let main: HTML = """
            \(Parts.breadcrumbs([("Places and people of concern", "/concerns"), (entry.name, "/concerns/\(entry.number)")], "Plan"))
            <h1>Disruption plan: \(entry.name)</h1><p class="lead">What is done so that this \(entry.kind == .person ? "person" : "place") harms no child: \
            what, how, who, by when, and what shows it. Write no child’s name here. \(late == 0 ? "Nothing is overdue." : "Overdue: \(late).")</p>
            \(told)\(form?.html(faults) ?? HTML())\(parts)\(AreaPlanView.ended(plan.ended, call))
            """
        return call.page(
            (faults.isEmpty ? "" : "Error: ") + "Disruption plan: \(entry.name)", main, in: .concerns)
    }

    /// What the entry's own page says of its plan.
    static func card(_ entry: ConcernEntry, _ call: Call) -> HTML {
        let plan = AreaPlan(call.state.planLines, disrupting: entry.number)
        let lines = plan.lines
        let mayWrite = call.account.role.mayRecord(.planLineWritten)
        if lines.isEmpty, !mayWrite { return HTML() }
        let late = plan.overdueCount(at: call.now)
        let rows = lines.filter { $0.progress != .done }.prefix(4).map { line -> HTML in
            "<li>\(line.isOverdue(at: call.now) ? Tag("Overdue", .now).html : HTML())\(line.what)</li>"
        }
        let says =
            lines.isEmpty
            ? "Nothing is planned against it yet."
            : "\(lines.count { $0.progress == .done }) of \(lines.count) done.\(late == 0 ? "" : " Overdue: \(late).")"
        let list: HTML = rows.isEmpty ? HTML() : "<ul class=\"plain\">\(rows)</ul>"
        return """
            <section class="card"><h2>Disruption plan</h2><p>\(says)</p>\(list)
            <p><a href="\(PlanSubject.disrupting(entry.number).path)">\(lines.isEmpty ? "Plan what is done" : "The whole plan")</a></p></section>
            """
    }
}
