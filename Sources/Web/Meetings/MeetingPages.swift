// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird

/// `/meetings/{meeting}`, and the same on paper: an agenda, or minutes with each child on a page of their own.
enum MeetingPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let model = try await MeetingModel.read(try call.meeting(), call)
        try await call.shows(model.parts.map(\.child.id) + model.candidates.map(\.child))
        let view = MeetingView(model: model, call: call)
        return .page(call.page(model.title, "\(told(call))\(view.html)", in: .meetings))
    }

    @Sendable static func showOnPaper(_ call: Call) async throws -> Response {
        let model = try await MeetingModel.read(try call.meeting(), call)
        try await call.shows(model.parts.map(\.child.id))
        let isAgenda = call.query["of"] != "minutes"
        let view = MeetingPaper(model: model, call: call, isAgenda: isAgenda)
        return .page(call.page("\(isAgenda ? "Agenda" : "Minutes"): \(model.title)", view.html, in: .meetings))
    }

    private static func told(_ call: Call) -> HTML {
        switch call.query["recorded"] {
        case "called": Parts.notice("<p><b>Called.</b> Who is asked by name has it in their calendar.</p>")
        case "held": Parts.notice("<p><b>Recorded:</b> what came of the meeting.</p>")
        case "changed": Parts.notice("<p><b>Changed.</b> Calendars take it over when they next ask.</p>")
        case "cancelled": Parts.notice("<p><b>Called off.</b></p>")
        case "children": Parts.notice("<p><b>Put on the meeting.</b></p>")
        case "refused":
            Parts.notice("<p>Not everybody could be put on it: your role may not add that to their record.</p>")
        default: HTML()
        }
    }
}
