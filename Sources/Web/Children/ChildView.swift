// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// The page of a child.
struct ChildView {
    let model: ChildModel

    private var path: String { "/children/\(model.child.id.number)" }
    private var clock: Clock { Clock(now: model.telling.now) }

    var html: HTML {
        """
        \(Parts.breadcrumbs([("Board", "/"), ("Children", "/children")], model.child.facts.name))
        <div class="child-head">\(face)
        <div><h1>\(model.telling.nameWithAge(model.child))</h1><p class="lead">\(now)</p></div></div>\(joined)
        <div class="grid"><div>\(who)\(episodes)\(concerns)\(chronology)</div><aside>\(report)\(model.borders)\(duties)\(often)\(penPicture)\(documents)\(actions)\(protection)</aside></div>
        """
    }

    private var face: HTML {
        let photo = DocumentsView.photo(of: model.child, model.seen, "face big")
        return photo.isEmpty
            ? "<div class=\"face big\" aria-hidden=\"true\">\(model.telling.initials(model.child))</div>" : photo
    }

    /// That what stands here comes from several records.
    private var joined: HTML {
        let records = model.telling.state.records(of: model.child.id)
        guard 1 < records.count else { return HTML() }
        let numbers = records.map { "\($0.number)" }
        let list = numbers.dropLast().joined(separator: ", ") + " and " + numbers[numbers.count - 1]
        let others = records.dropFirst()
        let link: HTML =
            others.allSatisfy { model.access.mayCompare(model.child.id, $0) }
            ? " <a href=\"/matches\">Who joined them, and how they are parted</a>" : HTML()
        return Parts.notice(
            "<p>Records \(list) are shown here as one child. Both histories are kept.\(link)</p>")
    }

    private var documents: HTML {
        let mayAdd = model.access.mayRecord(.documentAdded, on: model.child.id)
        return DocumentsView(child: model.child, seen: model.seen, now: clock, mayAdd: mayAdd).html
    }

    private var now: HTML {
        if !model.seen.sees(.outline) { return "Whether they are away is not for your role." }
        guard let open = model.open else { return "Not missing now." }
        let tags = EpisodeTags.of(open, model.child, telling: model.telling, sees: model.seen.sees).map(\.html)
        return "\(tags)<a href=\"/episodes/\(open.id.number)\">Go to the open episode</a>"
    }

    private var who: HTML {
        var rows = model.identityRows.map { ($0.0, Parts.lines($0.1)) }
        if let placement = model.placementText {
            rows.insert(("Placement", HTML(text: placement)), at: min(1, rows.count))
        }
        let lists = [
            ("Status", model.statusTexts), ("Allocated", model.allocationTexts), ("Known risks", model.riskTexts),
        ]
        rows += lists.map { ($0.0, $0.1.map { HTML(text: $0) }.joined(separator: "<br>")) }
        return "<section class=\"card\"><h2>Who they are</h2>\(Parts.summary(rows))</section>"
    }

    private var episodes: HTML {
        if model.episodes.isEmpty {
            return unreported.isEmpty
                ? HTML()
                : "<p class=\"small\"><a href=\"\(path)/unreported\">They were away and nobody reported it</a></p>"
        }
        let rows = model.episodes.reversed().prefix(30).map { episode -> HTML in
            let facts = episode.facts
            let start = facts.start ?? facts.checksStartedAt
            let end = facts.returnedAt
            let length = start.map { Spoken.elapsed((end ?? model.telling.now) - $0) }
            return """
                <tr><td><a href="/episodes/\(episode.id.number)">\(start.map { Spoken.fullDate(London.date(of: $0)) } ?? "Not dated")</a></td>
                <td>\(model.kind(of: episode))</td><td>\(length)\(end == nil ? ", not back" : "")</td></tr>
                """
        }
        return """
            <section class="card"><h2>\(Spoken.counted(model.episodes.count, "episode")), \(model.telling.countIn90Days(model.child)) in the last 90 days</h2>
            \(model.seen.sees(.episode) ? ChildYears(episodes: model.episodes, now: model.telling.now).html : HTML())
            <div class="wide" role="region" tabindex="0" aria-label="Episodes"><table><thead><tr><th scope="col">From</th><th scope="col">What</th><th scope="col">How long</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>\(asKnown)</section>
            """
    }

    /// Where the past of the record is read, and what nobody reported is added to it.
    private var asKnown: HTML {
        guard model.seen.sees(.episode) else { return HTML() }
        return
            "<p class=\"small\"><a href=\"\(path)/as-known\">The record as it was known at a time</a>\(unreported)</p>"
    }

    private var unreported: HTML {
        guard model.mayReport, model.open == nil else { return HTML() }
        return " · <a href=\"\(path)/unreported\">They were away and nobody reported it</a>"
    }

    private var chronology: HTML {
        let entries = model.chronology.compactMap { told -> HTML? in
            guard case .event(let position, let event) = told else { return nil }
            let details = EventDetails(
                event: event, telling: model.telling, access: model.access, seen: model.seen)
            let correct: HTML =
                model.access.mayCorrect(position, on: model.child.id)
                    && event.word != .corrected && !ChildProtection.words.contains(event.word)
                ? " · <a href=\"\(path)/add/corrected?what=\(position.number)\">Correct<span class=\"unseen\"> entry \(position.number)</span></a>"
                : ""
            let whole = details.html
            return """
                <li id="e\(position.number)"><p><b class="at">\(clock.moment(event.occurredAt))</b>
                \(EventSentence(event: event, telling: model.telling).text).</p>
                \(whole.isEmpty ? HTML() : "<details><summary class=\"small\">All of it</summary>\(whole)</details>")
                <p class="small">\(model.telling.actor(event.by, to: model.seen).capitalisedFirst)\(correct)</p></li>
                """
        }
        return """
            <section class="card"><h2>The child's own record</h2><ol class="time">\(entries)</ol>\(HeldBack(seen: model.seen).html)</section>
            """
    }

    /// The guided report for those who look after children; the form for everybody else.
    private var reportPlace: String {
        model.access.actor.role.guidesReports ? "/report?child=\(model.child.id.number)" : "\(path)/add/reported"
    }

    private var report: HTML {
        guard model.mayReport, model.away == nil else { return HTML() }
        return "<p>\(Parts.button("Report missing", to: reportPlace, "urgent"))</p>"
    }

    private var concerns: HTML {
        ChildConcerns(child: model.child.id, access: model.access, telling: model.telling).html
    }

    private var duties: HTML {
        DutiesView(
            duties: model.duties, heading: "Owed for the child", child: model.child.id,
            episode: model.child.episodes.last, waivable: model.waivable, agreeable: model.agreeable,
            access: model.access, seen: model.seen, telling: model.telling
        ).html
    }

    /// How often and how serious: the triage, and what a number of episodes has set off.
    private var often: HTML {
        let fired = model.firings.map { firing -> HTML in
            let mark: HTML = firing.isUndone ? " \(Tag("Undone since", .wait).html)" : ""
            return """
                <li><b>\(firing.trigger.spaced.capitalisedFirst)</b>, \(clock.moment(firing.at))\(mark)
                <span class="small">\(firing.why.joined(separator: " ")) \(firing.source)</span></li>
                """
        }
        let triage = model.triage.map { reading -> HTML in
            let besides: HTML =
                reading.colour == reading.colourWithAbsences
                ? HTML() : " and with absences \(Self.tag(reading.colourWithAbsences).html)"
            return """
                <p>Triage: \(Self.tag(reading.colour).html)\(besides)</p>
                <details id="triage"><summary class="small">Why</summary><p class="small">\(reading.why.joined(separator: " ")) \(reading.source)</p></details>
                """
        }
        if triage == nil && fired.isEmpty { return HTML() }
        let list: HTML = fired.isEmpty ? HTML() : "<ul class=\"plain\">\(fired)</ul>"
        return "<section class=\"card\"><h2>How often</h2>\(triage)\(list)</section>"
    }

    private static func tag(_ colour: Triage.Colour) -> Tag {
        switch colour {
        case .red: Tag("Red", .now)
        case .amber: Tag("Amber", .soon)
        case .green: Tag("Green", .ok)
        }
    }

    private var penPicture: HTML {
        let text: HTML =
            model.penPicture.map { picture -> HTML in
                "<p>\(picture.details.text(.description).map(Parts.lines))</p><p class=\"small\">Written \(clock.moment(picture.occurredAt)).</p>"
            } ?? "<p>Nobody has written one. It is what police need at once.</p>"
        let whole: HTML = "<a href=\"\(path)/pen-picture\">All of it, on one page</a>"
        var links = model.penPicture == nil ? [] : [whole]
        if model.acts.contains(.penPictureWritten) {
            let verb = model.penPicture == nil ? "Write it" : "Renew it"
            links.append("<a href=\"\(path)/add/pen-picture-written\">\(verb)</a>")
        }
        return "<section class=\"card\"><h2>Pen picture</h2>\(text)<p>\(links.joined(separator: " · "))</p></section>"
    }

    /// What holds the record back, for those who may know; for the rest, why they see what they see.
    private var protection: HTML {
        let held = model.child.facts.protection
        var lines: [HTML] = []
        if model.seen.sees(.audit) {
            if let restriction = held.restriction {
                lines.append(
                    "<p>\(Tag("Restricted", .wait).html)to \(Spoken.counted(restriction.names.count, "person").replacing("persons", with: "people")), \(restriction.ground.spoken).</p>"
                )
            }
            if let shield = held.shield, shield.holds(at: model.telling.now) {
                lines.append("<p>\(Tag("Location shielded", .wait).html)from all but \(shield.names.count).</p>")
            }
            let waiting = held.glassBreaks.count { $0.reviewedAt == nil }
            if waiting > 0 { lines.append("<p>\(Tag("Opened by others", .soon).html)\(waiting) not reviewed yet.</p>") }
            lines.append("<p><a href=\"\(path)/protection\">Who may see this record</a></p>")
        }
        if model.mayGiveLinks { lines.append("<p><a href=\"\(path)/links\">A link of their own</a></p>") }
        if model.mayAnswerSubjectAccess {
            lines.append("<p><a href=\"\(path)/subject-access\">Somebody asks for what is held</a></p>")
        }
        if model.mayErase { lines.append("<p><a href=\"\(path)/erasure\">The end of this record</a></p>") }
        if model.seen.sees(.plans) { lines.append("<p><a href=\"\(path)/plans\">Plans and assessments</a></p>") }
        if model.seen.sees(.episode) {
            lines.append("<p><a href=\"\(path)/chronology\">All that happened, in order</a></p>")
        }
        lines.append("<p><a href=\"\(path)/why\">Why you see what you see</a></p>")
        return "<section class=\"card\"><h2>Access</h2>\(lines)</section>"
    }

    private var actions: HTML {
        if model.acts.isEmpty { return HTML() }
        let links = model.acts.map { word -> HTML in
            "<li><a href=\"\(path)/add/\(word.rawValue)\">\(ActWords.title(word))</a></li>"
        }
        return "<section class=\"card\"><h2>Record something</h2><ul class=\"plain\">\(links)</ul></section>"
    }
}
