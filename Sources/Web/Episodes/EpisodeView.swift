// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The page of an episode, and the part of it that refreshes itself.
struct EpisodeView {
    let model: EpisodeModel

    private var clock: Clock { Clock(now: model.telling.now) }
    private var path: String { "/episodes/\(model.episode.id.number)" }

    var part: HTML {
        """
        \(Parts.breadcrumbs([("Board", "/"), (model.child.facts.name, "/children/\(model.child.id.number)")], "Episode \(model.number)"))
        <h1 data-says="\(model.heading)">\(model.heading)</h1>
        <p class="lead">\(model.tags.map(\.html))\(lastSeen) <span class="small" data-live-status></span></p>
        \(situations.urgent)
        \(owed)\(PlanInForceView(plans: model.plans, child: model.child.id, clock: clock).html)\(offers)
        <div class="grid"><div><section class="card" aria-labelledby="happened"><h2 id="happened">What has happened</h2>\
        \(TimelineView(model: model).html)\(HeldBack(seen: model.seen).html)</section>\(accounts)\(drawn)</div>
        <aside>\(DocumentsView.photo(of: model.child, model.seen))\(quick)\(model.borders)\(interview)\(DutiesView(episode: model).html)\(situations.beside)\(mayBe)\(papers)\(actions)</aside></div>
        """
    }

    private var situations: EpisodeSituations {
        EpisodeSituations(
            episode: model.episode, child: model.child, duties: model.duties, telling: model.telling,
            access: model.access, seen: model.seen)
    }

    private var lastSeen: HTML {
        let facts = model.episode.facts
        var parts: [HTML] = []
        if let since = facts.missingSince { parts.append("Since \(clock.moment(since))") }
        if let from = facts.from, model.seen.sees(.location) {
            parts.append("from \(model.telling.agency(named: from))")
        }
        if model.seen.sees(.episode), let reference = EpisodeTags.reference(of: model.episode) {
            parts.append("police reference \(reference)")
        }
        if model.seen.sees(.episode), let review = facts.nextReview, facts.isOpen {
            parts.append("next review \(clock.moment(review))")
        }
        return parts.joined(separator: " · ")
    }

    private var owed: HTML {
        guard let duty = model.mine.first else {
            let other = model.duties.first(where: \.state.isOutstanding)
            let text: HTML =
                other.map { duty -> HTML in
                    "\(duty.owedBy.spoken.capitalisedFirst): \(duty.says). <span class=\"small\">\(duty.due.map { clock.due($0) })</span>"
                } ?? (model.seen.sees(.episode) ? "Nobody owes anything now." : "What others owe is not for your role.")
            return "<section class=\"card next ok\"><h2>You owe nothing now</h2><p>\(text)</p></section>"
        }
        if model.episode.facts.stage == .closed { return leftUndone(duty) }
        let isNow = duty.state == .overdue || duty.isDue(within: .hours(1), of: clock.now)
        let look = isNow ? "now" : "soon"
        return """
            <section class="card next \(isNow ? "" : "soon")"><h2>What you owe next</h2>
            <p><b>\(duty.says).</b> <span class="due \(look)">\(duty.due.map { clock.due($0) }.map { HTML(trusted: $0.markup) } ?? "Now")</span>
            <br><span class="small">Why: \(DutyReasons.says(duty, to: model.seen)) \(duty.source)</span></p>
            \(mayRecord(duty) ? HTML() : DutyLinks.isRecordedByOthers(duty))
            <p class="buttons">\(recording(duty))\(deciding(duty))\(notOwed(duty))\(more)</p></section>
            """
    }

    /// What was not done when the episode was closed, and still can be, or can be set aside: nobody waits for it tonight.
    private func leftUndone(_ duty: DutyStanding) -> HTML {
        let due: HTML = duty.due.map { "It was due \(clock.moment($0.lastInstant))." } ?? HTML()
        return """
            <section class="card next soon"><h2>Not done when this was closed</h2>
            <p><b>\(duty.says).</b> \(duty.state == .overdue ? due : HTML())</p>
            \(mayRecord(duty) ? HTML() : DutyLinks.isRecordedByOthers(duty))
            <p class="buttons">\(recording(duty))\(notOwed(duty))\(more)</p></section>
            """
    }

    private func mayRecord(_ duty: DutyStanding) -> Bool {
        model.access.mayRecord(duty.doneBy, on: model.child.id)
    }

    private func recording(_ duty: DutyStanding) -> HTML {
        if !mayRecord(duty) { return HTML() }
        let form = DutyLinks.form(duty, of: model.child.id, episode: model.episode.id)
        return Parts.button(DutyLinks.verb(duty), to: form)
    }

    /// The way to the decision on which all else hangs, whatever else is owed first.
    private func deciding(_ duty: DutyStanding) -> HTML {
        let isOpen = model.acts.contains { $0.words.contains(.classified) }
        guard isOpen, duty.doneBy != .classified else { return HTML() }
        return Parts.button("Decide: missing or absent", to: "\(path)/add/classified", "quiet")
    }

    private func notOwed(_ duty: DutyStanding) -> HTML {
        guard model.waivable.contains(duty.duty) else { return HTML() }
        return Parts.button(
            "Not owed, because…", to: "\(path)/add/waived?duty=\(FormFields.encode(duty.duty))", "quiet")
    }

    private var more: HTML {
        model.mine.count > 1
            ? " <a href=\"#duties\">\(Spoken.counted(model.mine.count - 1, "more thing")) that you owe</a>" : HTML()
    }

    /// Who has it while somebody else was asked to take it over.
    private var offers: HTML {
        if !model.seen.sees(.episode) { return HTML() }
        let standing = OwnedPart.allCases.compactMap { StandingOffer($0, of: model.episode) }
        let isTheirs = model.access.actor.role.worksAcrossBorders
        let link: HTML = isTheirs ? " <a href=\"/offers\">Offers</a>" : HTML()
        let lines = standing.map { offer -> HTML in
            let holder = model.telling.agency(offer.holder) ?? "Whoever offered it"
            let what = offer.part == .police ? "the investigation" : "the case"
            return """
                <p><b>\(holder) has \(what) still.</b> \(model.telling.agency(offer.to)) was asked to take it over
                \(clock.moment(offer.offeredAt)) and has not answered.\(link)</p>
                """
        }
        return lines.isEmpty ? HTML() : Parts.notice(lines.joined())
    }

    private var accounts: HTML {
        if model.accounts.isEmpty { return otherAccounts }
        let columns = model.accounts.map { account -> HTML in "<th scope=\"col\">\(account.who)</th>" }
        let since = model.accounts.map { account -> HTML in
            "<td>\(account.missingSince.map { clock.moment($0) } ?? "not said")</td>"
        }
        let seen = model.accounts.map { account -> HTML in
            "<td>\(account.lastSeen.map { clock.moment($0) } ?? "not said")</td>"
        }
        let counts = model.episode.facts.missingSince.map { clock.moment($0) }
        let settle: HTML =
            model.access.mayRecord(.accountSettled, on: model.child.id)
            ? "<a href=\"\(path)/add/account-settled\">Settle this</a>. " : ""
        return """
            <section class="card"><h2>Accounts differ</h2><div class="wide" role="region" tabindex="0" aria-label="Accounts differ"><table><thead><tr><td></td>\(columns)</tr></thead><tbody>
            <tr><th scope="row">Missing since</th>\(since)</tr><tr><th scope="row">Last seen</th>\(seen)</tr></tbody></table></div>
            <p>\(settle)<span class="small">Clocks run from \(counts).</span> <a href="\(path)/accounts">Every account, side by side</a></p></section>
            """
    }

    /// Where there is more than one account, and they state the same start.
    private var otherAccounts: HTML {
        guard model.seen.sees(.episode) else { return HTML() }
        let found = Discrepancies(of: model.episode)
        guard found.accounts.contains(where: { $0.word == .accountReceived }) else { return HTML() }
        let open = found.open.count
        let says =
            open == 0 ? "\(found.accounts.count) accounts" : "Accounts differ on \(Spoken.counted(open, "point"))"
        return "<p class=\"small\"><a href=\"\(path)/accounts\">\(says), side by side</a></p>"
    }

    /// The two things that somebody in a hurry wants to say.
    private var quick: HTML {
        let wanted: [EventWord] = [.returned, .located, .noteAdded]
        let offered = wanted.filter { word in model.acts.contains { $0.words.contains(word) } }
        if offered.isEmpty { return HTML() }
        let links = offered.map { Parts.button(ActWords.title($0), to: "\(path)/add/\($0.rawValue)", "quiet") }
        return "<p class=\"buttons\">\(links.joined(separator: " "))</p>"
    }

    /// The way to the return interview, once there is one to be held.
    private var interview: HTML {
        guard model.episode.facts.returnedAt != nil, model.seen.sees(.episode) else { return HTML() }
        let course = InterviewCourse(of: model.episode)
        return
            "<section class=\"card\"><h2>Return interview</h2><p>\(course.stage.spoken.capitalisedFirst). <a href=\"\(path)/interview\">Open it</a></p></section>"
    }

    private var mayBe: HTML {
        guard model.seen.sees(.location), model.seen.sees(.identity) else { return HTML() }
        let known = model.penPicture?.details.text(.whereTheyMayGo)
        let text: HTML = known.map { Parts.lines($0) } ?? "Nobody has written down where they may go."
        return """
            <section class="card"><h2>They may be</h2><p>\(text)</p>
            <p><a href="/children/\(model.child.id.number)/pen-picture">Pen picture, on one page</a></p></section>
            """
    }

    /// The duties of the first day as a drawing, folded: it says in one look where time was lost.
    private var drawn: HTML {
        let picture = DutyTimelineView(duties: model.duties, now: model.telling.now).firstDay
        if picture.isEmpty || !model.seen.sees(.episode) { return HTML() }
        return """
            <details class="card" id="drawn-duties"><summary>Duties of the first 24 hours, drawn</summary>\(picture)
            <p class="small"><a href="\(path)/duties">All of it, with a table</a></p></details>
            """
    }

    /// What can be printed of the episode, and its duties as a drawing.
    private var papers: HTML {
        guard model.seen.sees(.episode) else { return HTML() }
        var links: [HTML] = [
            "<li><a href=\"\(path)/police-pack\">Police pack, on one sheet</a></li>",
            "<li><a href=\"\(path)/duties\">Duties over time, drawn</a></li>",
        ]
        if model.acts.contains(where: { $0.words.contains(.letterSent) }) {
            links.append("<li><a href=\"\(path)/letters\">Letters</a></li>")
        }
        let day = model.episode.facts.start.map { London.date(of: $0) } ?? model.telling.today
        let placement = model.seen.sees(.location) ? model.child.facts.placement(on: day)?.kind : nil
        for kind in EstablishmentReportKind.allCases where kind.placement == placement {
            links.append("<li><a href=\"\(path)/reports/\(kind.rawValue)\">\(kind.title)</a></li>")
        }
        return "<section class=\"card\"><h2>On paper</h2><ul class=\"plain\">\(links)</ul></section>"
    }

    private var actions: HTML {
        if model.acts.isEmpty { return HTML() }
        let groups = model.acts.enumerated().map { index, group -> HTML in
            let links = group.words.map { word -> HTML in
                "<li><a href=\"\(path)/add/\(word.rawValue)\">\(ActWords.title(word))</a></li>"
            }
            return """
                <details id="acts-\(index)"\(" open", when: index == 0)><summary>\(group.name)</summary><ul class="plain">\(links)</ul></details>
                """
        }
        return "<section class=\"card\"><h2>Record something</h2>\(groups)</section>"
    }
}
