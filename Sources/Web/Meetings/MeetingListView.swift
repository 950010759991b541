// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// Draws `/meetings`.
struct MeetingListView {
    let model: MeetingListModel
    let call: Call

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var kinds: MeetingKinds { call.meetingKinds }
    private var mayCall: Bool { call.account.role.mayRecord(.meetingCalled) }
    private static let owedShown = 15
    private static let heldShown = 3

    var html: HTML {
        """
        <h1>Meetings</h1>
        <p class="lead">What is to be held by when, what is arranged, and what came of it. You see the meetings you are asked to, and those
        about children whose episodes you may see.</p>
        <p class="buttons">\(mayCall ? Parts.button("Call a meeting", to: "/meetings/new") : HTML())
        \(Parts.button("Today’s missing children", to: "/meetings/today", "quiet"))
        \(Parts.button("Actions", to: "/actions", "quiet")) \(Parts.button("In your calendar", to: "/you/calendar", "quiet"))
        \(Parts.button("The area’s plan", to: "/area-plan", "quiet"))</p>
        \(section("unanswered", "Was it held?", model.unanswered.map(row)))\(owed)\
        \(section("coming", "Arranged", model.coming.map(row) + model.singles.map(single), none: "Nothing is arranged."))\
        \(section("held", "Held", model.held.map(row), shown: Self.heldShown, none: "No meeting was held yet."))\
        \(section("cancelled", "Called off", model.cancelled.map(row)))
        """
    }

    /// Rows beyond `shown` are folded away.
    private func section(
        _ id: String, _ title: String, _ rows: [HTML], shown: Int = .max, none: String? = nil
    ) -> HTML {
        if rows.isEmpty, none == nil { return HTML() }
        let body: HTML =
            rows.isEmpty
            ? "<p>\(none)</p>" : "<ul class=\"duties\">\(rows.prefix(shown).map { $0 })</ul>\(more(rows, after: shown))"
        let count = rows.isEmpty ? "" : ": \(rows.count)"
        return "<section class=\"card\" id=\"\(id)\"><h2>\(title)\(count)</h2>\(body)</section>"
    }

    private func more(_ rows: [HTML], after shown: Int) -> HTML {
        let rest = Array(rows.dropFirst(shown))
        return rest.isEmpty
            ? HTML() : "<details><summary>\(rest.count) more</summary><ul class=\"duties\">\(rest)</ul></details>"
    }

    private var owed: HTML {
        let open = model.owed.filter { $0.coming == nil }
        // A panel is one meeting for all of its children; a meeting about an episode is one for each.
        let panels = open.map(\.kind).uniqued.filter(kinds.isPanel).map { kind in
            panel(kind, open.filter { $0.kind == kind })
        }
        let single = open.filter { !kinds.isPanel($0.kind) }
        let rows = panels + single.prefix(Self.owedShown).map(owed)
        if rows.isEmpty {
            return section("owed", "To be held", [], none: "No meeting is owed that is not arranged.")
        }
        let more = more(single.map(owed), after: Self.owedShown)
        return """
            <section class="card" id="owed"><h2>To be held: \(open.count)</h2><ul class="duties">\(rows)</ul>\(more)</section>
            """
    }

    private func panel(_ kind: String, _ owed: [MeetingListModel.Owed]) -> HTML {
        let late = owed.count { $0.standing.state == .overdue }
        let tag = late == 0 ? Tag("Owed", .soon) : Tag("Overdue for \(late)", .now)
        let calling: HTML =
            mayCall
            ? "<p><a href=\"/meetings/new?kind=\(FormFields.encode(kind))\">Call it<span class=\"unseen\">: \(kinds.title(kind))</span></a></p>"
            : HTML()
        let names = owed.map { one -> HTML in
            let place = one.episode.map { "/episodes/\($0.number)" } ?? "/children/\(one.child.id.number)"
            return
                "<li><a href=\"\(place)\">\(telling.nameWithAge(one.child))</a>, \(one.standing.due.map { clock.due($0) })</li>"
        }
        let count = owed.count == 1 ? "1 child" : "\(owed.count) children"
        return """
            <li><p>\(tag.html)<b>\(kinds.title(kind))</b> for \(count)</p><p class="small">\(owed[0].standing.source)</p>\(calling)
            <details><summary class="small">Which children<span class="unseen">: \(kinds.title(kind))</span></summary><ul class="plain">\(names)</ul></details></li>
            """
    }

    private func owed(_ owed: MeetingListModel.Owed) -> HTML {
        let isLate = owed.standing.state == .overdue
        let place = owed.episode.map { "/episodes/\($0.number)" } ?? "/children/\(owed.child.id.number)"
        let episode = owed.episode.map { "&episode=\($0.number)" } ?? "&child=\(owed.child.id.number)"
        let calling: HTML =
            mayCall
            ? """
            <p><a href="/meetings/new?kind=\(FormFields.encode(owed.kind))\(episode)">Call it<span class="unseen">: \(kinds.title(owed.kind)), \(owed.child.facts.name)</span></a></p>
            """ : HTML()
        return """
            <li><p>\(Tag(isLate ? "Overdue" : "Owed", isLate ? .now : .soon).html)<b>\(kinds.title(owed.kind))</b>: \
            <a href="\(place)">\(telling.nameWithAge(owed.child))</a></p>
            <p>\(owed.standing.what)</p><p class="small">\(owed.standing.owedBy.spoken.capitalisedFirst): \
            \(owed.standing.due.map { clock.due($0) } ?? "no time is set"). \(owed.standing.source)</p>\(calling)</li>
            """
    }

    private func row(_ row: MeetingListModel.Row) -> HTML {
        let meeting = row.meeting
        let when: HTML = (row.heldAt ?? meeting.at).map { clock.moment($0) } ?? "no time set yet"
        let names = row.parts.compactMap { call.state.child($0.child) }.map { telling.nameWithAge($0) }
        let who: HTML = names.isEmpty ? "No child that you may see" : HTML(text: names.joined(separator: "; "))
        let asked: HTML = row.isAsked && !row.isHeld ? Tag("You are asked to it", .wait).html : HTML()
        return """
            <li><p>\(tag(row).html)\(asked)<b><a href="/meetings/\(meeting.number)">\(kinds.title(meeting.kind))</a></b>, \(when)</p>
            <p>\(who)</p>\(outcome(row))</li>
            """
    }

    private func tag(_ row: MeetingListModel.Row) -> Tag {
        if row.meeting.isCancelled { return Tag("Called off", .plain) }
        if row.isHeld { return Tag("Held", .ok) }
        if row.meeting.at.map({ $0.latest + .hours(2) < call.now }) ?? false { return Tag("Not answered", .soon) }
        return Tag("Arranged", .plain)
    }

    private func outcome(_ row: MeetingListModel.Row) -> HTML {
        guard row.isHeld else { return HTML() }
        let actions = row.actions
        if actions.isEmpty { return "<p class=\"small\">No action was agreed that you may see.</p>" }
        let open = actions.filter(\.isOpen)
        let late = open.filter { $0.isOverdue(at: call.now) }
        let overdue: HTML = late.isEmpty ? HTML() : " \(Tag("\(late.count) overdue", .now).html)"
        return """
            <p class="small">\(Spoken.counted(actions.count, "action")) agreed, \(actions.count - open.count) closed.\(overdue)</p>
            """
    }

    private func single(_ single: MeetingListModel.Single) -> HTML {
        let at = single.mark.details.time(.at)
        return """
            <li><p>\(Tag("Arranged", .plain).html)<b>\(kinds.title(single.mark.details.word(.kind) ?? "meeting"))</b>, \(at.map { clock.moment($0) })</p>
            <p><a href="/episodes/\(single.episode.number)">\(telling.nameWithAge(single.child))</a></p></li>
            """
    }
}
