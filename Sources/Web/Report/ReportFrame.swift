// SPDX-License-Identifier: MIT

import Analysis

/// The frame of a step: how far one has come, and that what is typed is kept.
enum ReportFrame {
    static func page(
        _ call: Call, step: Int, heading: String, faults: [FieldFault] = [], followsTyping: Bool = true, _ body: HTML
    ) -> HTML {
        // Who has no first checks to make has a step less.
        let left = call.account.role.mayRecord(.checksStarted) ? 0 : 1
        let (step, steps) = (step > 2 ? step - left : step, 5 - left)
        let main: HTML = """
            <div class="phone"><progress max="\(steps)" value="\(step)" aria-label="Step \(step) of \(steps)"></progress>
            <p class="small">Step \(step) of \(steps)\(followsTyping ? " · kept as you type" : "")</p>
            \(ErrorSummary(faults.map { ($0.control, $0.says) }).html)<h1>\(heading)</h1>\(body)</div>
            """
        return call.page(
            (faults.isEmpty ? "" : "Error: ") + heading, main, in: .report,
            scripts: followsTyping ? [StaticFiles.drafts] : [])
    }

    /// A form of one step, whose boxes are kept as they are ticked.
    static func form(_ call: Call, _ draft: ReportDraft, to action: String, holds: [String] = [], _ body: HTML) -> HTML
    {
        let names = holds.map { name -> HTML in "<input type=\"hidden\" name=\"holds\" value=\"\(name)\">" }
        return """
            <form method="post" action="\(action)" class="stack" data-draft="\(draft.name)">\(Parts.hidden(call, once: false, draft: draft.name))\
            \(names)\(body)<p class="small" data-kept aria-live="polite"></p></form>
            """
    }
}
