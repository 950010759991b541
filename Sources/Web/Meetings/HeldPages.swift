// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/meetings/{meeting}/held`: what came of a meeting, written down child by child and kept in one go.
enum HeldPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let model = try await MeetingModel.read(try call.meetingToKeep(), call)
        if model.meeting.isCancelled { throw PageFault.notFound }
        try await call.shows(model.parts.map(\.child.id))
        let draft = try await call.site.accounts.draft(call.path, of: call.account)
        let typed = draft?.fields ?? FormFields()
        return .page(page(call, HeldForm(model: model, typed: typed, faults: [], call: call), []))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let model = try await MeetingModel.read(try call.meetingToKeep(), call)
        if model.meeting.isCancelled { throw PageFault.notFound }
        let form = HeldForm(model: model, typed: call.form, faults: [], call: call)
        let (acts, faults) = form.read()
        if !faults.isEmpty {
            try await call.shows(model.parts.map(\.child.id))
            return .page(page(call, form, faults), status: .unprocessableContent)
        }
        return try await call.record(acts) { _ in
            "/meetings/\(model.meeting.number)?recorded=held"
        } orShow: { refusal in
            let fault = FieldFault(control: "act", says: refusal.inFull)
            return .page(page(call, form, [fault]), status: .unprocessableContent)
        }
    }

    private static func page(_ call: Call, _ form: HeldForm, _ faults: [FieldFault]) -> HTML {
        let title = form.model.title
        let place = "/meetings/\(form.model.meeting.number)"
        let shown = HeldForm(model: form.model, typed: form.typed, faults: faults, call: call)
        let main: HTML = """
            \(Parts.breadcrumbs([("Meetings", "/meetings"), (title, place)], "What came of it"))
            <div class="narrow">\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)<h1>What came of it</h1>
            <p class="lead">\(title). Each child’s part goes into that child’s record and into no other. All of it is kept, or none.</p>
            <form method="post" action="\(place)/held" class="stack" id="act" data-draft="\(place)/held">\(Parts.hidden(call, draft: "\(place)/held"))\(shown.html)
            <p class="submit"><button class="btn">Keep it</button> <a href="\(place)">Cancel</a>
            <span class="small" data-kept aria-live="polite"></span></p></form></div>
            """
        return call.page(
            (faults.isEmpty ? "" : "Error: ") + "What came of it: \(title)", main, in: .meetings,
            scripts: [StaticFiles.drafts])
    }
}
