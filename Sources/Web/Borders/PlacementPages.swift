// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Procedures
import WorkingTime

/// `/placements`: children placed here by others, and ours placed elsewhere: what was notified of each, and what not.
/// Source: SG ¶57–58; BI, out of area placements.
enum PlacementPages {
    @Sendable static func list(_ call: Call) async throws -> Response {
        let all = placements(call)
        let own = call.account.agency.flatMap { authority(of: $0, call) }
        let here = all.filter { $0.host == own && $0.responsible != own }
        let elsewhere = all.filter { $0.responsible == own }
        let rest = all.filter { placed in !here.contains(placed) && !elsewhere.contains(placed) }
        try await call.shows(all.map(\.child))
        let lacking = all.count { !shown($0, call).filter { $0.toldAt == nil }.isEmpty }
        let lead =
            all.isEmpty
            ? "No child whom you may see is placed across a border."
            : "\(Spoken.counted(all.count, "placement"))\(lacking == 0 ? ", all notified" : ", \(lacking) with something nobody was told")."
        let body: HTML = """
            \(section("Placed here by others", here, call))\(section("Ours, placed elsewhere", elsewhere, call))\
            \(section("Between others", rest, call))\(sides)
            """
        return .page(BordersFrame.page(.placements, lead, body, call))
    }

    /// How many stand open to view; those with something that nobody was told come first.
    private static let mostShown = 8

    private static func authority(of agency: AgencyID, _ call: Call) -> AgencyID? {
        let known = call.state.agencies[agency]
        return known?.kind == .authority ? agency : known?.authority
    }

    /// Those that the visitor may see: where a child lives may be held back from them. Still running ones first.
    private static func placements(_ call: Call) -> [PlacedAcross] {
        call.state.lists.placedAcross.compactMap { call.state.child($0) }.flatMap { child -> [PlacedAcross] in
            let across = PlacedAcross.all(of: child, on: call.today) { call.state.agencies[AgencyID($0)]?.authority }
            return across.isEmpty || !call.access.maySee(.location, of: child.id) ? [] : across
        }.sorted { first, second in
            let lack = (
                shown(first, call).contains { $0.toldAt == nil }, shown(second, call).contains { $0.toldAt == nil }
            )
            if lack.0 != lack.1 { return lack.0 }
            return (second.since, first.child) < (first.since, second.child)
        }
    }

    /// What was notified, as far as the reader may know of it.
    private static func shown(_ placed: PlacedAcross, _ call: Call) -> [PlacedAcross.Notice] {
        let seen = call.seen(of: placed.child)
        guard seen.shows(.toldAboutChild) else { return [] }
        return placed.notices.filter { $0.kind != .risk || seen.shows(riskOf: "sexual-exploitation") }
    }

    private static func section(_ title: String, _ placements: [PlacedAcross], _ call: Call) -> HTML {
        if placements.isEmpty { return HTML() }
        let rows = placements.map { row($0, call) }
        let folded = rows.dropFirst(mostShown).map { $0 }
        let more: HTML =
            folded.isEmpty
            ? HTML() : "<details><summary>\(folded.count) more</summary><ul class=\"rows\">\(folded)</ul></details>"
        return """
            <section class="card" aria-label="\(title)"><h2>\(title): \(placements.count)</h2>
            <ul class="rows">\(rows.prefix(mostShown).map { $0 })</ul>\(more)</section>
            """
    }

    private static func row(_ placed: PlacedAcross, _ call: Call) -> HTML {
        guard let child = call.state.child(placed.child) else { return HTML() }
        let telling = Telling(state: call.state, now: call.now)
        let seen = call.seen(of: child.id)
        var tags: [Tag] = []
        if call.state.openEpisode(of: child.id) != nil, seen.sees(.outline) { tags.append(Tag("Away now", .now)) }
        if placed.isExploitationRisk, seen.shows(riskOf: "sexual-exploitation") {
            tags.append(Tag("Exploitation risk on arrival", .now))
        }
        if placed.until != nil { tags.append(Tag("Ended", .plain)) }
        let place = telling.agency(named: placed.place).map { ", \($0)" } ?? ""
        let distance = placed.distanceMiles.map { ", \(Spoken.counted($0, "mile")) from home" } ?? ""
        let until = placed.until.map { " to \(Spoken.fullDate($0))" } ?? ""
        let whose = """
            \(telling.agency(placed.responsible) ?? "Not said") answers for the child; \(telling.agency(placed.host) ?? "another authority") is host.
            """
        return """
            <li class="row"><div class="face" aria-hidden="true">\(telling.initials(child))</div>
            <div class="what"><p><a class="name" href="/children/\(child.id.number)">\(telling.nameWithAge(child))</a> \(tags.map(\.html))</p>
            <p>\(Choices.spoken(placed.kind).capitalisedFirst)\(place)\(distance), since \(Spoken.fullDate(placed.since))\(until).
            <span class="small">\(whose)</span></p>\(notices(placed, child, call))\(owed(child, call))</div></li>
            """
    }

    private static func notices(_ placed: PlacedAcross, _ child: Child, _ call: Call) -> HTML {
        let clock = Clock(now: call.now)
        let mayTell = call.access.mayRecord(.toldAboutChild, on: child.id)
        let items = shown(placed, call).map { notice -> HTML in
            guard let told = notice.toldAt else {
                let form =
                    "/children/\(child.id.number)/add/told-about-child?to=\(notice.kind.recipient)&kind=\(notice.kind.rawValue)"
                let link: HTML =
                    mayTell
                    ? " <a href=\"\(form)\">They were told<span class=\"unseen\">: \(notice.kind.says)</span></a>"
                    : HTML()
                return "<li>\(Tag("Not told", .now).html)\(notice.kind.says)\(link)</li>"
            }
            return "<li>\(Tag("Told", .ok).html)\(notice.kind.says), \(clock.moment(told))</li>"
        }
        return items.isEmpty ? HTML() : "<ul class=\"plain\">\(items)</ul>"
    }

    /// What either side owes for the child outside any episode.
    private static func owed(_ child: Child, _ call: Call) -> HTML {
        let seen = call.seen(of: child.id)
        let role = call.account.role
        let duties = call.site.partnership.childStandings(of: child.id, in: call.state, at: call.now)
            .filter { $0.state.isOutstanding && seen.shows($0, to: role) }.sorted(by: DutyStanding.isSooner)
        if duties.isEmpty { return HTML() }
        let clock = Clock(now: call.now)
        let telling = Telling(state: call.state, now: call.now)
        let items = duties.prefix(6).map { duty -> HTML in
            let who = [duty.owedBy.spoken.capitalisedFirst, telling.agency(duty.agency)].compactMap(\.self).joined(
                separator: ", ")
            return
                "<li><b>\(who):</b> \(duty.says). <span class=\"small\">\(duty.due.map { clock.due($0) })</span></li>"
        }
        return """
            <details><summary class="small">\(Spoken.counted(duties.count, "thing")) owed, and by which side</summary><ul>\(items)</ul></details>
            """
    }

    private static var sides: HTML {
        """
        <section class="card"><h2>Whose is what</h2><div class="wide" role="region" tabindex="0" aria-label="Whose is what"><table><thead><tr><th scope="col">The authority that answers for the child</th>
        <th scope="col">The host authority</th></tr></thead><tbody>
        <tr><td>Tells the host, health and the school there that the child comes, and of any risk, before or on the day.</td><td>Knows who lives in its area, and looks at risks of the place.</td></tr>
        <tr><td>Sees that the return interview is offered, wherever the child is.</td><td>May hold it, where it accepts that.</td></tr>
        <tr><td>Leads when the child is missing, whatever is asked of the host.</td><td>Leads the enquiry where a crime or harm happened in its area.</td></tr>
        <tr><td>Tells the host when the child has left.</td><td>Takes its alerts down.</td></tr></tbody></table></div></section>
        """
    }
}

extension PlacedAcross.Notice.Kind {
    fileprivate var recipient: String {
        switch self {
        case .arrival, .departure, .risk: "host-authority"
        case .health: "health"
        case .school: "school"
        }
    }

    fileprivate var says: String {
        switch self {
        case .arrival: "The host authority, that the child has come"
        case .departure: "The host authority, that the child has left"
        case .risk: "The host authority and police there, of the risk of exploitation"
        case .health: "Health there"
        case .school: "The school there"
        }
    }
}
