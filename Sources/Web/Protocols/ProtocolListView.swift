// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// Which protocols there are, which is in force here, since when and by whose authority, and which was before.
struct ProtocolListView {
    let call: Call

    init(_ call: Call) { self.call = call }

    private var shelf: ProtocolShelf { call.site.partnership.shelf }
    private var telling: Telling { Telling(state: call.state, now: call.now) }

    var html: HTML {
        """
        <div class="protocols"><h1>Protocol</h1><p class="lead">How this area responds when a child goes missing: who does what, by when, and because of which clause.</p>
        \(adopted)\(inForce)\(packs)\(history)</div>
        """
    }

    private var adopted: HTML {
        guard let pack = shelf.packs[call.query["adopted"]] else { return HTML() }
        return Parts.notice("<p>Recorded: \(pack.title) is adopted.</p>")
    }

    /// For the visitor's own authority first, then for the others that have adopted something of their own.
    private var inForce: HTML {
        let others = Set(call.state.adoptions.compactMap(\.authority)).subtracting([call.authority].compactMap(\.self))
        let rest = others.sorted { $0.name < $1.name }.map { authority -> HTML in
            let term = shelf.term(at: call.now, for: authority, in: call.state)
            return "<p>For \(telling.agency(authority)): \(link(term.pack)), \(since(term)).</p>"
        }
        let term = call.term
        let whose = telling.agency(call.authority).map { " for \($0)" } ?? ""
        return """
            <section class="card next ok"><h2>In force\(whose)</h2>
            <p class="in-force">\(link(term.pack))</p><p>\(since(term).capitalisedFirst).\(decided(term.adoption))</p>\(rest)</section>
            """
    }

    private func link(_ id: String) -> HTML {
        guard let pack = shelf.packs[id] else { return HTML(text: "\(id), which is not to hand here") }
        return "<a href=\"/protocols/\(FormFields.encode(id))\">\(pack.title)</a>"
    }

    private func since(_ term: ProtocolTerm) -> String {
        guard let adoption = term.adoption else { return "nothing was adopted, so this one governs" }
        let whose = telling.agency(adoption.authority) ?? "the whole partnership"
        return "since \(Spoken.fullDate(London.date(of: adoption.openFrom))), adopted for \(whose)"
    }

    private func decided(_ adoption: Adoption?) -> HTML {
        guard let adoption, let event = event(of: adoption), let words = event.details.text(.narrative) else {
            return HTML()
        }
        return " <span class=\"small\">\(words)</span>"
    }

    private func event(of adoption: Adoption) -> Event? {
        call.state.partnershipEvents.last { event in
            event.word == .protocolAdopted && event.details.word(.pack) == adoption.pack
                && event.details.date(.openFrom).map(London.startOfDay) == adoption.openFrom
                && event.details.word(.authority) == adoption.authority?.name
        }
    }

    private var packs: HTML {
        let here = call.term.pack
        let sorted = shelf.packs.values.sorted {
            ($0.inForceFrom?.daysSince1970 ?? .min, $0.id) < ($1.inForceFrom?.daysSince1970 ?? .min, $1.id)
        }
        let rows = sorted.map { pack -> HTML in
            let tag: HTML = pack.id == here ? " \(Tag("In force", .ok).html)" : HTML()
            return """
                <li><p><b>\(pack.title)</b>\(tag)<br><span class="small">\(about(pack))</span></p>
                <p>\(ProtocolLinks(pack: pack, call: call).html)</p></li>
                """
        }
        return """
            <section class="card"><h2>\(Spoken.counted(rows.count, "protocol")) to hand</h2><ul class="duties">\(rows)</ul></section>
            """
    }

    private func about(_ pack: ProtocolPack) -> String {
        var parts = [pack.inForce]
        if let parent = pack.extends.flatMap({ shelf.packs[$0] }) { parts.append("starts from \(parent.title)") }
        parts.append(Spoken.counted(pack.duties.count, "duty").replacing("dutys", with: "duties"))
        return parts.filter { !$0.isEmpty }.joined(separator: " · ").capitalisedFirst
    }

    private var history: HTML {
        let events = call.state.partnershipEvents.filter { $0.word == .protocolAdopted }
        if events.isEmpty { return HTML() }
        let rows = events.reversed().map { event -> HTML in
            let from = event.details.date(.openFrom).map { Spoken.fullDate($0) } ?? ""
            let open = event.details.flag(.appliesToOpen) ? "Also what was open" : "What began from then"
            return """
                <tr><td>\(from)</td><td>\(link(event.details.word(.pack) ?? ""))</td>
                <td>\(telling.agency(named: event.details.word(.authority)) ?? "Everybody")</td><td>\(open)</td>
                <td>\(Spoken.fullDate(London.date(of: event.recordedAt))), by \(telling.actor(event.by))\
                \(event.details.text(.narrative).map { text -> HTML in "<br><span class=\"small\">\(text)</span>" })</td></tr>
                """
        }
        return """
            <section class="card"><h2>What was adopted</h2><div class="wide" role="region" tabindex="0" aria-label="What was adopted"><table>
            <thead><tr><th scope="col">From</th><th scope="col">Protocol</th><th scope="col">For</th><th scope="col">Governs</th><th scope="col">Recorded</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>
            """
    }
}

extension ProtocolPack {
    /// "in force from 1 August 2015 to 31 December 2017": as the documents say, wherever it was adopted.
    var inForce: String {
        let to = inForceTo.map { Spoken.fullDate($0.adding(days: -1)) }
        switch (inForceFrom.map { Spoken.fullDate($0) }, to) {
        case (let from?, let to?): return "written for \(from) to \(to)"
        case (let from?, nil): return "written for the time from \(from)"
        case (nil, let to?): return "written for the time up to \(to)"
        case (nil, nil): return ""
        }
    }
}
