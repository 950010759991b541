// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// A meeting on paper: the agenda, or the minutes, with each child on a page of their own so that it can go to whom
/// that child concerns and to nobody else.
struct MeetingPaper {
    let model: MeetingModel
    let call: Call
    let isAgenda: Bool

    private var telling: Telling { Telling(state: call.state, now: call.now) }

    var html: HTML {
        let place = "/meetings/\(model.meeting.number)"
        let cards = model.parts.map { part -> HTML in
            """
            <div class="own-page"><p class="small">\(heading): \(model.title), \(when)</p>\
            \(MeetingChildView(model: model, part: part, call: call, isPaper: true).html)\(notes)</div>
            """
        }
        return """
            \(Parts.breadcrumbs([("Meetings", "/meetings"), (model.title, place)], heading))
            <div class="sheet paper"><h1>\(heading): \(model.title)</h1><p class="lead">\(when)\(model.meeting.place.map { " · \($0)" })</p>
            \(people)\(agenda)<p class="no-print small">Printed, each child stands on a page of their own. It holds the
            \(Spoken.counted(model.parts.count, "child").replacing("childs", with: "children")) whose records you may see.</p></div>\(cards)
            """
    }

    private var heading: String { isAgenda ? "Agenda" : "Minutes" }

    private var when: HTML {
        (model.meeting.attendance?.heldAt ?? model.meeting.at)
            .map { Clock(now: call.now).moment($0) } ?? "no time set yet"
    }

    private var people: HTML {
        func names(_ names: [String]) -> HTML {
            HTML(text: names.map { MeetingView.person($0, telling) }.joined(separator: "; "))
        }
        let attendance = model.meeting.attendance
        return Parts.summary([
            ("Chair", HTML(text: MeetingView.person(model.meeting.chair ?? "", telling))),
            ("Asked to come", isAgenda ? names(model.meeting.invited) : HTML()),
            ("Came", isAgenda ? HTML() : names(attendance?.attendees ?? [])),
            ("Apologies", isAgenda ? HTML() : names(attendance?.apologies ?? [])),
        ])
    }

    private var agenda: HTML {
        guard let kind = model.kind, !kind.agenda.isEmpty else { return HTML() }
        let points = MeetingView.points(kind)
        return isAgenda ? "<h2>What it goes through, for each child</h2>\(points)" : HTML()
    }

    private var notes: HTML {
        isAgenda ? "<p class=\"small\">Notes</p><div class=\"room-to-write\"></div>" : HTML()
    }
}
