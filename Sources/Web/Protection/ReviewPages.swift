// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/reviews`: what others opened that was held back from them, and nobody has looked at yet.
enum ReviewPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let waiting = call.openings.awaitingReview(among: call.site.openings.children(in: call.state))
        try await call.shows(waiting.map(\.child.id))
        var reasons: [Position: Event] = [:]
        for opening in waiting {
            let marks = opening.child.history.recorded.filter { $0.position == opening.glass.position }
            for case .event(let position, let event) in try await call.told(marks, of: opening.child) {
                reasons[position] = event
            }
        }
        let title = "Opened records to review"
        let late = waiting.count { $0.isOverdue(at: call.now) }
        let counts =
            waiting.isEmpty
            ? "Nothing waits for you."
            : "\(Spoken.counted(waiting.count, "opening"))\(late == 0 ? "" : ", \(late) overdue"). The next working day is the latest."
        let rows = waiting.map { row($0, reasons[$0.glass.position], call) }
        let list: HTML = waiting.isEmpty ? HTML() : "<ul class=\"rows\">\(rows)</ul>"
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/")], title))
            <h1>\(title)</h1><p class="lead">\(counts)</p>
            <p>Somebody said that a child was in danger and opened what is held back from them. Ask whether it was needed, and whether they
            saw no more than that. Nobody reviews their own.</p>
            <section class="card" aria-label="Openings">\(list.isEmpty ? "<p>Nobody has opened a record since the last review.</p>" : list)</section>
            """
        return .page(call.page(title, main, in: .board))
    }

    private static func row(_ opening: Opening, _ event: Event?, _ call: Call) -> HTML {
        let telling = Telling(state: call.state, now: call.now)
        let clock = Clock(now: call.now)
        let child = opening.child
        let who = [telling.worker(opening.glass.worker), opening.glass.role.spoken].compactMap(\.self)
            .joined(separator: ", ")
        let isOpen = opening.glass.isOpen(at: call.now)
        let tags: HTML = """
            \(opening.isOverdue(at: call.now) ? Tag("Overdue", .now).html : Tag("To review", .soon).html)\(isOpen ? Tag("Open now", .now).html : HTML())
            """
        let reason = event?.details.text(.reason).map { text -> HTML in "<p class=\"quote\">“\(Parts.lines(text))”</p>"
        }
        let form = "/children/\(child.id.number)/add/glass-break-reviewed?what=\(opening.glass.position.number)"
        return """
            <li class="row"><div class="face" aria-hidden="true">\(telling.initials(child))</div>
            <div class="what"><p><a class="name" href="/children/\(child.id.number)/protection">\(telling.nameWithAge(child))</a> \(tags)</p>
            <p>\(who), \(clock.moment(opening.glass.brokenAt)), until \(clock.moment(opening.glass.until)).</p>\(reason)
            <p>\(Parts.button("Record the review", to: form))</p></div>
            <div class="aside small">Review<br><b>\(clock.due(opening.reviewDue))</b></div></li>
            """
    }
}
