// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership

/// `/hand-over`: the briefing that one's own team would make now, those that wait, and those that were made.
enum HandOverPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let draft = try await call.site.accounts.draft(call.path, of: call.account)
        return .page(try await page(call, typed: draft?.fields ?? FormFields(), faults: []))
    }

    @Sendable static func make(_ call: Call) async throws -> Response {
        guard let model = try await HandOverModel(call) else { throw PageFault.notFound }
        let form = HandOverForm(model: model, typed: call.form)
        if !form.faults.isEmpty { return try await refused(call, form.faults) }
        return try await call.record(form.acts(at: call.now)) { _ in
            "/hand-over?recorded=\(EventWord.briefingMade.rawValue)"
        } orShow: { refusal in
            try await refused(
                call, [FieldFault(control: HandOverForm.wordsOfShift, says: refusal.inFull)])
        }
    }

    private static func refused(_ call: Call, _ faults: [FieldFault]) async throws -> Response {
        .page(try await page(call, typed: call.form, faults: faults), status: .unprocessableContent)
    }

    private static func page(_ call: Call, typed: FormFields, faults: [FieldFault]) async throws -> HTML {
        let model = try await HandOverModel(call)
        try await call.shows((model?.lines ?? []).map(\.child.id))
        let made: HTML =
            call.query["recorded"].isEmpty
            ? HTML()
            : Parts.notice("<p><b>Recorded:</b> your briefing waits for the next shift, who have been shown it.</p>")
        let list = HandOverListView(call).html
        let main: HTML = """
            <div class="hand-over"><h1>Hand-over</h1><p class="lead">What one shift tells the next. A briefing stays open until somebody accepts it by name.</p>
            \(made)\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)\(HandOverNotices(call).html)
            \(model.map { HandOverMakingView(model: $0, typed: typed, faults: faults, call: call).html })\(list)</div>
            """
        return call.page(
            (faults.isEmpty ? "" : "Error: ") + "Hand-over", main, in: .handOver, scripts: [StaticFiles.drafts])
    }
}
