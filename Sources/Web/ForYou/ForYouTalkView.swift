// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// Whom a child would like to talk with, where and how.
struct ForYouTalkView {
    private let view: ForYouView
    private let call: Call
    private let offered: [Worker]
    private var words: ChildCatalogue { view.words }

    init(_ call: Call, _ offered: [Worker]) {
        view = ForYouView(call)
        self.call = call
        self.offered = offered
    }

    /// What was chosen, or what is wrong with it.
    func read() -> (details: Details, fault: (String, String)?) {
        var details = Details()
        let (who, place, how, more) = (call.form["who"], call.form["where"], call.form["how"], call.form["more"])
        let known = offered.map(\.id) + [ForYouActs.anybody, ForYouActs.somebodyElse, ForYouActs.nobody]
        if known.contains(who) { details[.interviewer] = .word(who) }
        if ForYouActs.wheres.contains(place) { details[.kind] = .word(place) }
        if ForYouActs.hows.contains(how) { details[.how] = .word(how) }
        if !more.isEmpty { details[.wants] = .text(more) }
        if details.isEmpty { return (details, ("who", words["choose-first"])) }
        if ForYouView.mostCharacters < more.count { return (details, ("more", words["too-long"])) }
        if !words.isEnglish { details[.language] = .text(words.englishName) }
        return (details, nil)
    }

    func html(faults: [(String, String)]) -> HTML {
        let people = offered.map { ($0.id, $0.name) }
        let others = [
            (ForYouActs.anybody, words["talk-anybody"]), (ForYouActs.somebodyElse, words["talk-else"]),
            (ForYouActs.nobody, words["talk-nobody"]),
        ]
        return view.page(
            "talk-title", faults: faults,
            """
            <h1>\(words["talk-title"])</h1><p class="lead">\(words["talk-lead"])</p>
            <form method="post" action="/for-you/talk" class="stack"><input type="hidden" name="form-token" value="\(call.formToken)">
            \(group("who", "talk-who", people + others, faults))
            \(group("where", "talk-where", ForYouActs.wheres.map { ($0, words["where-\($0)"]) }, faults))
            \(group("how", "talk-how", ForYouActs.hows.map { ($0, words["how-\($0)"]) }, faults))
            <div class="field"><label for="more">\(words["talk-more"])</label><p class="hint" id="more-hint">\(words["talk-more-hint"])</p>
            <textarea id="more" name="more" rows="4" dir="auto" autocomplete="off" aria-describedby="more-hint">\(call.form["more"])</textarea></div>
            <p><button class="btn wide-btn">\(words["send"])</button></p></form>\(view.back)
            """)
    }

    private func group(
        _ name: String, _ legend: String, _ choices: [(String, String)], _ faults: [(String, String)]
    ) -> HTML {
        let boxes = choices.map { code, says -> HTML in
            """
            <label class="choice"><input type="radio" name="\(name)" value="\(code)"\(" checked", when: call.form[name] == code)> \
            <span dir="auto">\(says)</span></label>
            """
        }
        let fault: HTML =
            faults.first { $0.0 == name }.map { fault -> HTML in "<p class=\"error\">\(fault.1)</p>" } ?? HTML()
        return """
            <fieldset class="field\(" wrong", when: !fault.isEmpty)" id="\(name)" tabindex="-1"><legend>\(words[legend])</legend>\(fault)\
            <div class="choices">\(boxes)</div></fieldset>
            """
    }
}
