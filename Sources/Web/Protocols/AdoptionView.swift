// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// What an adoption would mean, before it is recorded.
struct AdoptionView {
    let form: AdoptionForm
    let pack: ProtocolPack
    let call: Call

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var shelf: ProtocolShelf { call.site.partnership.shelf }

    /// What governs today what the adoption is about.
    private var before: ProtocolPack {
        shelf.packs[shelf.term(at: call.now, for: form.authority, in: call.state).pack] ?? shelf.standing
    }

    var html: HTML {
        let whose = telling.agency(form.authority) ?? "The whole partnership"
        let from = form.from.map { Spoken.fullDate($0) } ?? ""
        let rows: [(String, HTML)] = [
            ("Protocol", HTML(text: pack.title)), ("In force from", HTML(text: from)), ("For", HTML(text: whose)),
            ("In place of", HTML(text: before.id == pack.id ? "" : before.title)),
            ("Decided", Parts.lines(form.typed["narrative"])),
            ("Recorded by", HTML(text: telling.actor(call.account.actor))),
        ]
        return "<section class=\"card\"><h2>What is recorded</h2>\(Parts.summary(rows))</section>\(effect)"
    }

    var difference: HTML {
        if before.id == pack.id { return HTML() }
        return "<h2>What would be different</h2>\(DifferenceView(PackDifferences(from: before, to: pack)).html)"
    }

    private var effect: HTML {
        guard let planned = form.planned else { return HTML() }
        let effect = AdoptionEffect(
            planned.act(at: call.now), by: call.account.actor, at: call.now, shelf: shelf, state: call.state)
        var lines: [String] = []
        let away = effect.unclosed == 1 ? "1 episode is" : "\(effect.unclosed) episodes are"
        if effect.governedOtherwise == 0 {
            lines.append("\(away) not closed today: none of them changes.")
        } else {
            let changed = Spoken.counted(effect.governedOtherwise, "episode")
            lines.append("\(away) not closed today: \(changed) would come under this protocol.")
        }
        if effect.lookedBackOn > 0 {
            let closed = Spoken.counted(effect.lookedBackOn, "closed episode")
            lines.append(
                "\(closed) that began since then would be looked back on under it, in figures and on their pages.")
        }
        let items = lines.map { line -> HTML in "<li>\(line)</li>" }
        return """
            <section class="card next soon"><h2>What it means for children who are away</h2><ul>\(items)</ul>\
            \(list("Owed then, and not now", effect.newlyOwed))\(list("Owed now, and no longer then", effect.noLongerOwed))</section>
            """
    }

    private func list(_ title: String, _ duties: [(title: String, count: Int)]) -> HTML {
        if duties.isEmpty { return HTML() }
        let items = duties.map { duty -> HTML in "<li>\(duty.title): in \(Spoken.counted(duty.count, "episode"))</li>" }
        return "<h3>\(title)</h3><ul>\(items)</ul>"
    }
}
