// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership

/// `/meetings/{meeting}/change` and `/cancel`: another time, place or chair; or not at all.
enum ChangePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let meeting = try call.meetingToKeep()
        return .page(page(call, meeting, typed: MeetingForm.written(meeting).merging(call.query), faults: []))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let meeting = try call.meetingToKeep()
        var details: Details = [.meeting: .number(meeting.number)]
        let faults = MeetingForm(kind: meeting.kind, typed: call.form, faults: [], call: call).read(into: &details)
        if !faults.isEmpty {
            return .page(page(call, meeting, typed: call.form, faults: faults), status: .unprocessableContent)
        }
        return try await keep(call, meeting, .meetingChanged, details, says: "changed")
    }

    @Sendable static func cancel(_ call: Call) async throws -> Response {
        let meeting = try call.meetingToKeep()
        let reason = call.form["reason"]
        guard !reason.isEmpty else {
            let fault = FieldFault(control: "reason", says: "Say why it is called off.")
            return .page(
                page(call, meeting, typed: MeetingForm.written(meeting), faults: [fault]), status: .unprocessableContent
            )
        }
        let details: Details = [.meeting: .number(meeting.number), .reason: .text(reason)]
        return try await keep(call, meeting, .meetingCancelled, details, says: "cancelled")
    }

    private static func keep(
        _ call: Call, _ meeting: CalledMeeting, _ word: EventWord, _ details: Details, says: String
    ) async throws -> Response {
        let act = Act(word, .partnership, occurredAt: .at(call.now), details: details)
        return try await call.record([act]) { _ in
            "/meetings/\(meeting.number)?recorded=\(says)"
        } orShow: { refusal in
            let fault = FieldFault(control: "act", says: refusal.inFull)
            return .page(page(call, meeting, typed: call.form, faults: [fault]), status: .unprocessableContent)
        }
    }

    private static func page(
        _ call: Call, _ meeting: CalledMeeting, typed: FormFields, faults: [FieldFault]
    ) -> HTML {
        let title = call.meetingKinds.title(meeting.kind)
        let place = "/meetings/\(meeting.number)"
        let form = MeetingForm(kind: meeting.kind, typed: typed, faults: faults, call: call)
        let fault = faults.first { $0.control == "reason" }
        let main: HTML = """
            \(Parts.breadcrumbs([("Meetings", "/meetings"), (title, place)], "Change it"))
            <div class="narrow">\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)<h1>Change a meeting</h1><p class="lead">\(title)</p>
            <form method="post" action="\(place)/change" class="stack" id="act">\(Parts.hidden(call))\(form.html)
            <p class="submit"><button class="btn">Keep the change</button> <a href="\(place)">Cancel</a></p></form>
            <section class="card"><h2>Call it off</h2><form method="post" action="\(place)/cancel" class="stack">\(Parts.hidden(call))
            <div class="field\(" wrong", when: fault != nil)"><label for="reason">Why</label>
            \(fault.map { fault -> HTML in "<p class=\"error\">\(fault.says)</p>" })
            <p class="hint" id="reason-hint">It names no child: the reason stands with the meeting.</p>
            <input id="reason" name="reason" value="\(typed["reason"])" aria-describedby="reason-hint"></div>
            <p><button class="btn quiet">Call it off</button></p></form></section></div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + "Change a meeting: \(title)", main, in: .meetings)
    }
}
