// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// Draws the page of one meeting.
struct MeetingView {
    let model: MeetingModel
    let call: Call

    private var meeting: CalledMeeting { model.meeting }
    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var place: String { "/meetings/\(meeting.number)" }
    private var mayKeep: Bool { call.account.role.mayRecord(.meetingCalled) && !meeting.isCancelled }

    var html: HTML {
        """
        \(Parts.breadcrumbs([("Meetings", "/meetings")], model.title))
        <h1>\(model.title)</h1><p class="lead">\(tag.html)\(when)\(meeting.place.map { " · \($0)" })</p>
        <p class="buttons">\(buttons)</p>
        <div class="grid"><div>\(children)\(candidates)</div><aside>\(people)\(agenda)</aside></div>
        """
    }

    private var tag: Tag {
        if meeting.isCancelled { return Tag("Called off", .plain) }
        if model.isHeld { return Tag("Held", .ok) }
        return Tag("Arranged", .wait)
    }

    private var when: HTML {
        (meeting.attendance?.heldAt ?? meeting.at).map { clock.moment($0) } ?? "no time set yet"
    }

    private var buttons: HTML {
        let paper: HTML =
            model.isHeld
            ? Parts.button("Minutes on paper", to: "\(place)/print?of=minutes", "quiet")
            : Parts.button("Agenda on paper", to: "\(place)/print?of=agenda", "quiet")
        guard mayKeep else { return meeting.isCancelled ? HTML() : paper }
        let held = Parts.button(
            model.isHeld ? "Add to what came of it" : "Write down what came of it", to: "\(place)/held",
            model.isHeld ? "quiet" : "")
        let change: HTML =
            model.isHeld ? HTML() : Parts.button("Change it, or call it off", to: "\(place)/change", "quiet")
        return "\(held) \(paper) \(change)"
    }

    private var people: HTML {
        let rows: [(String, HTML)] = [
            ("Chair", HTML(text: MeetingView.person(meeting.chair ?? "", telling))),
            ("Asked to come", names(meeting.invited)),
            ("Came", names(meeting.attendance?.attendees ?? [])),
            ("Apologies", names(meeting.attendance?.apologies ?? [])),
            ("Called by", HTML(text: telling.actor(meeting.calledBy).capitalisedFirst)),
            ("Called off because", HTML(text: meeting.cancelReason ?? "")),
        ]
        return "<section class=\"card\"><h2>Who</h2>\(Parts.summary(rows))</section>"
    }

    private func names(_ names: [String]) -> HTML {
        names.map { HTML(text: MeetingView.person($0, telling)) }.joined(separator: "<br>")
    }

    /// A worker's name, a role, or whatever was written.
    static func person(_ name: String, _ telling: Telling) -> String {
        if let worker = telling.state.workers[name] { return "\(worker.name), \(worker.role.spoken)" }
        if let role = Role(rawValue: name) { return role.spoken.capitalisedFirst }
        return (name.contains(" ") ? name : Choices.spoken(name)).capitalisedFirst
    }

    private var agenda: HTML {
        guard let kind = model.kind, !kind.agenda.isEmpty else { return HTML() }
        return """
            <section class="card"><h2>What it goes through</h2>\(MeetingView.points(kind))<p class="small">\(kind.source)</p></section>
            """
    }

    static func points(_ kind: Meeting) -> HTML {
        "<ol class=\"agenda\">\(kind.agenda.map { point -> HTML in "<li>\(point.says)</li>" })</ol>"
    }

    private var children: HTML {
        let heading = model.parts.isEmpty ? "Children" : "Children: \(model.parts.count)"
        let cards = model.parts.map { part in
            MeetingChildView(model: model, part: part, call: call, mayKeep: mayKeep).html
        }
        let none: HTML = model.parts.isEmpty ? "<p>No child is on it whom you may see.</p>" : HTML()
        return """
            <section aria-labelledby="children-heading"><h2 id="children-heading">\(heading)</h2>
            <p class="small">Each child is told of apart. Of whom you may not see the record, nothing stands here.</p>\(none)\(cards)</section>
            """
    }

    private var candidates: HTML {
        if model.candidates.isEmpty { return HTML() }
        let offered = model.candidates.compactMap { candidate in
            call.state.child(candidate.child).map { child in
                AgendaPages.Offered(child: child, why: AgendaPages.reasons(candidate, call), isChosen: true)
            }
        }
        return """
            <section class="card next soon"><h2>The protocol wants these children here</h2>
            <form method="post" action="\(place)/children" class="stack">\(Parts.hidden(call))\(AgendaPages.choices(offered, FormFields(), call))
            <p><button class="btn">Put them on the agenda</button></p></form></section>
            """
    }
}
