// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership
import WorkingTime

/// `/children/{child}/unreported`: an episode that came to notice without anybody having told police, recorded afterwards.
enum UnreportedPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        guard call.access.mayRecord(.reported, on: call.child.id) else { throw PageFault.notFound }
        return .page(page(call, typed: call.query, faults: []))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        guard call.access.mayRecord(.reported, on: call.child.id) else { throw PageFault.notFound }
        var faults: [FieldFault] = []
        let since = time("missingSince", call, &faults)
        let until = time("until", call, &faults)
        if call.form["rationale"].isEmpty {
            faults.append(FieldFault(control: "rationale", says: "Say how it came to notice"))
        }
        if call.state.openEpisode(of: call.child.id) != nil {
            faults.append(FieldFault(control: "act", says: "The child is away now: add to the open episode instead."))
        }
        guard faults.isEmpty, let since, let until else {
            return .page(page(call, typed: call.form, faults: faults), status: .unprocessableContent)
        }
        let acts = acts(call, since: since, until: until)
        return try await call.record(acts) { receipt in
            "/episodes/\(receipt.episode?.number ?? 0)?recorded=reported"
        } orShow: { refusal in
            let fault = FieldFault(control: "until", says: refusal.inFull)
            return .page(page(call, typed: call.form, faults: [fault]), status: .unprocessableContent)
        }
    }

    private static func acts(_ call: Call, since: UncertainTime, until: UncertainTime) -> [Act] {
        let told: Details = [
            .kind: .word(CareKind.unreported.rawValue), .missingSince: .time(since),
            .rationale: .text(call.form["rationale"]), .to: .word("social-worker"),
        ]
        return [
            Act(.reported, .child(call.child.id), occurredAt: .at(call.now), details: told),
            Act(.returned, .sameAsBefore, occurredAt: until),
        ]
    }

    private static func time(_ name: String, _ call: Call, _ faults: inout [FieldFault]) -> UncertainTime? {
        do {
            return try TimeFields.read(name, in: call.form, now: call.now)
        } catch {
            var says = "Give the time, as exactly as it is known"
            if case .says(let text) = error { says = text }
            faults.append(FieldFault(control: name, says: says))
            return nil
        }
    }

    private static func page(_ call: Call, typed: FormFields, faults: [FieldFault]) -> HTML {
        let child = call.child
        let telling = Telling(state: call.state, now: call.now)
        let control: (String, HTML) -> HTML = { name, legend in
            let fault: HTML =
                faults.first { $0.control == name }.map { fault -> HTML in "<p class=\"error\">\(fault.says)</p>" }
                ?? HTML()
            return TimeControl(name: name, typed: typed, kind: .past, now: call.now).html(legend: legend, fault: fault)
        }
        let wrong = faults.first { $0.control == "rationale" }?.says
        let title = "Away, and nobody reported it"
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (child.facts.name, "/children/\(child.id.number)")], title))
            <div class="narrow"><h1>\(title)</h1><p class="lead">For \(telling.nameWithAge(child)). Recorded afterwards, it counts as an unreported episode: police
            are not asked to classify it, the family is encouraged to report the next time, and the child is offered an interview as after
            any other. <span class="small">SG ¶10, ¶39</span></p>\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)
            <form method="post" action="\(call.path)" class="stack" id="act">\(Parts.hidden(call))\
            \(control("missingSince", "Since when were they away?"))\(control("until", "When did they come back?"))
            <div class="field\(" wrong", when: wrong != nil)"><label for="rationale">How did it come to notice?</label>
            <p class="hint" id="rationale-hint">Who said so, and why nobody had reported it, as far as you know.</p>\
            \(wrong.map { text -> HTML in "<p class=\"error\" id=\"rationale-error\">\(text)</p>" })
            <textarea id="rationale" name="rationale" rows="4" aria-describedby="rationale-hint">\(typed["rationale"])</textarea></div>
            <p class="submit"><button class="btn">Record it</button> <a href="/children/\(child.id.number)">Cancel</a></p></form></div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + title, main, in: .children)
    }
}
