// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/search`, and what its box shows while one types.
enum SearchPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let text = call.query["q"]
        let found = try await find(text, call)
        let telling = Telling(state: call.state, now: call.now)
        let heading =
            text.isEmpty
            ? "Find a child" : "\(Spoken.counted(found.count, "child").replacing("childs", with: "children")) found"
        let list: HTML =
            found.isEmpty
            ? (text.isEmpty ? "" : nobody(call))
            : "<ul class=\"rows\">\(found.map { FoundView.row($0, telling, call.access) })</ul>"
        let main: HTML = "<h1>\(heading)</h1>\(form(text))<section class=\"card\">\(list)</section>"
        return .page(call.page(heading, main, in: .children))
    }

    @Sendable static func found(_ call: Call) async throws -> Response {
        let found = try await find(call.query["q"], call, limit: 8)
        let telling = Telling(state: call.state, now: call.now)
        if found.isEmpty { return .page("<p>Nobody found whom you may see.</p>") }
        return .page("<ul>\(found.map { FoundView.link($0, telling, call.access) })</ul>")
    }

    /// Whom the words fit, among those whom the visitor may see; noted before anything is shown.
    static func find(_ text: String, _ call: Call, limit: Int = 20) async throws -> [Child] {
        let finder = ChildFinder(call)
        let found = finder.find(text, limit: limit)
        if !text.trimmed.isEmpty {
            try await call.searched(text, finding: found.map(\.id), hidden: finder.hidden(text))
        }
        return found
    }

    static func form(_ text: String) -> HTML {
        """
        <form action="/search" class="stack"><div class="field"><label for="search-text">Name, birth date or reference number</label>
        <p class="hint">Names in any order; the beginnings are enough.</p>
        <input id="search-text" name="q" type="search" value="\(text)"></div><p><button class="btn">Find</button></p></form>
        """
    }

    private static func nobody(_ call: Call) -> HTML {
        let register: HTML =
            call.account.role.registersChildren
            ? " <a href=\"/children/new\">Register a child</a> if they are not in the record." : ""
        return
            "<p>Nobody found whom you may see. Check the spelling, or try less of the name.\(register)</p>\(danger(call))"
    }
}

extension SearchPages {
    /// For those with a safeguarding duty. It stands under every search that finds nobody, whoever is sought.
    private static func danger(_ call: Call) -> HTML {
        guard call.account.role.mayOpenRecords else { return HTML() }
        return """
            <p class="small">Some records are in no search. <a href="/danger">Somebody is in danger and I can’t find them</a></p>
            """
    }
}

/// A child in a list of those found.
enum FoundView {
    static func row(_ child: Child, _ telling: Telling, _ access: Access) -> HTML {
        let open = telling.state.openEpisode(of: child.id)
        let tags = open.map { episode in
            EpisodeTags.of(episode, child, telling: telling, sees: { access.maySee($0, of: child.id) }).map(\.html)
                .joined()
        }
        return """
            <li class="row"><div class="face" aria-hidden="true">\(telling.initials(child))</div>
            <div><a class="name" href="/children/\(child.id.number)">\(telling.nameWithAge(child))</a> \(tags)<br>
            <span class="small">\(about(child, telling, access))</span></div></li>
            """
    }

    static func link(_ child: Child, _ telling: Telling, _ access: Access) -> HTML {
        """
        <li><a href="/children/\(child.id.number)">\(telling.nameWithAge(child)) <span class="small">\(about(child, telling, access))</span></a></li>
        """
    }

    private static func about(_ child: Child, _ telling: Telling, _ access: Access) -> String {
        let seesPlace = access.maySee(.location, of: child.id)
        let place =
            !seesPlace ? nil : child.facts.placement(on: telling.today).flatMap { telling.agency(named: $0.place) }
        return [
            child.facts.born.map { "born \(Spoken.fullDate($0))" }, place ?? telling.agency(child.facts.responsible),
        ]
        .compactMap(\.self).joined(separator: ", ")
    }
}
