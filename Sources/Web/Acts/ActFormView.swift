// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// Draws the form for an act, with what was typed and what is wrong with it.
struct ActFormView {
    let form: ActForm
    let typed: FormFields
    let faults: [FieldFault]
    /// A guardrail that stands in the way, with its source and the way on.
    var guardrail: GuardrailRefusal?
    var draftKeptAt: Instant?
    let call: Call
    let button: String
    /// What the form carries besides, unseen.
    var carried = HTML()

    var html: HTML {
        let action = call.path
        let kept = draftKeptAt.map { at -> HTML in
            """
            <div class="notice" role="status"><p>You began this \(Clock(now: call.now).moment(at)); what you typed then is here.
            <a href="\(action)?afresh=1">Start afresh</a></p></div>
            """
        }
        return """
            \(ErrorSummary(faults.map { ($0.control, $0.says) }).html)\(guardrailPart)\(kept)
            <form method="post" action="\(action)" class="stack" id="act" data-draft="\(action)">\(Parts.hidden(call, draft: action))\
            \(entry)\(carried)\(brought)
            \(required)\(occurred)\(others)
            <p class="submit"><button class="btn">\(button)</button> <span class="small" data-kept aria-live="polite"></span></p></form>
            """
    }

    /// What the address brought along and no control shows: which meeting, which line.
    private var brought: HTML {
        ActForm.carried.flatMap { key in
            typed.values(key.name).map { value -> HTML in
                "<input type=\"hidden\" name=\"\(key.name)\" value=\"\(value)\">"
            }
        }.joined()
    }

    /// The entry that the act is about, which the form's address names, where no control asks for it.
    private var entry: HTML {
        form.fields.contains { $0.key == .what }
            ? HTML() : "<input type=\"hidden\" name=\"what\" value=\"\(typed["what"])\">"
    }

    private var required: HTML { draw(form.fields.filter(\.isRequired)) }

    private var occurred: HTML {
        let name = ActForm.occurredName
        let fault = faults.first { $0.control == name }?.says
        let text: HTML = fault.map { says -> HTML in "<p class=\"error\">\(says)</p>" } ?? HTML()
        let legend: HTML = form.word == .corrected ? "When was this correction made?" : "When did it happen?"
        return TimeControl(name: name, typed: typed, kind: .pastOrNow, now: call.now).html(legend: legend, fault: text)
    }

    /// What may be added stands open where there is little of it, or where something is filled in or wrong.
    private var others: HTML {
        let optional = form.fields.filter { !$0.isRequired }
        let first = optional.prefix(form.fields.contains(where: \.isRequired) ? 4 : 7)
        let rest = optional.dropFirst(first.count)
        if rest.count <= 2 { return draw(optional) }
        let isOpen = rest.contains { field in
            faults.contains { $0.control == field.name }
                || typed.all.contains { $0.name == field.name && !$0.value.isEmpty }
        }
        return """
            \(draw(Array(first)))<details\(" open", when: isOpen)><summary>More that may be known: \(rest.count) questions</summary>
            \(draw(Array(rest)))</details>
            """
    }

    private func draw(_ fields: [ActField]) -> HTML {
        fields.map { field in
            let fault = faults.first { $0.control == field.name }?.says
            return ControlView(field: field, typed: typed, fault: fault, now: call.now).html
        }.joined()
    }

    private var guardrailPart: HTML {
        guard let guardrail else { return HTML() }
        let who = guardrail.needs.map(\.spoken).joined(separator: " or ")
        let needs: HTML = guardrail.needs.isEmpty ? HTML() : "<p>A \(who) may do it, with a rationale.</p>"
        return """
            <div class="card next guardrail"><h2>The protocol stands in the way</h2><p>\(guardrail.says)</p>\(needs)
            <p><b>The way on:</b> \(guardrail.wayOn)</p><p class="small">\(guardrail.source)</p></div>
            """
    }
}
