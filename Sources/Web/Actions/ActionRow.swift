// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// One action with who does it, by when, how it stands, and what its reader may do about it.
struct ActionRow {
    let action: AgreedAction
    /// Entries with their words, cut to what the reader may see.
    let told: [Position: Event]
    let child: Child
    let call: Call
    var isPaper = false
    var namesChild = false

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var place: String {
        action.episode.map { "/episodes/\($0.number)" } ?? "/children/\(child.id.number)"
    }

    var html: HTML {
        let what = told[action.position]?.details.text(.action)
        let name: HTML = namesChild ? "<a href=\"\(place)\">\(telling.nameWithAge(child))</a>: " : HTML()
        let due: HTML = action.due.map { " · by \(clock.deadline($0))" } ?? " · no date"
        return """
            <li id="a\(action.position.number)"><p>\(state.html)\(name)\(what.map(Parts.lines) ?? "An action that is not told to your role.")</p>
            <p class="small">\(MeetingView.person(action.owner, telling))\(due)\(action.meeting.map { number -> HTML in isPaper ? "" : " · <a href=\"/meetings/\(number)\">the meeting</a>" })</p>
            \(history)\(links)</li>
            """
    }

    private var state: Tag {
        if action.done != nil { return Tag("Done", .ok) }
        if action.dropped != nil { return Tag("Not needed", .plain) }
        if action.isOverdue(at: call.now) { return Tag("Overdue", .now) }
        return Tag("Open", .soon)
    }

    private var history: HTML {
        var lines: [HTML] = []
        if let done = action.done {
            let result = told[done.position]?.details.text(.result)
            lines.append(
                "Done \(clock.moment(done.occurredAt))\(result.map { text -> HTML in ": \(Parts.lines(text))" })")
        }
        if let dropped = action.dropped {
            let reason = told[dropped.position]?.details.text(.reason)
            lines.append("Not needed\(reason.map { text -> HTML in ": \(Parts.lines(text))" })")
        }
        if let changed = action.changed.last {
            let reason = told[changed.position]?.details.text(.reason)
            lines.append(
                "Changed \(clock.moment(changed.occurredAt))\(reason.map { text -> HTML in ": \(Parts.lines(text))" })")
        }
        if action.isOpen, let chased = action.chased.last {
            lines.append("Asked after \(clock.moment(chased.occurredAt))")
        }
        return lines.map { line -> HTML in "<p class=\"small\">\(line)</p>" }.joined()
    }

    private var links: HTML {
        guard action.isOpen, !isPaper else { return HTML() }
        let offered: [(EventWord, String)] = [
            (.actionDone, "It is done"), (.actionChased, "I asked how it stands"),
            (.actionChanged, "Another date or owner"), (.actionDropped, "Not needed"),
        ]
        let links = offered.filter { call.access.mayRecord($0.0, on: child.id) }.map { word, says -> HTML in
            """
            <a href="\(place)/add/\(word.rawValue)?what=\(action.position.number)">\(says)<span class="unseen">: action \(action.position.number)</span></a>
            """
        }
        return links.isEmpty ? HTML() : "<p class=\"small no-print\">\(links.joined(separator: " · "))</p>"
    }
}
