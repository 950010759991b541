// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// One child on the board.
struct BoardRowView {
    let row: BoardModel.Row
    let group: BoardModel.Group
    let clock: Clock

    var html: HTML {
        """
        <li class="row"><div class="face" aria-hidden="true">\(row.initials)</div>
        <div class="what"><p><a class="name" href="\(row.path)">\(row.name)</a>
        \(row.tags.map(\.html))</p>
        <p>\(since) \(frequency) <span class="small">\(row.risks)</span></p>\(next)</div>
        <div class="aside small">\(reference)\(review)</div></li>
        """
    }

    private var since: HTML {
        guard let since = row.since else { return HTML() }
        let from: HTML = row.from.map { place -> HTML in ", from \(place)" } ?? HTML()
        if row.isBack { return "Back \(clock.moment(since))." }
        return "Since \(clock.moment(since)) (<b>\(clock.age(since: since))</b>)\(from)."
    }

    private var frequency: HTML {
        switch row.countIn90Days {
        case 0: HTML()
        case 1: "First time in 90 days."
        case let count: "\(Telling.ordinal(count)) time in 90 days."
        }
    }

    private var reference: HTML {
        row.reference.map { text -> HTML in "Police reference<br><b>\(text)</b><br>" } ?? HTML()
    }

    private var review: HTML {
        guard let review = row.nextReview else { return HTML() }
        let isLate = review < clock.now
        return """
            <span class="\(isLate ? "due now" : "")">\(isLate ? "Review was due" : "Next review")</span><br><b>\(clock.moment(review))</b>
            """
    }

    private var next: HTML {
        if let mine = row.mine {
            let more: HTML = row.mineBesides > 0 ? " <span class=\"small\">and \(row.mineBesides) more</span>" : ""
            let isNow = mine.state == .overdue || mine.isDue(within: .hours(1), of: clock.now)
            return """
                <div class="next \(isNow ? "" : "soon")"><p><span class="due \(isNow ? "now" : "soon")">You owe \(isNow ? "now" : "next"):</span>
                \(mine.says)\(more). <span class="small">\(mine.due.map { clock.due($0) })</span></p>
                \(button(mine))</div>
                """
        }
        if let other = row.others {
            return """
                <div class="next ok"><p>Nothing owed by you. \(other.owedBy.spoken.capitalisedFirst): \(other.says).
                <span class="small">\(other.due.map { clock.due($0) })</span></p></div>
                """
        }
        let who = group == .outline ? " by you" : ""
        return "<div class=\"next ok\"><p>Nothing is owed\(who) now.</p></div>"
    }

    private func button(_ mine: DutyStanding) -> HTML {
        if !row.mayRecordMine { return DutyLinks.isRecordedByOthers(mine) }
        return Parts.button(DutyLinks.verb(mine), to: DutyLinks.form(mine, of: row.child, episode: row.episode))
    }
}

extension DutyStanding {
    func isDue(within length: Elapsed, of now: Instant) -> Bool {
        due.map { $0.lastInstant <= now + length } ?? true
    }
}

/// Where a duty's button leads.
enum DutyLinks {
    /// The form of the event that discharges the duty, with what is known filled in: on the child's own record where the
    /// event belongs there, or where there is no episode.
    static func form(_ duty: DutyStanding, of child: ChildID, episode: EpisodeID?) -> String {
        // An interview has a page of its own, for it is more than one entry.
        if duty.doneBy == .interviewHeld, let episode { return "/episodes/\(episode.number)/interview" }
        let known = DetailFields.written(duty.doneWith)
        let query = known.isEmpty ? "" : "?\(known.encoded)"
        return "\(place(of: duty.doneBy, child, episode))/add/\(duty.doneBy.rawValue)\(query)"
    }

    /// Where an act about a duty is recorded.
    static func place(of word: EventWord, _ child: ChildID, _ episode: EpisodeID?) -> String {
        guard word.form.about == .episode, let episode else { return "/children/\(child.number)" }
        return "/episodes/\(episode.number)"
    }

    /// In place of the button, for who owes a duty and may not record its discharge.
    static func isRecordedByOthers(_ duty: DutyStanding) -> HTML {
        let who = duty.doneBy.form.usuallyBy.map(\.spoken).sorted().joined(separator: " or ")
        return "<p class=\"small\">When you have done it, tell the \(who), who records it.</p>"
    }

    static func verb(_ duty: DutyStanding) -> String {
        switch duty.doneBy {
        case .notified: "They have been told"
        case .classified, .reclassified, .riskGraded: "Decide"
        case .acknowledged: "I have seen it"
        case .interviewHeld: "Go to the interview"
        case .questionsAnswered: "Ask the questions"
        default: "Record it"
        }
    }
}
