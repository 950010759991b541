// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The requests for one child's record, and the form for another.
struct SubjectAccessView {
    let call: Call

    init(_ call: Call) { self.call = call }

    private var child: Child { call.child }

    var list: HTML {
        let requests = child.facts.protection.subjectAccess
        if requests.isEmpty { return "<p>Nobody has asked for it so far.</p>" }
        return requests.reversed().map(row).joined()
    }

    private func row(_ request: SubjectAccess) -> HTML {
        let place = "/children/\(child.id.number)/subject-access/\(request.position)"
        let kind = SubjectAccessPages.kinds.first { $0.code == request.kind }?.says ?? request.kind.spaced
        let rows: [(String, HTML)] = [
            ("Who asks", HTML(text: request.name)), ("As", HTML(text: kind)),
            ("Received", HTML(text: Spoken.fullDate(London.date(of: request.requestedAt)))),
            ("Answer due", RequestDue(request, now: call.now).html),
            ("Answered", request.answeredAt.map { Clock(now: call.now).moment($0) } ?? HTML()),
        ]
        let acts: HTML =
            request.answeredAt != nil
            ? "<p>\(Parts.button("What was given", to: "\(place)/pack", "quiet"))</p>"
            : "<p class=\"buttons\">\(Parts.button("Read and decide", to: place)) \(Parts.button("Give it", to: "\(place)/release", "quiet"))</p>\(extend(request, place))"
        return
            "<section class=\"card\"><h2>Request \(request.position.number)</h2>\(Parts.summary(rows))\(acts)</section>"
    }

    private func extend(_ request: SubjectAccess, _ place: String) -> HTML {
        if request.isExtended { return "<p class=\"small\">The time was extended to three months.</p>" }
        return """
            <details><summary>More time is needed</summary><form method="post" action="\(place)/extend" class="stack">\(Parts.hidden(call))
            <div class="field"><label for="reason">Why, and when was the person told?</label>
            <p class="hint" id="reason-hint">Two months more are allowed where a request is complex, if the person is told so, with the reason, within the first month: UK GDPR article 12(3).</p>
            <textarea id="reason" name="reason" rows="2" aria-describedby="reason-hint"></textarea></div><p><button class="btn quiet">Extend to three months</button></p></form></details>
            """
    }

    func form(_ faults: [(control: String, says: String)]) -> HTML {
        let typed = call.form
        let kinds = SubjectAccessPages.kinds.map { code, says -> HTML in
            "<label class=\"choice\"><input type=\"radio\" name=\"kind\" value=\"\(code)\"\(" checked", when: typed["kind"] == code)> \(says)</label>"
        }
        return """
            <section class="card"><h2>Record a request</h2><form method="post" action="/children/\(child.id.number)/subject-access" class="stack">\(Parts.hidden(call))
            \(TypedField("name", "Who asks?", "", faults).html("<input id=\"name\" name=\"name\" value=\"\(typed["name"])\" autocomplete=\"off\""))
            <fieldset class="field" id="kind" tabindex="-1"><legend>As whom?</legend>\(TypedField("kind", "", "", faults).fault)<div class="choices">\(kinds)</div></fieldset>
            \(TypedField("received", "When did it come?", "Where identity had to be asked for first, the date on which it was shown: the month runs from then.", faults).html("<input id=\"received\" name=\"received\" type=\"date\" class=\"short\" value=\"\(typed["received"])\""))
            \(TypedField("identity", "How was it made sure who asks, and that they may?", "The document seen, who has parental responsibility, the authority that was shown. Of a child: whether they understand what they ask for.", faults).html("<textarea id=\"identity\" name=\"identity\" rows=\"3\"", "\(typed["identity"])</textarea>"))
            <p class="submit"><button class="btn">Record the request</button></p></form></section>
            """
    }
}

/// One control with its label, hint and fault.
struct TypedField {
    let name: String
    let label: String
    let hint: String
    let says: String?

    init(_ name: String, _ label: String, _ hint: String, _ faults: [(control: String, says: String)]) {
        (self.name, self.label, self.hint) = (name, label, hint)
        says = faults.first { $0.control == name }?.says
    }

    var fault: HTML {
        says.map { says -> HTML in
            "<p class=\"error\" id=\"\(name)-error\"><span class=\"unseen\">Error:</span> \(says)</p>"
        } ?? HTML()
    }

    /// `control` is the opening of the control without its last bracket; `rest` what follows it.
    func html(_ control: HTML, _ rest: HTML = "") -> HTML {
        let ids = [hint.isEmpty ? nil : "\(name)-hint", says == nil ? nil : "\(name)-error"].compactMap(\.self)
        let described: HTML = ids.isEmpty ? "" : " aria-describedby=\"\(ids.joined(separator: " "))\""
        let hint: HTML = hint.isEmpty ? "" : "<p class=\"hint\" id=\"\(name)-hint\">\(hint)</p>"
        return """
            <div class="field\(" wrong", when: says != nil)"><label for="\(name)">\(label)</label>\(hint)\(fault)\
            \(control)\(described)\(" aria-invalid=\"true\"", when: says != nil)>\(rest)</div>
            """
    }
}

/// By when a request is to be answered, with whether that is past.
struct RequestDue {
    let due: CivilDate?
    let isOpen: Bool
    let today: CivilDate

    init(_ request: SubjectAccess, now: Instant) {
        due = request.due.map { London.date(of: $0) }
        isOpen = request.answeredAt == nil
        today = London.date(of: now)
    }

    var html: HTML {
        guard let due else { return "not known" }
        let days = today.days(until: due)
        let tag: HTML =
            !isOpen ? "" : days < 0 ? Tag("Overdue", .now).html : days <= 7 ? Tag("Due soon", .soon).html : ""
        return "\(Spoken.fullDate(due)) \(tag)"
    }
}
