// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The page of a place or a person of concern: what is said of it, who said so, what restricts it, and which children's
/// records name it.
struct ConcernEntryView {
    let call: Call
    let entry: ConcernEntry
    let lines: [Network.Line]
    let notices: [HarbouringNotice]

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var names: PointNames { PointNames(telling: telling, access: call.access) }

    var html: HTML {
        """
        \(Parts.breadcrumbs([("Board", "/"), ("Places and people of concern", "/concerns")], entry.name))
        \(ConcernListPages.recorded(call))<h1>\(entry.name)</h1><p class="lead">\(tags)</p>
        <div class="grid"><div>\(known)\(children)\(history)</div><aside>\(actions)\(DisruptionPlanPages.card(entry, call))\(restriction)\(noticeCard)</aside></div>
        """
    }

    private var tags: HTML {
        var tags = [Tag(entry.kind.spoken), entry.confidence.tag]
        if entry.isEnded {
            tags.append(Tag("No longer of concern", .ok))
        } else if entry.isOverdue(at: call.now) {
            tags.append(Tag("Should have been looked at again", .now))
        }
        if entry.restriction(at: call.now) != nil { tags.append(Tag("Restricted place", .wait)) }
        if entry.names != nil { tags.append(Tag("Kept to named people", .wait)) }
        return tags.map(\.html).joined()
    }

    private var known: HTML {
        let details = entry.details
        let text: (DetailKey) -> HTML = { details.text($0).map { Parts.lines($0) } ?? HTML() }
        let address = [details.text(.address), details.word(.postcode)].compactMap(\.self).joined(separator: ", ")
        let first = entry.records.first?.event
        let rows: [(String, HTML)] = [
            ("What kind", HTML(text: details.word(.kind).map { Choices.spoken($0).capitalisedFirst } ?? "")),
            ("Also known as", text(.knownAs)), ("Description", text(.description)), ("Address", HTML(text: address)),
            ("Phones", text(.phones)), ("Why it is of concern", text(.rationale)), ("Who told us", text(.toldBy)),
            ("How sure", HTML(text: entry.confidence.means.capitalisedFirst)),
            (
                "Entered",
                first.map { event -> HTML in "\(clock.moment(event.occurredAt)), by \(telling.actor(event.by))" }
                    ?? HTML()
            ),
            ("To look at again", entry.nextReview.map { HTML(text: Spoken.fullDate(London.date(of: $0))) } ?? HTML()),
        ]
        return "<section class=\"card\"><h2>What is known</h2>\(Parts.summary(rows))</section>"
    }

    /// What the register and the children's records tie it to, as far as the reader may see them.
    private var children: HTML {
        if lines.isEmpty {
            return """
                <section class="card"><h2>Children and other entries</h2><p>No record that you may see names it.</p></section>
                """
        }
        return """
            <section class="card"><h2>Children and other entries</h2>\(NetworkTable(lines: lines, names: names, clock: clock, from: .entry(entry.number)).html)
            <p><a href="/concerns/network?about=entry-\(entry.number)">Draw the network around it</a></p>
            <p class="small">Only children whom you may see are named here. There may be others.</p></section>
            """
    }

    private var history: HTML {
        let entries = entry.records.reversed().map { record -> HTML in
            let details = EventDetails(event: record.event, telling: telling, access: call.access).html
            return """
                <li id="e\(record.position.number)"><p><b class="at">\(clock.moment(record.event.occurredAt))</b>
                \(EventSentence(event: record.event, telling: telling).text).</p>
                <details><summary class="small">All of it</summary>\(details)</details>
                <p class="small">\(telling.actor(record.event.by).capitalisedFirst)</p></li>
                """
        }
        return "<section class=\"card\"><h2>What was recorded</h2><ol class=\"time\">\(entries)</ol></section>"
    }

    private var restriction: HTML {
        guard let held = entry.restriction(at: call.now) else { return HTML() }
        let until = held.until.map { " until \(Spoken.fullDate(London.date(of: $0)))" } ?? ""
        return """
            <section class="card next soon"><h2>Restricted place</h2><p><b>\(Choices.spoken(held.kind).capitalisedFirst)</b>\(until).</p>
            <p>\(Parts.lines(held.reason))</p></section>
            """
    }

    private var noticeCard: HTML {
        guard entry.kind == .person else { return HTML() }
        let rows = notices.map { notice -> HTML in
            let child = names.label(.child(notice.child))
            let parts: [HTML] = [
                notice.askedAt.map { at -> HTML in "asked for \(clock.moment(at))" },
                notice.servedAt.map { at -> HTML in "served \(clock.moment(at))" },
                notice.by.map { by -> HTML in "by \(telling.agency(named: by))" },
                notice.until.map { at -> HTML in "holds until \(clock.moment(at))" },
                notice.endedAt.map { at -> HTML in "ended \(clock.moment(at))" },
            ].compactMap(\.self)
            let tag =
                notice.endedAt != nil
                ? Tag("Ended") : notice.servedAt == nil ? Tag("Asked for", .soon) : Tag("Served", .now)
            return """
                <li>\(tag.html)<a href="/children/\(notice.child.number)">\(child)</a>: \(parts.joined(separator: ", "))</li>
                """
        }
        let body: HTML =
            rows.isEmpty ? "<p>None about a child whom you may see.</p>" : "<ul class=\"plain\">\(rows)</ul>"
        return """
            <section class="card"><h2>Harbouring warning notices</h2>\(body)
            <p class="small">Asked for, served and ended from the child's own page.</p></section>
            """
    }

    private var actions: HTML {
        let words = RegisterActs.concerns.words(for: entry, role: call.account.role, at: call.now)
        if words.isEmpty { return HTML() }
        let links = words.map { word -> HTML in
            """
            <li><a href="/concerns/record?act=\(word.rawValue)&amp;concern=\(entry.number)">\(ActWords.title(word))</a></li>
            """
        }
        return "<section class=\"card\"><h2>Record something</h2><ul class=\"plain\">\(links)</ul></section>"
    }
}
