// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/matches`: pairs of records that may be of one child, what waits to be joined, and what was decided by whom.
enum MatchListPages {
    private static let most = 50

    @Sendable static func show(_ call: Call) async throws -> Response {
        let pairs = MatchPairs(call)
        let decided = MatchDecisions(call)
        let listed = (pairs.toJoin + pairs.open.prefix(most)).flatMap { [$0.first.id, $0.second.id] }
        try await call.shows(Set(listed + decided.children).sorted())
        let main: HTML = """
            \(Parts.breadcrumbs([("Children", "/children")], title))
            \(recorded(call))<h1>\(title)</h1>
            <p class="lead">Two records of one child hide from each other what is known: look at a pair, and say whether they are one. \
            Nothing is joined by itself, and whatever is joined can be parted again.</p>
            <div class="matches">\(section("Decided to be one child, to be joined", pairs.toJoin, of: pairs.toJoin.count, call))
            \(section("To decide", Array(pairs.open.prefix(most)), of: pairs.open.count, call))
            \(nothing(pairs))\(decided.html)\(compare)</div>
            """
        return .page(call.page(title, main, in: .children))
    }

    static let title = "Records that may be of one child"

    private static func recorded(_ call: Call) -> HTML {
        switch call.query["recorded"] {
        case "joined":
            Parts.notice("<p>Joined. They are shown as one child from now on; both histories are kept as they are.</p>")
        case "parted": Parts.notice("<p>Parted. Each record is again as it was recorded.</p>")
        case "": HTML()
        default: Parts.notice("<p>Recorded.</p>")
        }
    }

    private static func nothing(_ pairs: MatchPairs) -> HTML {
        if !pairs.isLooking {
            return """
                <div class="notice" role="status"><p><b>Likenesses are not looked for.</b> The folder of names was not there when the \
                server started. Two records can still be compared by their numbers.</p></div>
                """
        }
        if pairs.isBeingWorkedOut {
            return Parts.notice("<p>The register is being gone through. Look again in a few minutes.</p>")
        }
        return pairs.open.isEmpty && pairs.toJoin.isEmpty
            ? "<p>No two records that you may see are so alike that they should be looked at.</p>" : HTML()
    }

    private static func section(
        _ heading: String, _ pairs: [MatchPair], of count: Int, _ call: Call
    ) -> HTML {
        if pairs.isEmpty { return HTML() }
        let more: HTML = pairs.count < count ? "<p>The first \(pairs.count) of \(count).</p>" : HTML()
        return """
            <section class="card"><h2>\(heading) (\(count))</h2><ul class="rows">\(pairs.map { row($0, call) })</ul>\(more)</section>
            """
    }

    private static func row(_ pair: MatchPair, _ call: Call) -> HTML {
        let unsure: HTML =
            pair.decision?.outcome == .notSure ? Tag("Somebody was not sure", .plain).html : HTML()
        let contradicts: HTML = pair.contradiction.map { Tag("\($0.label) differs", .soon).html } ?? HTML()
        return """
            <li class="row"><div class="face" aria-hidden="true">\(Telling(state: call.state, now: call.now).initials(pair.first))</div><div class="what"><p><a class="name" href="\(pair.path)">\(named(pair.first)) and \(named(pair.second))</a> \
            \(pair.likelihood.html)\(unsure)\(contradicts)</p><p>\(pair.shortly)</p></div>
            <div class="aside"><a class="btn quiet" href="\(pair.path)">Look and decide\
            <span class="unseen">: \(pair.first.facts.name) and \(pair.second.facts.name)</span></a></div></li>
            """
    }

    private static func named(_ child: Child) -> String { "\(child.facts.name), \(child.id.number)" }

    /// Two records that nobody would find by likeness are compared by their numbers.
    private static let compare: HTML = """
        <section class="card"><h2>Compare two records by their numbers</h2><form action="/matches/pair" class="stack">
        <div class="field"><label for="one">Number of the one child</label><input id="one" name="one" inputmode="numeric" autocomplete="off"></div>
        <div class="field"><label for="other">Number of the other</label><input id="other" name="other" inputmode="numeric" autocomplete="off"></div>
        <p><button class="btn quiet">Compare</button></p></form></section>
        """
}
