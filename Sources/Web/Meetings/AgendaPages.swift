// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import Procedures

/// `/meetings/{meeting}/children`: puts further children on a meeting.
enum AgendaPages {
    /// A child who may be put on a meeting, and why they are offered.
    struct Offered {
        let child: Child
        let why: [String]
        let isChosen: Bool
    }

    @Sendable static func add(_ call: Call) async throws -> Response {
        let meeting = try call.meetingToKeep()
        let acts = MeetingTies(call).acts(
            call.form.values("child").children, to: meeting.number, kind: meeting.kind, at: meeting.at)
        guard !acts.isEmpty else { return .redirect(to: "/meetings/\(meeting.number)") }
        return try await call.record(acts) { _ in
            "/meetings/\(meeting.number)?recorded=children"
        } orShow: { _ in
            .redirect(to: "/meetings/\(meeting.number)?recorded=refused")
        }
    }

    /// How many children stand open to view; a long list of them is folded, and nothing there is ticked beforehand.
    private static let mostOpen = 12

    /// Boxes to tick, each with why the child is offered.
    static func choices(_ offered: [Offered], _ typed: FormFields, _ call: Call) -> HTML {
        if offered.isEmpty {
            return "<p>No child is put on it yet. Children can be put on it afterwards, from its page or their own.</p>"
        }
        let telling = Telling(state: call.state, now: call.now)
        let isFresh = !typed.has("sent")
        let chosen = Set(typed.values("child"))
        let boxes = offered.enumerated().map { place, offered -> HTML in
            let number = "\(offered.child.id.number)"
            let isOn = isFresh ? offered.isChosen && place < mostOpen : chosen.contains(number)
            let why: HTML =
                offered.why.isEmpty
                ? HTML()
                : "<details><summary class=\"small\">Why</summary><p class=\"small\">\(offered.why.joined(separator: " "))</p></details>"
            return """
                <div><label class="choice"><input type="checkbox" name="child" value="\(number)"\(" checked", when: isOn)> \
                \(telling.nameWithAge(offered.child))</label>\(why)</div>
                """
        }
        let first = boxes.prefix(mostOpen).map { $0 }
        let rest = boxes.dropFirst(mostOpen).map { $0 }
        let more: HTML = rest.isEmpty ? HTML() : "<details><summary>\(rest.count) more</summary>\(rest)</details>"
        return """
            <fieldset class="field" id="child" tabindex="-1"><legend>Which children it is about</legend>
            <p class="hint">Each keeps minutes and a plan of their own.</p><div class="choices">\(first)</div>\(more)</fieldset>
            """
    }

    /// Why the protocol wants a child on an agenda: each firing in its own sentences, for whoever may read reasons.
    static func reasons(_ candidate: AgendaCandidate, _ call: Call) -> [String] {
        guard call.seen(of: candidate.child).seesReasons else { return ["A trigger of the protocol puts them there."] }
        let fired = candidate.firings.suffix(3).map { firing in
            "\(firing.trigger.spaced.capitalisedFirst): \(firing.why.joined(separator: " ")) (\(firing.source))"
        }
        return fired.isEmpty ? candidate.duties.map { "\($0.what) (\($0.source))" } : fired
    }
}
