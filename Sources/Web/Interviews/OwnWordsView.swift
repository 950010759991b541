// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// What the child chose and wrote through their own link, with the answers, for who may read the child's own words.
struct OwnWordsView {
    let model: InterviewModel
    let call: Call

    init(_ model: InterviewModel, _ call: Call) { (self.model, self.call) = (model, call) }

    private var name: String { model.child.facts.firstName }

    var html: HTML {
        guard model.seen.sees(.ownWords) else { return HTML() }
        let lines = model.ownWords.map(line)
        let none: HTML = lines.isEmpty ? "<p>\(name) has not chosen or written anything yet.</p>" : HTML()
        let link: HTML =
            call.account.role.mayRecord(.linkGiven)
            ? "<p><a href=\"/children/\(model.child.id.number)/links\">Give \(name) a link of their own</a></p>"
            : HTML()
        return """
            <section class="card"><h2>What \(name) wants</h2>\(none)<ol class="time">\(lines)</ol>\(link)</section>
            """
    }

    private func line(_ entry: (position: Position, event: Event)) -> HTML {
        let event = entry.event
        let clock = Clock(now: call.now)
        let words = event.details.text(.wants) ?? event.details.text(.narrative)
        return """
            <li><p><b class="at">\(clock.moment(event.occurredAt))</b> \(says(event))</p>
            \(words.map { text -> HTML in "<p class=\"quote\" dir=\"auto\">“\(Parts.lines(text))”</p>" })\(answer(entry))</li>
            """
    }

    private func says(_ event: Event) -> HTML {
        switch event.word {
        case .childChose: "<b>\(name) would like:</b> \(choice(event))"
        case .childWrote: "<b>\(name) wrote</b>\(about(event)):"
        case .childCorrected: "<b>\(name) corrected</b> what was written for them:"
        default: "<b>\(model.telling.actor(event.by).capitalisedFirst)</b> answered:"
        }
    }

    private func choice(_ event: Event) -> String {
        var parts: [String] = []
        if let who = event.details.word(.interviewer) {
            parts.append(model.telling.state.workers[who]?.name ?? Choices.spoken(who))
        }
        if let place = event.details.word(.kind) { parts.append(Choices.spoken("meet-\(place)")) }
        if let how = event.details.word(.how) { parts.append(Choices.spoken("talk-\(how)")) }
        if let language = event.details.text(.language) { parts.append("in \(language)") }
        return parts.isEmpty ? "see below" : parts.joined(separator: "; ")
    }

    private func about(_ event: Event) -> String {
        switch event.details.word(.kind) {
        case "before": " before the talk"
        case "instead": " instead of a talk"
        case "panel": " to those who decide"
        default: ""
        }
    }

    /// Answered once an answer names the entry.
    private func answer(_ entry: (position: Position, event: Event)) -> HTML {
        guard [.childWrote, .childCorrected].contains(entry.event.word) else { return HTML() }
        let number = Int(entry.position.number)
        if model.ownWords.contains(where: {
            $0.event.word == .childAnswered && $0.event.details.number(.what) == number
        }) {
            return "<p class=\"small\">Answered.</p>"
        }
        guard call.access.mayRecord(.childAnswered, on: model.child.id) else { return HTML() }
        return """
            <p><a href="/children/\(model.child.id.number)/add/child-answered?what=\(number)">Answer, and say what came of it</a></p>
            """
    }
}
