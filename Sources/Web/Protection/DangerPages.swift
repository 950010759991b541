// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/danger`: somebody is in danger, and a search does not find them.
///
/// A restricted record is in no search, since that it exists is to be kept. Here it is found only by who already knows
/// exactly whom they look for, and finding it opens it: with a reason, on the record, reviewed by somebody else. That
/// nobody is found says nothing: a record that may not be opened is as one that isn't there.
enum DangerPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(page(call, call.query, []))
    }

    @Sendable static func open(_ call: Call) async throws -> Response {
        let form = OpeningForm(typed: call.form)
        let asked = Sought(call.form)
        let faults = asked.faults + form.faults
        if !faults.isEmpty { return .page(page(call, call.form, faults), status: .unprocessableContent) }
        let found = asked.find(in: call.state)
        let seen = found.filter { call.access.maySee(.identity, of: $0) }
        let held = found.filter { !seen.contains($0) && RouteDeciding.mayOpen($0, call.access) }
        try await call.searched(
            asked.words, finding: seen + held, hidden: found.filter { !seen.contains($0) && !held.contains($0) })
        guard let first = seen.first ?? held.first else {
            let fault = FieldFault(control: "name", says: Self.nobody)
            return .page(page(call, call.form, [fault]), status: .unprocessableContent)
        }
        if held.isEmpty { return .redirect(to: "/children/\(first.number)") }
        return try await call.once { () async throws(Recording) -> String in
            try await OpeningPages.record(held, form, call)
            return seen.isEmpty && held.count == 1
                ? "/children/\(first.number)" : "/search?q=\(FormFields.encode(call.form["name"]))"
        } orShow: { refusal in
            let fault = FieldFault(control: "reason", says: refusal.inFull)
            return .page(page(call, call.form, [fault]), status: .unprocessableContent)
        }
    }

    private static let nobody = """
        Nobody is found by exactly that whom you may open. Check every letter and the date; ring the emergency duty team if \
        somebody is in danger now.
        """

    private static func page(_ call: Call, _ typed: FormFields, _ faults: [FieldFault]) -> HTML {
        let title = "Somebody is in danger and I can’t find them"
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), ("Find a child", "/search")], title))
            <div class="narrow">\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)<h1>\(title)</h1>
            <p class="lead">If somebody is in danger now, ring <b>999</b> first. Some records are in no search. If you know exactly who it is, and
            there is one that you may open, this opens it.</p>\(OpeningForm.consequences)
            <form method="post" action="/danger" class="stack">\(Parts.hidden(call))
            \(TextLine("name", "Their whole name", hint: "Every name, as it is in the record.", value: typed["name"], faults: faults).html)
            \(TextLine("born", "Date of birth", hint: "Like 5/6/2009.", value: typed["born"], faults: faults).html)
            \(TextLine("reference", "Or a reference number", hint: "Exactly, in place of name and date.", value: typed["reference"], faults: faults).html)
            \(OpeningForm(typed: typed).html(faults))
            <p class="submit"><button class="btn urgent">Open the record if there is one</button> <a href="/search">Cancel</a></p></form></div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + title, main, in: .children)
    }
}

/// Exactly whom somebody looks for: a whole name with a birth date, or a reference.
struct Sought: Sendable {
    private let name: [String]
    private let born: CivilDate?
    private let reference: String
    /// As they were typed, for the trail of who searched for whom.
    let words: String
    let faults: [FieldFault]

    init(_ form: FormFields) {
        name = ChildFinder.words(form["name"]).sorted()
        born = ChildFinder.date(form["born"])
        reference = ChildFinder.identifier(form["reference"])
        words = [form["name"], form["born"], form["reference"]].filter { !$0.isEmpty }.joined(separator: ", ")
        var faults: [FieldFault] = []
        if reference.isEmpty {
            if name.count < 2 {
                faults.append(FieldFault(control: "name", says: "Write the whole name, or give a reference number."))
            }
            if born == nil {
                faults.append(FieldFault(control: "born", says: "Write the date of birth like 5/6/2009."))
            }
        } else if reference.count < 4 {
            faults.append(FieldFault(control: "reference", says: "Write the whole reference number."))
        }
        self.faults = faults
    }

    func find(in state: State) -> [ChildID] {
        state.children.values.filter { matches($0) }.map(\.id).sorted()
    }

    private func matches(_ child: Child) -> Bool {
        let facts = child.facts
        if !reference.isEmpty {
            return ChildFinder.identifiers.contains {
                facts.identity.word($0).map(ChildFinder.identifier) == reference
            }
        }
        guard facts.born == born else { return false }
        let names = [facts.name, facts.knownAs].compactMap(\.self) + facts.formerly.compactMap { $0.text(.name) }
        return names.contains { ChildFinder.words($0).sorted() == name }
    }
}
