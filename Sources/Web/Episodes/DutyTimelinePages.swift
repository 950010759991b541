// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird

/// `/episodes/{episode}/duties`: the duties over time, drawn and as a table, as far as the reader is told of them.
enum DutyTimelinePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let seen = call.seen(of: call.child.id)
        let duties = call.site.partnership.standings(of: call.episode.id, in: call.state, at: call.now)
            .filter { seen.shows($0, to: call.account.role) }
        let view = DutyTimelineView(duties: duties, now: call.now)
        let path = "/episodes/\(call.episode.id.number)"
        let body: HTML =
            view.isEmpty
            ? "<p>No duty’s clock has started, as far as you may see.</p>"
            : """
            <section class="card"><h2>The first 24 hours</h2>\(view.firstDay)</section>
            <section class="card"><h2>All of it</h2>\(view.whole)</section><section class="card"><h2>The same in a table</h2>\(view.table)</section>
            """
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (call.child.facts.name, path)], "Duties over time"))
            <div class="duty-times"><h1>Duties over time: \(call.child.facts.name)</h1>
            <p class="lead">Each bar begins when a duty’s clock started and ends when it was due. Hatched is late.</p>\(body)\(HeldBack(seen: seen).html)</div>
            """
        return .page(call.page("Duties over time: \(call.child.facts.name)", main))
    }
}
