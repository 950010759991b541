// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird

/// `/children/{child}/why`: why somebody sees what they see of a record, and why not the rest.
enum WhyPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let title = "Why you see what you see"
        let name = call.child.facts.name
        let isNamed = call.access.maySee(.identity, of: call.child.id)
        let back: [(String, String)] =
            isNamed ? [("Children", "/children"), (name, "/children/\(call.child.id.number)")] : [("Board", "/")]
        let main: HTML = """
            \(Parts.breadcrumbs(back, title))
            <h1>\(title)</h1><p class="lead">\(isNamed ? "Of \(name)’s record" : "Of this record"), to you as
            \(call.account.role.spoken)\(Telling(state: call.state, now: call.now).agency(call.account.agency).map { " at \($0)" } ?? "").
            The same table decides on every page, form and download.</p>
            \(opening(call))<section class="card"><h2>Part by part</h2><ul class="plain why">\(RecordPart.allCases.map { row($0, call) })</ul></section>
            <p class="small">If this is wrong, ask your administrator: your role or your agency may be, or who is allocated to the child.</p>
            """
        return .page(call.page(title, main, in: .children))
    }

    private static func row(_ part: RecordPart, _ call: Call) -> HTML {
        let answer = call.access.answer(.see, part, of: call.child.id)
        let more = [RecordAct.add, .decide, .export].filter { call.access.may($0, part, of: call.child.id) }
            .map(said)
        let also = more.isEmpty ? "" : "You may also \(Self.list(more))."
        let tag = answer.isAllowed ? Tag("You see it", .ok) : Tag("Held back", .wait)
        return """
            <li><h3>\(part.spoken.capitalisedFirst) \(tag.html)</h3><p>\(answer.says.joined(separator: " ")) <span class="small">\(also)</span></p></li>
            """
    }

    private static func said(_ act: RecordAct) -> String {
        switch act {
        case .see: "read it"
        case .add: "write in it"
        case .decide: "decide about it"
        case .export: "take it out"
        }
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) and \(last)"
    }

    private static func opening(_ call: Call) -> HTML {
        guard RouteDeciding.mayOpen(call.child.id, call.access) else { return HTML() }
        return """
            <section class="card next soon"><h2>Is somebody in danger?</h2><p>You have a safeguarding duty, so you may open what is held back
            from you. You say why; it is shown to those who keep this record, and looked at the next working day.</p>
            <p>\(Parts.button("Open what is held back", to: "/children/\(call.child.id.number)/open-record", "quiet"))</p></section>
            """
    }
}
