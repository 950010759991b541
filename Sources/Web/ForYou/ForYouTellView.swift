// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// Where a child says something in their own words: before the talk, in its place, or to those who decide.
struct ForYouTellView {
    private let view: ForYouView
    private let call: Call
    private var words: ChildCatalogue { view.words }

    init(_ call: Call) {
        view = ForYouView(call)
        self.call = call
    }

    /// `fault` is the key of what is wrong.
    func html(fault: String?) -> HTML {
        let abouts = ForYouActs.abouts.map { about -> HTML in
            """
            <label class="choice"><input type="radio" name="about" value="\(about)"\(" checked", when: call.form["about"] == about)> \
            \(words["tell-\(about)"])</label>
            """
        }
        let said = fault.map { words[$0] }
        return view.page(
            "tell-title", faults: said.map { [("wants", $0)] } ?? [],
            """
            <h1>\(words["tell-title"])</h1><p class="lead">\(words["tell-lead"])</p>
            <form method="post" action="/for-you/tell" class="stack"><input type="hidden" name="form-token" value="\(call.formToken)">
            <div class="field\(" wrong", when: fault != nil)"><label for="wants">\(words["tell-words"])</label>
            <p class="hint" id="wants-hint">\(words["tell-keeps"])</p>
            \(said.map { text -> HTML in "<p class=\"error\" id=\"wants-error\">\(text)</p>" })
            <textarea id="wants" name="wants" rows="8" dir="auto" autocomplete="off" required \
            aria-describedby="wants-hint\(" wants-error", when: fault != nil)">\(call.form["wants"])</textarea></div>
            <fieldset class="field"><legend>\(words["tell-about"])</legend><div class="choices">\(abouts)</div></fieldset>
            <p><button class="btn wide-btn">\(words["send"])</button></p></form>\(view.back)
            """)
    }
}
