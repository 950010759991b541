// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The parts of the records manager's page.
struct RecordsView {
    let call: Call
    private let telling: Telling
    /// The children whose records this person keeps.
    private let children: [Child]
    private let found: [Child]
    private static let most = 200

    /// The children who stand on the page in a list.
    var named: [ChildID] {
        let open = children.filter {
            let protection = $0.facts.protection
            return protection.openSubjectAccess != nil || protection.erasure != nil || protection.isHeld(at: call.now)
        }
        return Array(Set(open.map(\.id) + dueToEnd.prefix(Self.most).map(\.child))).sorted()
    }

    init(_ call: Call, found: [Child]) {
        self.found = found
        self.call = call
        telling = Telling(state: call.state, now: call.now)
        let access = call.access
        children = call.state.children.values.filter { access.maySee(.identity, of: $0.id) }
    }

    private func link(_ child: Child, _ place: String = "") -> HTML {
        "<a href=\"/children/\(child.id.number)\(place)\">\(child.facts.name)</a>"
    }

    private func card(_ heading: String, _ body: HTML) -> HTML {
        "<section class=\"card\"><h2>\(heading)</h2>\(body)</section>"
    }

    var requests: HTML {
        let open = children.compactMap { child in
            child.facts.protection.openSubjectAccess.map { (child, $0) }
        }.sorted { ($0.1.due ?? call.now, $0.0.id) < ($1.1.due ?? call.now, $1.0.id) }
        let rows = open.map { child, request -> HTML in
            "<tr><td>\(link(child, "/subject-access"))</td><td>\(request.name)</td><td>\(RequestDue(request, now: call.now).html)</td></tr>"
        }
        let table: HTML =
            rows.isEmpty
            ? "<p>Nobody is waiting for an answer.</p>"
            : "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Who asks for what is held\"><table><thead><tr><th scope=\"col\">Whose record</th><th scope=\"col\">Who asks</th><th scope=\"col\">Answer due</th></tr></thead><tbody>\(rows)</tbody></table></div>"
        return card(
            "Requests for one's own record",
            table)
    }

    /// A child's record, found to record a request, place a hold or look until when it is kept.
    var find: HTML {
        let text = call.query["q"]
        let items = found.map { child -> HTML in
            "<li>\(link(child, "/erasure")) <span class=\"small\">\(child.facts.born.map { "born \(Spoken.fullDate($0)), " } ?? "")number \(child.id.number)</span>, <a href=\"/children/\(child.id.number)/subject-access\">who asked for it<span class=\"unseen\">: \(child.facts.name)</span></a></li>"
        }
        let list: HTML =
            text.isEmpty ? "" : items.isEmpty ? "<p>Nobody found whose record you keep.</p>" : "<ul>\(items)</ul>"
        return card(
            "Find a record",
            """
            <form action="/records"><div class="field"><label for="find-child">Name, birth date or reference number</label>
            <input id="find-child" name="q" type="search" autocomplete="off" value="\(text)"></div><p><button class="btn quiet">Find</button></p></form>\(list)
            """)
    }

    private var dueToEnd: [RetentionVerdict] {
        let seen = Set(children.map(\.id))
        return RetentionSchedule.england.due(in: call.state, at: call.now).filter { seen.contains($0.child) }
    }

    var due: HTML {
        let due = dueToEnd
        if due.isEmpty { return card("Due to end", "<p>No record's time has come.</p>") }
        let rows = due.prefix(Self.most).compactMap { verdict -> HTML? in
            guard let child = call.state.child(verdict.child) else { return nil }
            let through = verdict.keptThrough.map { Spoken.fullDate($0) } ?? ""
            return
                "<tr><td>\(link(child, "/erasure"))</td><td>\(through)</td><td>\(verdict.reasons.first ?? "")</td></tr>"
        }
        let more: HTML = Self.most < due.count ? "<p>And \(due.count - Self.most) more.</p>" : ""
        return card(
            "Due to end: \(Spoken.counted(due.count, "record"))",
            "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Kept for now\"><table><thead><tr><th scope=\"col\">Whose record</th><th scope=\"col\">Kept through</th><th scope=\"col\">Why</th></tr></thead><tbody>\(rows)</tbody></table></div>\(more)"
        )
    }

    var proposals: HTML {
        let proposed = children.compactMap { child in child.facts.protection.erasure.map { (child, $0) } }
        if proposed.isEmpty { return HTML() }
        let items = proposed.map { child, proposal -> HTML in
            let isOwn = proposal.worker == call.account.actor.worker
            let what = isOwn ? "Somebody else confirms it." : "It waits for you, or another, to confirm it."
            return
                "<li>\(link(child, "/erasure")): proposed \(Clock(now: call.now).moment(proposal.proposedAt)) by \(telling.worker(proposal.worker)). \(what)</li>"
        }
        return card("Proposed to be erased", "<ul>\(items)</ul>")
    }

    var holds: HTML {
        let held = children.filter { $0.facts.protection.isHeld(at: call.now) }
        if held.isEmpty { return card("Legal holds", "<p>None. A hold is placed on the child's page.</p>") }
        let items = held.map { child -> HTML in
            let since = child.facts.protection.legalHold.map { Spoken.fullDate(London.date(of: $0.since)) }
            let until = child.facts.protection.legalHold?.until.map {
                ", until \(Spoken.fullDate(London.date(of: $0)))"
            }
            return
                "<li>\(link(child)), since \(since)\(until). <a href=\"/children/\(child.id.number)/add/legal-hold-lifted\">Lift it</a></li>"
        }
        return card("Legal holds", "<ul>\(items)</ul>")
    }

    var schedule: HTML {
        let items = RetentionSchedule.england.rules.map { rule -> HTML in
            "<li>\(rule.says) <span class=\"small\">\(rule.source)</span></li>"
        }
        return card("How long", "<ul>\(items)</ul>")
    }

    /// What stays of records that are gone: that they were, when and why.
    var erased: HTML {
        let events = call.state.partnershipEvents.filter { $0.word == .childErased }.suffix(20).reversed()
        if events.isEmpty { return HTML() }
        let items = events.map { event -> HTML in
            let ground = event.details.word(.ground).flatMap(ErasureGround.init(rawValue:))?.says ?? ""
            let second = telling.worker(event.details.word(.worker)).map { ", proposed by \($0)" }
            return
                "<li>Number \(event.details.number(.what) ?? 0), \(Clock(now: call.now).moment(event.recordedAt)): \(ground). <span class=\"small\">Confirmed by \(telling.actor(event.by))\(second)</span></li>"
        }
        return card("Erased", "<ul>\(items)</ul>")
    }
}
