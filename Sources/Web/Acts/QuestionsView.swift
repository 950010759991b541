// SPDX-License-Identifier: MIT

import Analysis
import Procedures

/// The protocol's risk questions, each with room for what was said.
struct QuestionsView {
    let name: String
    let questions: [RiskQuestion]
    let typed: FormFields

    func html(_ legend: HTML) -> HTML {
        let each = questions.map { question -> HTML in
            let control = "\(name).\(question.id)"
            let isOpen = typed["unanswered.\(question.id)"] == "yes"
            return """
                <div class="field question"><label for="\(control)">\(question.asks)</label>
                <p class="hint">\(question.isRiskBased ? "Bears on risk. " : "")\(question.source)</p>
                <textarea id="\(control)" name="\(control)" rows="2">\(typed[control])</textarea>
                <label class="choice small-choice"><input type="checkbox" name="unanswered.\(question.id)" value="yes"\(" checked", when: isOpen)>
                Could not be answered</label></div>
                """
        }
        if questions.isEmpty { return "<p>The protocol in force has no questions.</p>" }
        return """
            <fieldset class="field" id="\(name)" tabindex="-1"><legend>\(legend)</legend>
            <p class="hint">Yes or no alone is not enough. Where answers can't be had, the child is missing, not absent.</p>\(each)</fieldset>
            """
    }
}

/// What was learnt, each with what it is about.
struct FindingsView {
    let name: String
    let typed: FormFields

    func html(_ legend: HTML) -> HTML {
        let rows = (1...4).map { number -> HTML in
            let (about, says) = ("\(name).about.\(number)", "\(name).says.\(number)")
            return """
                <div class="pair"><label>About <input name="\(about)" value="\(typed[about])"></label>\
                <label>What was learnt <textarea name="\(says)" rows="2">\(typed[says])</textarea></label></div>
                """
        }
        return """
            <fieldset class="field" id="\(name)" tabindex="-1"><legend>\(legend)</legend>
            <p class="hint">For example: a place, a person, what would help.</p>\(rows)</fieldset>
            """
    }
}
