// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The pack as a sheet: for a telephone, for paper, for a photocopier.
struct PolicePackView {
    let model: PolicePackModel
    let photo: HTML
    /// Whether it leaves the program as a file, with only what the reader may take along.
    var isTaken = false

    var sheet: HTML {
        """
        <div class="sheet police-pack">\(photo)<h1>\(model.telling.nameWithAge(model.child))</h1>
        <p>\(model.tags.map(\.html))</p>
        <p class="small">As known \(Spoken.fullDate(model.telling.today)) at \(Spoken.time(model.telling.now)). What is not known is said; ask for it.</p>
        <div class="pack-parts">\(part("Who", model.identity))\(part("Last seen", model.lastSeen))\(part("Keeping them safe", model.safety))\
        \(part("Where to look", model.finding))\(part("Whom to ring", model.ringing))\(part("Done so far", model.done))\(lately)\(asked)</div>
        \(HeldBack(seen: model.seen).html)</div>
        """
    }

    private func part(_ title: String, _ lines: [PolicePackModel.Line]) -> HTML {
        if lines.isEmpty { return HTML() }
        let rows = lines.map { line -> HTML in "<dt>\(line.label)</dt><dd>\(said(line.says))</dd>" }
        return "<section><h2>\(title)</h2><dl class=\"sum tight\">\(rows)</dl></section>"
    }

    private func said(_ says: PolicePackModel.Says) -> HTML {
        switch says {
        case .known(let text): Parts.lines(text)
        case .notKnown: "<span class=\"unknown\">Not known</span>"
        case .notForYou:
            isTaken
                ? "<span class=\"unknown\">Not in a file for your role: read it on the page</span>"
                : "<span class=\"unknown\">Not for your role</span>"
        }
    }

    private var lately: HTML {
        if model.lately.isEmpty { return HTML() }
        let items = model.lately.map { event -> HTML in
            let more = [event.details.text(.found), event.details.text(.result)].compactMap(\.self).joined(
                separator: ". ")
            return """
                <li>\(Spoken.moment(event.occurredAt, now: model.telling.now)): \(EventSentence(event: event, telling: model.telling).text)\(more.isEmpty ? "" : ": \(more)")</li>
                """
        }
        return "<section><h2>Seen, visited, heard from</h2><ul>\(items)</ul></section>"
    }

    private var asked: HTML {
        let lines = model.asked
        if lines.isEmpty { return HTML() }
        let rows = lines.map { line -> HTML in
            "<li><b>\(line.asks)</b><br>\(said(line.says))</li>"
        }
        return "<section class=\"questions\"><h2>What was asked about the risk</h2><ol>\(rows)</ol></section>"
    }
}
