// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import WorkingTime

/// What has happened, the newest first: whole entries with their words.
struct TimelineView {
    let model: EpisodeModel
    private let mostEntries = 80

    init(model: EpisodeModel) { self.model = model }

    private var clock: Clock { Clock(now: model.telling.now) }

    var html: HTML {
        let shown = model.entries.prefix(mostEntries)
        let more: HTML =
            model.entries.count > shown.count
            ? "<p class=\"small\">And \(model.entries.count - shown.count) earlier entries.</p>" : ""
        return "<ol class=\"time\">\(shown.map(entry))</ol>\(more)"
    }

    private func entry(_ entry: EpisodeModel.Entry) -> HTML {
        switch entry.told {
        case .unreadable(let position):
            "<li id=\"e\(position.number)\">Entry \(position.number) can't be read. The administrator has been told by the log.</li>"
        case .erased(let position):
            "<li id=\"e\(position.number)\">Entry \(position.number) was erased at the end of its retention.</li>"
        case .event(let position, let event): told(event, position, entry)
        }
    }

    private func told(_ event: Event, _ position: Position, _ entry: EpisodeModel.Entry) -> HTML {
        let details = EventDetails(
            event: event, telling: model.telling, access: model.access, seen: model.seen, questions: model.questions)
        let look = TimelineView.isGrave(event) ? "now" : ""
        let whole = details.html
        let correct: HTML =
            entry.mayCorrect
            ? " · <a href=\"/episodes/\(model.episode.id.number)/add/corrected?what=\(position.number)\">Correct<span class=\"unseen\"> entry \(position.number)</span></a>"
            : ""
        let corrected: HTML = entry.isCorrected ? " <span class=\"tag wait\">Corrected later</span>" : ""
        return """
            <li class="\(look)" id="e\(position.number)"><p><b class="at">\(clock.moment(event.occurredAt))</b>
            \(EventSentence(event: event, telling: model.telling).text).\(corrected)</p>\(details.quote)
            \(whole.isEmpty ? HTML() : "<details id=\"d\(position.number)\"><summary class=\"small\">All of it</summary>\(whole)</details>")
            <p class="small">\(model.telling.actor(event.by, to: model.seen).capitalisedFirst)\(recordedLater(event))\(correct)</p></li>
            """
    }

    /// Said where something was written down well after it happened.
    private func recordedLater(_ event: Event) -> HTML {
        if event.recordedAt - event.occurredAt.latest < .minutes(15) { return HTML() }
        return " · written down \(clock.moment(event.recordedAt))"
    }

    private static func isGrave(_ event: Event) -> Bool {
        switch event.word {
        case .riskGraded: event.details.word(.as) == RiskGrade.high.rawValue
        case .reported, .returned, .located: true
        default: false
        }
    }
}
