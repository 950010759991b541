// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// What the person who asked is given: one file that holds nothing but what was decided to be shown.
struct AccessPack {
    let call: Call
    let review: CallReview

    private var child: Child { call.child }

    /// The whole file, for the screen and for paper.
    var html: HTML {
        """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>What is held about \(child.facts.name)</title><style>\(AccessPack.style)</style></head><body>
        <h1>What is held about \(child.facts.name)</h1>
        <p>Given to \(review.request.name) by \(call.site.partnership.name) on \(Spoken.fullDate(call.today)), in answer to the request of
        \(Spoken.fullDate(London.date(of: review.request.requestedAt))).</p>\(about)\(heldBack)
        <h2>The record</h2>\(entries)</body></html>

        """
    }

    /// What the law asks to be told beside the data: UK GDPR article 15(1).
    private var about: HTML {
        """
        <h2>About this record</h2>
        <ul><li>It is kept so that those who look after children, police, schools and health services can find a child who goes missing, see that
        they are safe and well, and help. The law asks them to work together on this: Children Act 1989 and 2004.</li>
        <li>It holds what those services wrote down, what the child said, and what they decided.</li>
        <li>Those services see the parts that their work needs. It is not sold, and no decision about anybody is made by a machine.</li>
        <li>It is kept \(kept).</li></ul>
        <h2>Your rights</h2>
        <ul><li>You may ask that what is wrong be put right, and that what should not be held be erased or no longer used.</li>
        <li>If something here is hard to read or to bear, ask for somebody to go through it with you.</li>
        <li>If you are not content with this answer, say so to whoever gave it. You may also complain to the Information Commissioner
        (ico.org.uk, 0303 123 1113) and go to court.</li></ul>
        """
    }

    private var kept: String {
        let verdict = RetentionSchedule.england.verdict(on: child.id, in: call.state, at: call.now)
        return verdict?.keptThrough.map { "until \(Spoken.fullDate($0))" } ?? "until somebody decides that it may end"
    }

    /// How much was held back, by ground, without saying what.
    var heldBack: HTML {
        let lines = review.review.heldBack
        if lines.isEmpty { return "<h2>What was held back</h2><p>Nothing.</p>" }
        let items = lines.map { line -> HTML in
            let counts = [
                line.withheld == 0 ? nil : Spoken.counted(line.withheld, "passage") + " left out",
                line.boxes == 0 ? nil : Spoken.counted(line.boxes, "place") + " blacked out",
            ].compactMap(\.self).joined(separator: ", ")
            return "<li>\(line.exemption.says): \(counts). <span class=\"small\">\(line.exemption.source)</span></li>"
        }
        return "<h2>What was held back</h2><ul>\(items)</ul>"
    }

    /// The passages that are given, entry by entry, with a word where one was left out.
    var entries: HTML {
        var last: Position?
        var parts: [HTML] = []
        for item in review.review.items {
            if item.passage.position != last {
                parts.append("<h3>\(item.passage.key == nil ? item.passage.heading : "")</h3>")
                last = item.passage.position
            }
            let label: HTML = item.passage.key.map { "<b>\(FieldWords.label($0, item.passage.word))</b><br>" } ?? HTML()
            guard let given = item.given else {
                parts.append("<p>\(label)<i>[left out]</i></p>")
                continue
            }
            parts.append("<p>\(label)\(given.runs.map(run))</p>")
        }
        return parts.joined()
    }

    private func run(_ run: RedactedText.Run) -> HTML {
        switch run {
        case .text(let text): Parts.lines(text)
        case .box(let says): "<span class=\"box\">[blacked out: \(says)]</span>"
        }
    }

    private static let style = HTML(
        trusted: """
            body { font: 17px/1.5 Georgia, "Liberation Serif", serif; max-width: 42em; margin: 2em auto; padding: 0 1em; color: #111; }
            h1, h2, h3 { font-family: "Liberation Sans", Arial, sans-serif; line-height: 1.25; }
            h3 { margin: 1.6em 0 .3em; border-top: 1px solid #999; padding-top: .5em; break-after: avoid; }
            p { margin: 0 0 .6em; overflow-wrap: anywhere; } .small { font-size: .85em; }
            .box { background: #111; color: #fff; padding: 0 .3em; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            @page { margin: 2cm; } @media print { body { margin: 0; max-width: none; } p { break-inside: avoid; } }
            """)
}
