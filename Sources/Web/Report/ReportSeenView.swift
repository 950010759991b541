// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Step 3: when and where last seen, with what is in the pen picture filled in.
struct ReportSeenView {
    let call: Call
    let draft: ReportDraft
    let faults: [FieldFault]
    private let typed: FormFields
    private let hasPenPicture: Bool

    init(_ call: Call, _ draft: ReportDraft, faults: [FieldFault]) async throws {
        self.call = call
        self.draft = draft
        self.faults = faults
        var typed = draft.fields
        var picture: Event?
        if let child = draft.child(call) { picture = try await ChildPages.penPicture(of: child, call) }
        hasPenPicture = picture != nil
        if let picture {
            for key in [DetailKey.description, .phones, .medical, .associates, .photo] where !typed.has(key.name) {
                if let text = picture.details.text(key) { typed[key.name] = text }
            }
        }
        if call.account.role.isCarer, !typed.has("lastSeenBy") { typed["lastSeenBy"] = call.account.name }
        self.typed = typed
    }

    var page: HTML {
        let fields = ReportDraft.reportFields(call)
        let draw = { (field: ActField) -> HTML in
            ControlView(
                field: field, typed: typed, fault: faults.first { $0.control == field.name }?.says, now: call.now
            ).html
        }
        let more = fields.dropFirst(7)
        // What the pen picture says already needs nobody to scroll past it.
        let isOpen = !hasPenPicture || faults.contains { fault in more.contains { $0.name == fault.control } }
        let filled = hasPenPicture ? ": filled in from the pen picture" : ""
        let body: HTML = """
            \(danger)\(fields.prefix(7).map(draw))
            <details id="helps"\(" open", when: isOpen)><summary><h2 class="in-line">What helps to look</h2>\(filled)</summary>\(more.map(draw))</details>
            <p class="submit"><button class="btn wide-btn">Next: check your answers</button></p>
            """
        return ReportFrame.page(
            call, step: 3, heading: "When and where last seen", faults: faults,
            """
            <p class="lead">For <b>\(draft.childName(call))</b>. Give what you know and leave the rest.</p>
            \(ReportFrame.form(call, draft, to: "\(draft.path)/seen", holds: asksDanger ? ["imminentRisk"] : [], body))
            """)
    }

    /// Who makes first checks says it there.
    private var asksDanger: Bool { !call.account.role.mayRecord(.checksStarted) }

    private var danger: HTML {
        if !asksDanger { return HTML() }
        return """
            <p><label class="choice"><input type="checkbox" name="imminentRisk" value="yes"\(" checked", when: draft.isUrgent)> \
            In danger now</label></p>
            """
    }
}
