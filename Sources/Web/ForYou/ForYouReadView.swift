// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// What was written for a child to read, each with a place to say what is wrong with it.
struct ForYouReadView {
    private let view: ForYouView
    private let call: Call
    private let written: [WrittenForChild]
    private var words: ChildCatalogue { view.words }

    init(_ call: Call, _ written: [WrittenForChild]) {
        view = ForYouView(call)
        self.call = call
        self.written = written
    }

    /// `fault` is the key of what is wrong with the correction of the text at `place`.
    func html(fault: String?, at place: Int?) -> HTML {
        let said = fault.map { words[$0] }
        let texts = written.map { text -> HTML in
            let isWrong = place.map(Int64.init) == text.position.number
            return card(text, isWrong ? said : nil)
        }
        return view.page(
            "read-title", faults: said.map { [("wants-\(place ?? 0)", $0)] } ?? [],
            """
            <h1>\(words["read-title"])</h1><p class="lead">\(words[written.isEmpty ? "read-none" : "read-lead"])</p>\(texts)\(view.back)
            """)
    }

    private func card(_ text: WrittenForChild, _ fault: String?) -> HTML {
        let id = "wants-\(text.position.number)"
        return """
            <section class="card"><h2>\(words[text.isAnswer ? "read-answer" : "read-talk"])</h2>
            <p class="small" dir="auto">\(text.from.map { "\($0) · " } ?? "")\(Spoken.fullDate(London.date(of: text.at.earliest)))</p>
            <p class="told" dir="auto">\(Parts.lines(text.text))</p>
            <form method="post" action="/for-you/read" class="stack"><input type="hidden" name="form-token" value="\(call.formToken)">
            <input type="hidden" name="what" value="\(text.position.number)">
            <div class="field\(" wrong", when: fault != nil)"><label for="\(id)">\(words["read-wrong"])</label>
            \(fault.map { says -> HTML in "<p class=\"error\" id=\"\(id)-error\">\(says)</p>" })
            <textarea id="\(id)" name="wants" rows="3" dir="auto" autocomplete="off"\
            \(" aria-describedby=\"\(id)-error\"", when: fault != nil)>\(fault == nil ? "" : call.form["wants"])</textarea></div>
            <p><button class="btn">\(words["send"])</button></p></form></section>
            """
    }
}
