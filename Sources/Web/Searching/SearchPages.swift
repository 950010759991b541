// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/search`, and what its box shows while one types.
enum SearchPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let text = call.query["q"]
        let (found, likely) = try await search(text, call)
        let telling = Telling(state: call.state, now: call.now)
        let counted = Spoken.counted(found.count, "child").replacing("childs", with: "children")
        let heading = text.isEmpty ? "Find a child" : found.isEmpty && !likely.isEmpty ? "Perhaps" : "\(counted) found"
        let nothing = found.isEmpty && likely.isEmpty
        let list: HTML = nothing ? (text.isEmpty ? "" : nobody(call)) : rows(found, likely, telling, call)
        let card: HTML = text.isEmpty && nothing ? HTML() : "<section class=\"card\">\(list)</section>"
        let main: HTML = "<h1>\(heading)</h1>\(form(text))\(card)"
        return .page(call.page(heading, main, in: .children))
    }

    private static func rows(_ found: [Child], _ likely: [LikelyChild], _ telling: Telling, _ call: Call) -> HTML {
        let same: HTML =
            found.isEmpty ? "" : "<ul class=\"rows\">\(found.map { FoundView.row($0, telling, call.access) })</ul>"
        if likely.isEmpty { return same }
        let rows = likely.map { FoundView.row($0.child, telling, call.access, why: $0.why) }
        return
            "\(same)<h2>Written in another way</h2><ul class=\"rows\">\(rows)</ul>\(found.isEmpty ? noneOfThese(call) : HTML())"
    }

    @Sendable static func found(_ call: Call) async throws -> Response {
        let (found, likely) = try await search(call.query["q"], call, limit: 8)
        let telling = Telling(state: call.state, now: call.now)
        if found.isEmpty, likely.isEmpty { return .page("<p>Nobody found whom you may see.</p>") }
        let links =
            found.map { FoundView.link($0, telling, call.access) }
            + likely.map { FoundView.link($0.child, telling, call.access, why: $0.why) }
        return .page("<ul>\(links)</ul>")
    }

    /// Whom the words fit, and whom they may mean though they are written in another way; noted before anything is
    /// shown.
    static func search(
        _ text: String, _ call: Call, limit: Int = 20
    ) async throws -> (found: [Child], likely: [LikelyChild]) {
        let finder = ChildFinder(call)
        let found = finder.find(text, limit: limit)
        if text.trimmed.isEmpty { return (found, []) }
        let likely = LikelyChildren(call).of(text, besides: Set(found.map(\.id)))
        let shown = found.map(\.id) + likely.seen.map(\.child.id)
        let hidden = finder.hidden(text)
        try await call.searched(
            text, finding: shown, hidden: hidden + likely.hidden.filter { !hidden.contains($0) })
        return (found, likely.seen)
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
        "<p>Nobody found whom you may see. Check the spelling, or try less of the name.\(register(call))</p>\(danger(call))"
    }

    /// Under those who were written in another way.
    private static func noneOfThese(_ call: Call) -> HTML {
        "<p>Nobody else found whom you may see.\(register(call))</p>\(danger(call))"
    }

    private static func register(_ call: Call) -> HTML {
        call.account.role.registersChildren
            ? " <a href=\"/children/new\">Register a child</a> if they are not in the record." : ""
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
    static func row(_ child: Child, _ telling: Telling, _ access: Access, why: String = "") -> HTML {
        let open = telling.state.openEpisode(of: child.id)
        let tags = open.map { episode in
            EpisodeTags.of(episode, child, telling: telling, sees: { access.maySee($0, of: child.id) }).map(\.html)
                .joined()
        }
        return """
            <li class="row"><div class="face" aria-hidden="true">\(telling.initials(child))</div>
            <div><a class="name" href="/children/\(child.id.number)">\(telling.nameWithAge(child))</a> \(tags)<br>
            <span class="small">\(about(child, telling, access))</span>\(because(why))</div></li>
            """
    }

    static func link(_ child: Child, _ telling: Telling, _ access: Access, why: String = "") -> HTML {
        """
        <li><a href="/children/\(child.id.number)">\(telling.nameWithAge(child)) <span class="small">\(about(child, telling, access))</span>\(because(why))</a></li>
        """
    }

    private static func because(_ why: String) -> HTML {
        why.isEmpty ? HTML() : "<br><span class=\"small\">\(why)</span>"
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
