// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures

/// The letters of the protocol, which of them fits the child's triage now, and those that were sent.
struct LetterListView {
    let call: Call
    let sent: SentLetters

    private var path: String { "/episodes/\(call.episode.id.number)" }

    var html: HTML {
        let colour =
            call.seen(of: call.child.id).seesReasons
            ? call.site.partnership.triage(of: call.child.id, in: call.state, at: call.now)?.colour : nil
        let items = LetterModel.all(call).map { letter, _ -> HTML in
            let fits = colour.map { letter.triage.contains($0) } ?? false
            let meant =
                letter.triage.isEmpty ? "" : "For triage \(letter.triage.map(\.rawValue).joined(separator: " or ")). "
            let mark: HTML = fits ? " \(Tag("Fits the triage now: \(colour?.rawValue ?? "")", .ok).html)" : HTML()
            let times = sent.all.count { $0.kind == letter.id }
            let already = times == 0 ? "" : " Sent \(times == 1 ? "once" : "\(times) times") already."
            return """
                <li><p><a href="\(path)/letters/\(letter.id)"><b>\(letter.title)</b></a>, to the \(letter.to.map(\.spoken).joined(separator: " and "))\(mark)</p>
                <p class="small">\(meant)\(letter.note)\(already)</p></li>
                """
        }
        let none: HTML = items.isEmpty ? "<p>The protocol in force has no letters written out.</p>" : HTML()
        let sentItems = sent.all.reversed().map { letter -> HTML in
            "<li><a href=\"\(path)/letters/sent/\(letter.position.number)\">\(letter.kind.spaced.capitalisedFirst)</a> <span class=\"small\">\(letter.says)</span></li>"
        }
        let list: HTML = sentItems.isEmpty ? "<p>None yet.</p>" : "<ul class=\"plain\">\(sentItems)</ul>"
        return """
            \(Parts.breadcrumbs([("Board", "/"), (call.child.facts.name, path)], "Letters"))
            <div class="narrow"><h1>Letters</h1><p class="lead">For \(call.child.facts.name). Filled in from the record, changed by you, kept as they were sent.</p>
            <section class="card"><h2>To write</h2>\(none)<ul class="duties">\(items)</ul></section>
            <section class="card"><h2>Sent</h2>\(list)</section></div>
            """
    }
}
