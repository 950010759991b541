// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// A chronology for a reviewer to read and to print: what happened, when it became known, and by whom.
struct AsKnownView {
    let call: Call
    let model: AsKnownModel
    let typed: FormFields
    let fault: String?

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var name: String {
        call.access.maySee(.identity, of: model.child.id) ? model.child.facts.name : "The child"
    }
    private var moment: String {
        "\(Spoken.fullDate(London.date(of: model.instant))) \(Spoken.time(model.instant))"
    }
    private var home: String {
        model.episode.map { "/episodes/\($0.id.number)" } ?? "/children/\(model.child.id.number)"
    }

    func html(_ looks: HTML) -> HTML {
        let what = model.episode == nil ? "The whole record" : "One episode"
        let later: HTML =
            model.afterwards == 0
            ? HTML()
            : "<p class=\"small\">What happened afterwards, \(model.afterwards) entries, is not on this page.</p>"
        return """
            \(Parts.breadcrumbs([("Board", "/"), (name, home)], "As it was known"))
            <div class="sheet-wide"><h1>\(name): as it was known at \(moment)</h1>
            <p class="lead">\(what), as far as you may see it today. Nothing here judges anybody: it says what stood in the record then.</p>
            \(form)\(section("known", "What the record held then", model.known, none: "Nothing stood in the record then."))
            \(section("later", "Recorded later, about the time before", model.learntLater, none: "Nothing of that time was recorded later."))
            \(duties)\(told)\(looks)\(later)\(HeldBack(seen: call.seen(of: model.child.id)).html)</div>
            """
    }

    private var form: HTML {
        let local = London.localTime(of: model.instant)
        let error: HTML = fault.map { text -> HTML in "<p class=\"error\" id=\"date-error\">\(text)</p>" } ?? HTML()
        let date = typed["date"].isEmpty ? TimeText.write(local.date) : typed["date"]
        let time = typed["date"].isEmpty ? Spoken.time(local) : typed["time"]
        return """
            <form method="get" action="\(home)/as-known" class="card spaced no-print">\(error)<div class="when"><label>Date <input type="date" name="date" value="\(date)"></label>
            <label>Time <input type="time" name="time" value="\(time)"></label><button class="btn">Show what was known then</button></div>\(steps)</form>
            """
    }

    /// The moments that a reviewer asks for most.
    private var steps: HTML {
        let facts = (model.episode ?? call.state.episodes(of: model.child.id).last)?.facts
        guard let facts else { return HTML() }
        let moments: [(String, Instant?)] = [
            ("when it was reported", facts.reportedAt), ("a day after", facts.reportedAt.map { $0 + .days(1) }),
            ("when the child was located", facts.locatedAt), ("when they came back", facts.returnedAt),
            ("72 hours after that", facts.returnedAt.map { $0 + .hours(72) }),
        ]
        let links = moments.compactMap { says, instant -> HTML? in
            guard let instant, instant <= call.now else { return nil }
            let local = London.localTime(of: instant)
            return
                "<a href=\"\(home)/as-known?date=\(TimeText.write(local.date))&amp;time=\(FormFields.encode(Spoken.time(local)))\">\(says)</a>"
        }
        return links.isEmpty ? HTML() : "<p class=\"small\">Or: \(links.joined(separator: " · "))</p>"
    }

    private func section(_ id: String, _ title: String, _ lines: [AsKnownModel.Line], none: String) -> HTML {
        if lines.isEmpty {
            return "<section class=\"card spaced\" id=\"\(id)\"><h2>\(title)</h2><p>\(none)</p></section>"
        }
        let rows = lines.map { line -> HTML in
            let event = line.event
            let details = EventDetails(
                event: event, telling: telling, access: call.access, seen: call.seen(of: model.child.id))
            return """
                <tr><td>\(exact(event.occurredAt))</td><td>\(delay(event))</td><td>\(telling.actor(event.by).capitalisedFirst)</td>
                <td><b>\(EventSentence(event: event, telling: telling).text).</b>\(corrected(line.entry))\(details.html)</td></tr>
                """
        }
        return """
            <section class="card spaced" id="\(id)"><h2>\(title): \(lines.count)</h2><div class="wide" tabindex="0" role="region" aria-label="\(title)"><table class="chronology"><thead><tr>
            <th scope="col">Happened</th><th scope="col">Became known</th><th scope="col">By whom</th><th scope="col">What</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>
            """
    }

    /// A date and a time, since "today" would be wrong on paper.
    private func exact(_ time: UncertainTime) -> String {
        switch time {
        case .at(let instant): written(instant)
        case .about(let instant): "about \(written(instant))"
        case .between(let first, let last): "between \(written(first)) and \(written(last))"
        case .on(let date): Spoken.fullDate(date)
        }
    }

    private func written(_ instant: Instant) -> String {
        "\(TimeText.write(London.date(of: instant))) \(Spoken.time(instant))"
    }

    private func delay(_ event: Event) -> HTML {
        let length = event.recordedAt - event.occurredAt.latest
        let late: HTML =
            length < .minutes(15) ? HTML() : "<br><span class=\"small\">\(Spoken.elapsed(length)) later</span>"
        return "\(written(event.recordedAt))\(late)"
    }

    private func corrected(_ entry: AsKnown.Entry) -> HTML {
        switch entry.since {
        case .stands: HTML()
        case .hadBeenCorrected: " \(Tag("Had been put right by then", .wait).html)"
        case .correctedLater(let at):
            " \(Tag("Put right later", .wait).html)<span class=\"small\">\(written(at))</span>"
        }
    }

    private var duties: HTML {
        let parts = model.stood.filter { !$0.duties.isEmpty }.map { stood -> HTML in
            let start =
                stood.episode.facts.start.map { "The episode of \(Spoken.fullDate(London.date(of: $0)))" }
                ?? "The episode"
            let rows = stood.duties.map { duty -> HTML in
                """
                <tr><td>\(state(duty).html)</td><td>\(duty.says)</td><td>\(duty.owedBy.spoken.capitalisedFirst)</td>
                <td>\(duty.due.map { written($0.lastInstant) } ?? "")</td><td>\(duty.endedAt.map { written($0) } ?? "")</td></tr>
                """
            }
            return """
                <h3>\(start), under \(stood.packs)</h3><div class="wide" tabindex="0" role="region" aria-label="Duties of \(start.lowercased())"><table><thead><tr><th scope="col">Stood</th><th scope="col">What</th>
                <th scope="col">Owed by</th><th scope="col">Due</th><th scope="col">Ended</th></tr></thead><tbody>\(rows)</tbody></table></div>
                """
        }
        let body: HTML = parts.isEmpty ? "<p>Nothing was owed then that you may see.</p>" : parts.joined()
        return """
            <section class="card spaced" id="duties"><h2>How duties stood, by what was known then</h2>\(body)</section>
            """
    }

    private func state(_ duty: DutyStanding) -> Tag {
        switch duty.state {
        case .overdue: Tag("Overdue", .now)
        case .owed: Tag("Owed", .soon)
        case .notYet: Tag("Not yet")
        case .done: Tag("Done", .ok)
        case .doneLate: Tag("Done late", .soon)
        case .lapsed: Tag("No longer owed")
        case .missed: Tag("Missed", .now)
        case .waived: Tag("Set aside", .wait)
        case .agreed: Tag("Agreed not due", .wait)
        }
    }

    private var told: HTML {
        let words: Set<EventWord> = [
            .notified, .acknowledged, .familyTold, .toldAboutChild, .findingsShared, .reported,
        ]
        let rows = model.known.filter { words.contains($0.event.word) }.map { line -> HTML in
            let whom = line.event.details.word(.to).map { telling.word($0, of: .to).capitalisedFirst }
            return """
                <li><b>\(whom ?? EventSentence(event: line.event, telling: telling).text)</b>: \(exact(line.event.occurredAt)), by \(telling.actor(line.event.by))</li>
                """
        }
        let body: HTML = rows.isEmpty ? "<p>Nobody, by what was recorded then.</p>" : "<ul class=\"plain\">\(rows)</ul>"
        return "<section class=\"card spaced\" id=\"told\"><h2>Who had been told</h2>\(body)</section>"
    }

    /// Who had looked, for whom the trail is open.
    func looks() async throws -> HTML {
        guard let looks = model.looks else { return HTML() }
        let table = LookTable(looks: looks, telling: try await LookTelling(call), columns: .ofChild).html
        return """
            <section class="card spaced" id="looks"><h2>Who had looked at the record</h2><p class="small">The newest \(AsKnownModel.mostLooks) at most, of the child's whole record.</p>\(table)</section>
            """
    }
}
