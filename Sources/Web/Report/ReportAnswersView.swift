// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// Step 4: the answers so far, which of the minimum items are lacking, and the button that sends.
struct ReportAnswersView {
    let call: Call
    let draft: ReportDraft
    let refusal: Refusal?
    private let penPicture: Event?

    init(_ call: Call, _ draft: ReportDraft, refusal: Refusal?) async throws {
        self.call = call
        self.draft = draft
        self.refusal = refusal
        penPicture =
            if let child = draft.child(call) { try await ChildPages.penPicture(of: child, call) } else { nil }
    }

    var page: HTML {
        var faults: [FieldFault] = []
        let details = draft.details(call, faults: &faults)
        let lacking = draft.lacking(call, details: details, penPicture: penPicture)
        let telling = Telling(state: call.state, now: call.now)
        let event = Event(
            .reported, child: draft.child(call)?.id, occurredAt: .at(call.now), recordedAt: call.now,
            by: call.account.actor, details: details)
        let problems = (faults.map(\.says) + (refusal.map { ["\($0.says) \($0.wayOn)"] } ?? []))
            .map { FieldFault(control: "send", says: $0) }
        let form = ReportFrame.form(
            call, draft, to: "\(draft.path)/send",
            """
            <div class="field"><label for="reference">Police log number <span class="optional">(if you have rung already)</span></label>
            <input id="reference" name="reference" class="short" value="\(draft.fields["reference"])"></div>
            <p class="submit"><button class="btn urgent wide-btn" id="send">Send the report</button></p>
            """)
        return ReportFrame.page(
            call, step: 4, heading: "Check your answers", faults: problems,
            """
            <p class="lead">\(draft.childName(call)) is reported missing to police, and those who must know see it at once.</p>
            \(lackingPart(lacking))\(EventDetails(event: event, telling: telling, access: call.access).html)
            <p><a href="\(draft.path)/seen">Change something</a></p>\(form)
            """)
    }

    private func lackingPart(_ lacking: [ReportItem]) -> HTML {
        let all = call.site.partnership.shelf.standing.reportItems.count
        if all == 0 { return HTML() }
        if lacking.isEmpty {
            return "<div class=\"notice good\"><p>Everything that a report has to hold is here.</p></div>"
        }
        let items = lacking.map { item -> HTML in "<li>\(item.says) <span class=\"small\">\(item.source)</span></li>" }
        return """
            <div class="notice"><p><b>Still lacking:</b></p><ul>\(items)</ul><p class="small">You can send it without, and add it later.</p></div>
            """
    }
}
