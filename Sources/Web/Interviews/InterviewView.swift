// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// Draws the page of one return interview: the clock first, then what to do next, then what there is.
struct InterviewView {
    let model: InterviewModel
    let call: Call
    let faults: [FieldFault]
    let guardrail: GuardrailRefusal?

    init(_ model: InterviewModel, _ call: Call, _ faults: [FieldFault], _ guardrail: GuardrailRefusal?) {
        (self.model, self.call, self.faults, self.guardrail) = (model, call, faults, guardrail)
    }

    private var path: String { "/episodes/\(model.episode.id.number)" }
    private var clock: Clock { Clock(now: call.now) }

    var html: HTML {
        let crumbs = [("Return interviews", "/interviews"), (model.name, "/children/\(model.child.id.number)")]
        let back: [(String, String)] = call.account.role.worksOnInterviews ? crumbs : [("Board", "/"), crumbs[1]]
        return """
            \(Parts.breadcrumbs(back, "Interview"))\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)\(recorded)
            <h1>Return interview: \(model.telling.nameWithAge(model.child))</h1>\(bar)\(reasons)
            <div class="grid"><div>\(next)\(OwnWordsView(model, call).html)\(InterviewFollowUp(model, call).html)\(told)</div>
            <aside>\(standing)\(agreements)\(about)</aside></div>\(HeldBack(seen: model.seen).html)
            """
    }

    private var recorded: HTML {
        let word = EventWord(rawValue: call.query["recorded"])
        if let word { return Parts.notice("<p>Recorded: \(ActWords.title(word)).</p>") }
        return call.query["kept"] == "1"
            ? Parts.notice("<p>What you wrote is kept. You can go on when you like.</p>") : HTML()
    }

    /// The clock and the colour: they stay in sight while one scrolls.
    private var bar: HTML {
        guard let referral = model.referral else {
            return "<p class=\"lead\">The child is not back yet. The 72 hours begin with the return.</p>"
        }
        let shown = InterviewClock(referral: referral, now: call.now)
        return """
            <p class="clock-bar">\(shown.html) \(shown.colour?.html)\(Tag(model.course.stage.spoken.capitalisedFirst).html)</p>
            """
    }

    private var reasons: HTML {
        if model.why.isEmpty { return HTML() }
        let lines = model.why.map { line -> HTML in "<li>\(line)</li>" }
        return "<ul class=\"small\">\(lines)</ul>"
    }

    // MARK: What to do next

    private var next: HTML {
        let parts = [writing, naming, steps].filter { !$0.isEmpty }
        if parts.isEmpty { return HTML() }
        return "<section class=\"card\"><h2>What next</h2>\(parts)</section>"
    }

    private var writing: HTML {
        guard model.referral != nil, model.may(.interviewHeld, call), model.course.stage != .held else { return HTML() }
        let begun = model.draftKeptAt.map { at -> HTML in
            "<p>You began to write it down \(clock.moment(at)). Nothing of it is lost.</p>"
        }
        let says = model.draftKeptAt == nil ? "Hold the interview" : "Go on writing"
        return "\(begun)<p>\(Parts.button(says, to: "\(path)/interview/write", "wide-btn"))</p>"
    }

    private var naming: HTML {
        guard model.referral != nil, model.may(.interviewAssigned, call), model.course.stage.isOpen else {
            return HTML()
        }
        let fault = faults.first { $0.control == "interviewer" }?.says
        let wished = wishedFor
        let named = model.course.interviewer ?? wished ?? ""
        let chosen = call.form["interviewer"].isEmpty ? named : call.form["interviewer"]
        let isAsked = call.form["asked"] == "yes" || (wished != nil && wished == chosen)
        let options = candidates.map { worker -> HTML in
            let agency = model.telling.agency(worker.agency) ?? ""
            return """
                <option value="\(worker.id)"\(" selected", when: worker.id == chosen)>\(worker.name), \(worker.role.spoken), \(agency)</option>
                """
        }
        return """
            <form method="post" action="\(path)/interview/assign" class="stack">\(Parts.hidden(call))
            <div class="field\(" wrong", when: fault != nil)"><label for="interviewer">Who holds it?</label>
            <p class="hint" id="interviewer-hint">Somebody of the child's own choice. Whether they are independent is read off the record.</p>
            \(fault.map { text -> HTML in "<p class=\"error\" id=\"interviewer-error\">\(text)</p>" })\(guardrailSource)
            <select id="interviewer" name="interviewer" aria-describedby="interviewer-hint"><option value="">Choose</option>\(options)</select></div>
            <label class="choice small-choice"><input type="checkbox" name="asked" value="yes"\(" checked", when: isAsked)>
            The child asked for this person</label>
            <p><button class="btn quiet">Name them</button></p></form>
            """
    }

    /// The person whom the child chose through their link, where the reader may know.
    private var wishedFor: String? {
        let choice = model.ownWords.first { $0.event.word == .childChose }
        return choice?.event.details.word(.interviewer).flatMap { model.telling.state.workers[$0] == nil ? nil : $0 }
    }

    private var guardrailSource: HTML {
        guardrail.map { rule -> HTML in "<p class=\"small\">\(rule.source)</p>" } ?? HTML()
    }

    /// Interviewers, and the social workers of the child's authority, whom some protocols let hold it.
    private var candidates: [Worker] {
        call.state.workers.values.filter { worker in
            guard !worker.hasLeft else { return false }
            if worker.role == .interviewer { return true }
            return worker.role == .socialWorker && worker.agency == model.child.facts.responsible
        }.sorted { ($0.role == .interviewer ? 0 : 1, $0.name) < ($1.role == .interviewer ? 0 : 1, $1.name) }
    }

    private var steps: HTML {
        guard model.referral != nil else { return HTML() }
        let words: [EventWord] =
            model.course.stage.isOpen
            ? [
                .referred, .interviewContacted, .interviewOffered, .interviewAccepted, .interviewDeclined,
                .interviewNotAttended, .interviewNotArranged,
            ] : []
        let after: [EventWord] = [.parentsViewOffered, .interviewWrittenForChild, .sharingAgreed, .agreed]
        let links = (words + after).filter { model.may($0, call) }.map { word -> HTML in
            let query = word == .referred ? "?to=interviewer" : word == .agreed ? "?duty=return-interview" : ""
            return "<li><a href=\"\(path)/add/\(word.rawValue)\(query)\">\(ActWords.title(word))</a></li>"
        }
        return links.isEmpty ? HTML() : "<ul class=\"plain\">\(links)</ul>"
    }

    // MARK: What there is

    private var told: HTML {
        let shown = model.entries.reversed().map { entry -> HTML in
            let sentence = EventSentence(event: entry.event, telling: model.telling).text
            let details = EventDetails(
                event: entry.event, telling: model.telling, access: call.access, seen: model.seen)
            return """
                <li id="e\(entry.position.number)"><p><b class="at">\(clock.moment(entry.event.occurredAt))</b> \(sentence).</p>
                \(CINFactors(entry.event).html)\(details.html.isEmpty ? HTML() : "<details\(" open", when: entry.event.word == .interviewHeld)><summary class=\"small\">All of it</summary>\(details.html)</details>")
                <p class="small">\(model.telling.actor(entry.event.by).capitalisedFirst)</p></li>
                """
        }
        if shown.isEmpty { return HTML() }
        return "<section class=\"card\"><h2>What was done</h2><ol class=\"time\">\(shown)</ol></section>"
    }

    private var standing: HTML {
        guard let interviewer = model.course.interviewer else { return HTML() }
        let name = model.telling.worker(interviewer) ?? interviewer
        var lines: [HTML] = []
        if let standing = model.standing { lines.append("<p><b>\(name)</b> \(standing.spoken).</p>") }
        if let rule = model.independence {
            lines.append(
                "<div class=\"next\"><p><b>Not independent.</b> \(rule.says) \(rule.wayOn) <span class=\"small\">\(rule.source)</span></p></div>"
            )
        }
        if model.standing != nil {
            let trained: HTML =
                model.training == nil
                ? "<p>No training for return interviews is on the record.</p>" : "<p>Trained for return interviews.</p>"
            lines.append(trained)
        }
        if lines.isEmpty { lines.append("<p><b>\(name)</b></p>") }
        return "<section class=\"card\"><h2>Who holds it</h2>\(lines)</section>"
    }

    private var agreements: HTML {
        if model.agreements.isEmpty { return HTML() }
        let lines = model.agreements.map { agreement -> HTML in
            "<li>\(agreement.duty.spaced.capitalisedFirst): until \(clock.moment(agreement.until))</li>"
        }
        return """
            <section class="card"><h2>How often, as agreed</h2><ul>\(lines)</ul>
            <p class="small">An agreement says when interviews are held. The offer is still made every time.</p></section>
            """
    }

    private var about: HTML {
        let others = model.others.map { other -> HTML in
            let start = other.facts.start.map { clock.moment($0) } ?? HTML()
            return "<li><a href=\"/episodes/\(other.id.number)\">The episode of \(start)</a></li>"
        }
        let also: HTML =
            others.isEmpty ? HTML() : "<p>This interview is about these episodes too:</p><ul>\(others)</ul>"
        return """
            <section class="card"><h2>The episode</h2>\(also)<p><a href="\(path)">Go to the episode</a></p>
            <p><a href="/children/\(model.child.id.number)">Go to \(model.child.facts.firstName)’s page</a></p></section>
            """
    }
}
