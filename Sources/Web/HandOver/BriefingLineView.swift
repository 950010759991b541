// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// One child in a briefing, from the record: how they are, what is owed, what was promised, who has not answered, what is
/// new.
struct BriefingLineView {
    let line: HandOverModel.Line
    let call: Call

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }

    var html: HTML {
        let path = line.episode.map { "/episodes/\($0.id.number)" } ?? "/children/\(line.child.id.number)"
        let seen = call.seen(of: line.child.id)
        let tags = line.episode.map { EpisodeTags.of($0, line.child, telling: telling, sees: seen.sees) } ?? []
        return """
            <h3><a href="\(path)">\(telling.nameWithAge(line.child))</a> \(tags.map(\.html))</h3>\(since)
            \(part("Owed", owed))\(part("Promised", promised))\(unanswered)\(newInShift)
            """
    }

    private var since: HTML {
        guard let facts = line.briefing.facts else { return HTML() }
        if let back = facts.returnedAt { return "<p>Back \(clock.moment(back)).</p>" }
        let start = facts.start ?? facts.checksStartedAt
        let review: HTML = facts.nextReview.map { review -> HTML in " Next review \(clock.moment(review))." } ?? HTML()
        return "<p>\(start.map { start -> HTML in "Away since \(clock.moment(start))." })\(review)</p>"
    }

    private func part(_ title: String, _ items: [HTML]) -> HTML {
        if items.isEmpty { return HTML() }
        return "<p class=\"small-head\">\(title)</p><ul>\(items.map { item -> HTML in "<li>\(item)</li>" })</ul>"
    }

    private var owed: [HTML] {
        line.briefing.owed.map { duty -> HTML in
            let mark: HTML = duty.state == .overdue ? Tag("Overdue", .now).html : HTML()
            return "\(mark)\(duty.says), \(duty.owedBy.spoken)\(duty.due.map { due -> HTML in ", \(clock.due(due))" })"
        }
    }

    private var promised: [HTML] {
        line.promises.map { promise, says -> HTML in
            let who = telling.word(promise.owner, of: .owner)
            return "\(says): \(who)\(promise.due.map { due -> HTML in ", by \(clock.moment(due))" })"
        }
    }

    private var unanswered: HTML {
        if line.briefing.unanswered.isEmpty { return HTML() }
        let items = line.briefing.unanswered.map { notice -> HTML in
            "\(telling.word(notice.to, of: .to)) (told \(clock.moment(notice.at)))"
        }
        return "<p><span class=\"small-head\">No answer yet:</span> \(items.joined(separator: ", ")).</p>"
    }

    /// The newest stand open; a long list is folded, so that who reads on a telephone comes to the next child.
    private var newInShift: HTML {
        let all = news
        if all.count <= Self.mostOpenNews { return part("New in this shift", all) }
        return """
            <details id="news-\(line.child.id.number)"><summary class="small">New in this shift: \(all.count)</summary>\
            <ul>\(all.map { item -> HTML in "<li>\(item)</li>" })</ul></details>
            """
    }

    private static let mostOpenNews = 4

    private var news: [HTML] {
        line.news.map { event -> HTML in
            "\(clock.moment(event.occurredAt)): \(EventSentence(event: event, telling: telling).text)"
        }
    }
}
