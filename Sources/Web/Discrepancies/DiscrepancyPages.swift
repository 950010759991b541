// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/discrepancies`: what accounts differ on and nobody has settled, over all episodes that the visitor may see.
enum DiscrepancyPages {
    private struct Open {
        let episode: Episode
        let child: Child
        let differences: [Discrepancies.Difference]
        var newest: Position { differences.flatMap(\.said).map(\.account.position).max() ?? .beginning }
    }

    @Sendable static func show(_ call: Call) async throws -> Response {
        let open = all(call)
        let shown = Array(open.prefix(100))
        try await call.shows(shown.map(\.child.id))
        let telling = Telling(state: call.state, now: call.now)
        let rows = shown.map { row($0, call, telling) }
        let more: HTML = open.count > shown.count ? "<p>And \(open.count - shown.count) more.</p>" : HTML()
        let body: HTML =
            rows.isEmpty
            ? "<p>No account that you may see differs from another, but for what has been settled.</p>"
            : """
            <div class="wide"><table><thead><tr><th scope="col">Child and episode</th><th scope="col">What differs</th>
            <th scope="col">Who says what</th></tr></thead><tbody>\(rows)</tbody></table></div>\(more)
            """
        let main: HTML = """
            <h1>Accounts that differ</h1><p class="lead">What agencies say differently of the same episode, until somebody settles it with a reason.
            The newest account first.</p><section class="card">\(body)</section>
            """
        return .page(call.page("Accounts that differ", main, in: .board))
    }

    /// Episodes with a second account, whose differences the visitor sees.
    private static func all(_ call: Call) -> [Open] {
        let words: EventWords = [.accountReceived]
        return call.state.episodes.values.compactMap { episode -> Open? in
            guard episode.history.recorded.contains(where: { words.contains($0.word) }),
                call.access.maySee(.episode, of: episode.child), call.access.maySee(.identity, of: episode.child),
                let child = call.state.child(episode.child)
            else { return nil }
            let seen = call.seen(of: child.id)
            let open = Discrepancies(of: episode).open.filter { seen.shows($0.key, of: .accountReceived) }
            return open.isEmpty ? nil : Open(episode: episode, child: child, differences: open)
        }.sorted { $1.newest < $0.newest }
    }

    private static func row(_ open: Open, _ call: Call, _ telling: Telling) -> HTML {
        let start = open.episode.facts.start.map { Spoken.fullDate(London.date(of: $0)) } ?? "not dated"
        let what = open.differences.map { "<li>\(AccountWords.label($0.key))</li>" as HTML }
        let seen = call.seen(of: open.child.id)
        let who = open.differences.map { difference -> HTML in
            let said = difference.said.map { said in
                "\(AccountWords.source(said.account, telling, to: seen)): \(AccountWords.value(said.value, of: difference.key, telling))"
            }
            return "<li>\(said.joined(separator: "; "))</li>"
        }
        return """
            <tr><th scope="row"><a href="/episodes/\(open.episode.id.number)/accounts">\(telling.nameWithAge(open.child))</a>
            <br><span class="small">\(start)</span></th><td><ul class="plain">\(what)</ul></td><td><ul class="plain">\(who)</ul></td></tr>
            """
    }
}
