// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/children/{child}` with its pen picture, and `/children`.
enum ChildPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let looks = try await ChildLooksPages.notice(call)
        return try await call.remembered(beside: looks) { call in
            let child = call.child
            // Photos and papers are large, and stand in a list of their own.
            let marks = child.history.recorded.filter { $0.word != .documentAdded }
            let (told, penPicture) = try await call.toldWithPenPicture(Array(marks.suffix(60)), of: child)
            let model = ChildModel(call, child, told: told, penPicture: penPicture)
            let recorded = EventWord(rawValue: call.query["recorded"]).map { word -> HTML in
                Parts.notice("<p><b>Recorded:</b> \(ActWords.title(word)).</p>")
            }
            let page = call.page(
                child.facts.name, "\(recorded)\(ChildView(model: model).html)\(looks)", in: .children)
            return WrittenPage(page)
        }
    }

    /// `/children/{child}/pen-picture`: on one page, for those who look for the child.
    @Sendable static func showPenPicture(_ call: Call) async throws -> Response {
        let child = call.child
        let view = PenPictureView(
            child: child, written: try await penPicture(of: child, call),
            telling: Telling(state: call.state, now: call.now), seen: call.seen(of: child.id))
        return .page(call.page("Pen picture: \(child.facts.name)", view.page, in: .children))
    }

    /// `/children`: those whom the visitor looks after, or the way to search.
    @Sendable static func list(_ call: Call) async throws -> Response {
        let found = ChildFinder(call).residents()
        try await call.shows(found.map(\.id))
        let telling = Telling(state: call.state, now: call.now)
        let own: HTML =
            found.isEmpty
            ? "<p>Find a child by name, by birth date, or by a reference number.</p>"
            : "<ul class=\"rows\">\(found.map { FoundView.row($0, telling, call.access) })</ul>"
        let register: HTML =
            call.account.role.registersChildren
            ? Parts.button("Register a child", to: "/children/new", "quiet") : HTML()
        let matches: HTML =
            call.account.role.mayRecord(.childrenCompared)
            ? Parts.button(MatchListPages.title, to: "/matches", "quiet") : HTML()
        let main: HTML = """
            <h1>Children</h1>\(SearchPages.form(""))
            <section class="card"><h2>\(call.account.role.isCarer ? "Living with you" : "Yours")</h2>\(own)</section><p>\(register) \(matches)</p>
            """
        return .page(call.page("Children", main, in: .children))
    }

    /// The pen picture in force, with its words.
    static func penPicture(of child: Child, _ call: Call) async throws -> Event? {
        guard let mark = child.facts.penPicture else { return nil }
        for case .event(_, let event) in try await call.told([mark], of: child) { return event }
        return nil
    }
}
