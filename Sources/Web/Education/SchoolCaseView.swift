// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The page of a pupil's case: the step it is at, what is next, what was asked of whom, and how it ends.
struct SchoolCaseView {
    let model: SchoolCaseModel
    let typed: FormFields
    let fault: String?

    private var row: SchoolCaseRow { model.row }
    private var clock: Clock { Clock(now: model.call.now) }

    var html: HTML {
        let name = model.telling.nameWithAge(row.child)
        let error: HTML =
            fault.map { text -> HTML in
                "<div class=\"summary-of-errors\" role=\"alert\" tabindex=\"-1\"><h2>There is a problem</h2><p><a href=\"#weighing\">\(text)</a></p></div>"
            } ?? HTML()
        return """
            \(Parts.breadcrumbs([home], row.child.facts.name))
            \(error)\(said)<h1>\(name)</h1>
            <p class="lead"><b>\(row.since(model.call.today))</b>\(school). \(EducationPages.tags(row, model.call))</p>
            \(next)\(line)
            <div class="grid"><div>\(SchoolCaseWeighing(model: model, typed: typed).html)\(EnquiriesView(model: model).html)\(happened)</div>
            <aside>\(away)\(SchoolCaseEnding(model: model).html)\(duties)\(rest)</aside></div>
            """
    }

    /// The worklist, for those whose it is.
    private var home: (String, String) {
        model.role.worksOnSchoolCases ? ("Missing from education", "/education") : ("Board", "/")
    }

    private var school: HTML {
        guard model.role != .school, let name = row.child.facts.identity.word(.school) else { return HTML() }
        return ", \(model.telling.agency(named: name))"
    }

    private var said: HTML {
        switch typed["said"] {
        case "none":
            Parts.notice(
                "<p><b>Recorded:</b> none of the seven holds. The school may go on with its own enquiries.</p>")
        case "judged": Parts.notice("<p><b>Recorded:</b> what you judged, and why.</p>")
        default:
            EventWord(rawValue: typed["recorded"]).map { word -> HTML in
                Parts.notice("<p><b>Recorded:</b> \(ActWords.title(word)).</p>")
            } ?? HTML()
        }
    }

    private var next: HTML {
        guard row.school.step != .closed else { return HTML() }
        guard let duty = row.owed.first(where: { $0.isOwed(by: model.role) }) ?? row.owed.first else {
            return
                "<section class=\"card next ok\"><h2>Nothing is owed now</h2><p>\(row.school.step.asks)</p></section>"
        }
        let isMine = duty.isOwed(by: model.role)
        let look = duty.state == .overdue ? "now" : "soon"
        let button: HTML =
            isMine
            ? "<p class=\"buttons\">\(Parts.button(DutyLinks.verb(duty), to: DutyLinks.form(duty, of: row.child.id, episode: row.episode.id)))</p>"
            : HTML()
        return """
            <section class="card next \(look)"><h2>\(isMine ? "What you owe next" : "Next")</h2>
            <p>\(isMine ? HTML() : "<b>\(duty.owedBy.spoken.capitalisedFirst):</b> ")<b>\(duty.says).</b>
            <span class="due \(look)">\(duty.due.map { clock.due($0) })</span> <span class="small">\(duty.source)</span></p>\(button)</section>
            """
    }

    /// The steps with their dates, the present one marked in words.
    private var line: HTML {
        let today = model.call.today
        let steps = SchoolCase.running.map { step -> HTML in
            let end = row.school.ends[step].map { "to \(Spoken.date($0, today: today))" } ?? "from then on"
            let duties = row.duties.filter { row.school.step(of: $0) == step }
            let done = duties.count { [.done, .doneLate].contains($0.state) }
            let late = duties.count { [.overdue, .missed].contains($0.state) }
            let isNow = step == row.school.step
            let words = duties.isEmpty ? "" : "\(done) of \(duties.count) done\(late == 0 ? "" : ", \(late) late")"
            return """
                <li\(" class=\"now\" aria-current=\"step\"", when: isNow)><b>\(step.says)</b>\(isNow ? " <span class=\"tag plain\">Now</span>" : HTML())
                <span class="small">\(end)</span><br><span class="small">\(words)</span></li>
                """
        }
        return "<ol class=\"steps\" aria-label=\"Steps of the case\">\(steps)</ol>"
    }

    private var away: HTML {
        guard model.seen.sees(.outline) else { return HTML() }
        let seesEpisode = model.seen.sees(.episode)
        let items = model.away.prefix(6).map { episode -> HTML in
            let start = episode.facts.start.map { clock.moment($0) } ?? HTML()
            let what = seesEpisode ? EpisodeStrip.kind(of: episode).says : "Away"
            let isOpen = episode.facts.isOpen
            return """
                <li><a href="/episodes/\(episode.id.number)">\(what), \(start)</a>\(isOpen ? " \(Tag("Not back", .now).html)" : HTML())</li>
                """
        }
        let list: HTML = items.isEmpty ? "<p>None is on record.</p>" : "<ul class=\"plain\">\(items)</ul>"
        let refer: HTML =
            model.mayRecord(.referred)
            ? """
            <p><a href="\(model.path)/add/referred?to=mash&amp;reason=\(FormFields.encode("Exploitation is suspected. "))">Refer: exploitation is suspected</a></p>
            """ : HTML()
        return """
            <section class="card"><h2>Away from home or care</h2>\(list)
            <p class="small">A child who misses school and goes missing may be being exploited.</p>\(refer)</section>
            """
    }

    private var happened: HTML {
        let entries = model.told.reversed().map { event -> HTML in
            let text = event.details.text(.result) ?? event.details.text(.action) ?? event.details.text(.reason)
            let quote: HTML = text.map { text -> HTML in "<p class=\"quote\">“\(Parts.lines(text))”</p>" } ?? HTML()
            return """
                <li><p><b class="at">\(clock.moment(event.occurredAt))</b> \(EventSentence(event: event, telling: model.telling).text).</p>
                \(quote)<p class="small">\(model.telling.actor(event.by).capitalisedFirst)</p></li>
                """
        }
        return """
            <section class="card"><h2>What was done</h2><ol class="time">\(entries)</ol>\(HeldBack(seen: model.seen).html)</section>
            """
    }

    private var duties: HTML {
        let groups = SchoolCase.running.map { step -> HTML in
            let duties = row.duties.filter { row.school.step(of: $0) == step }
            if duties.isEmpty { return HTML() }
            let items = duties.map { duty -> HTML in
                "<li>\(Self.tag(duty).html)\(duty.owedBy.spoken.capitalisedFirst): \(duty.says). <span class=\"small\">\(when(duty))\(duty.source)</span></li>"
            }
            return "<h3>\(step.says)</h3><ul class=\"plain\">\(items)</ul>"
        }
        return "<section class=\"card\" id=\"duties\"><h2>What the protocol asks</h2>\(groups)</section>"
    }

    /// By when it is due, or when it was done.
    private func when(_ duty: DutyStanding) -> HTML {
        switch duty.state {
        case .owed, .overdue, .notYet: duty.due.map { "\(clock.due($0)), " } ?? HTML()
        case .done, .doneLate: duty.endedAt.map { "\(clock.moment($0)), " } ?? HTML()
        default: HTML()
        }
    }

    private static func tag(_ duty: DutyStanding) -> Tag {
        switch duty.state {
        case .done: Tag("Done", .ok)
        case .doneLate: Tag("Done late", .soon)
        case .owed: Tag("Owed", .soon)
        case .overdue: Tag("Overdue", .now)
        case .missed: Tag("Not done", .now)
        case .notYet: Tag("Not yet", .plain)
        case .lapsed: Tag("No longer owed", .plain)
        case .waived: Tag("Set aside", .plain)
        case .agreed: Tag("Agreed", .plain)
        }
    }

    private var rest: HTML {
        model.seen.sees(.outline)
            ? "<p class=\"small\"><a href=\"\(model.path)\">Everything that can be recorded on this case</a></p>"
            : HTML()
    }
}
