// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The seven circumstances as plain questions, and the further ones that help to judge.
struct SchoolCaseWeighing {
    let model: SchoolCaseModel
    let typed: FormFields

    private var clock: Clock { Clock(now: model.call.now) }
    private var mayWeigh: Bool { model.mayRecord(.vulnerabilityAssessed) && model.row.school.step < .back }

    var html: HTML {
        let known = model.circumstances
        let answered = model.assessment(SchoolCaseModel.seven)
        let isOpen = answered == nil && known.isEmpty
        return """
            <section class="card" id="weighing"><h2>Must the child be referred now?</h2>\(state(known, answered))
            \(mayWeigh ? fold("Seven questions", seven, isOpen: isOpen || typed.has("crime-victim")) : HTML())
            \(judged)\(mayWeigh ? fold("Further questions that help to judge", judgement, isOpen: typed.has("outcome")) : HTML())</section>
            """
    }

    private func state(_ known: [ImmediateCircumstance], _ answered: Event?) -> HTML {
        if known.isEmpty {
            guard let answered else {
                return
                    "<p>Nobody has answered the seven questions yet. One yes means a referral today, whatever else is known.</p>"
            }
            let open = answered.details.words(.unanswered).count
            let rest = open == 0 ? "" : " \(open) could not be answered: ask again."
            return
                "<p>\(Tag("No", .ok).html)None of the seven holds, said \(clock.moment(answered.occurredAt)).\(rest)</p>"
        }
        let items = known.map { circumstance -> HTML in
            "<li>\(circumstance.question.dropLast())\(": yes")</li>"
        }
        let refer: HTML =
            model.row.school.isReferred
            ? "<p>\(Tag("Referred", .ok).html)Social care or police were told.</p>"
            : (model.mayRecord(.referred)
                ? "<p>\(Parts.button("Refer the child now", to: "\(model.path)/add/referred?to=mash", "urgent"))</p>"
                : "<p>\(Tag("Not referred", .now).html)</p>")
        return "<p>\(Tag("Yes", .now).html)A referral is owed today:</p><ul>\(items)</ul>\(refer)"
    }

    private func fold(_ title: String, _ body: HTML, isOpen: Bool) -> HTML {
        "<details\(" open", when: isOpen)><summary>\(title)</summary>\(body)</details>"
    }

    private var seven: HTML {
        let questions = ImmediateCircumstance.allCases.map { circumstance -> HTML in
            let chosen =
                typed[circumstance.rawValue].isEmpty && model.isKnown(circumstance)
                ? "yes" : typed[circumstance.rawValue]
            let boxes = [("yes", "Yes"), ("no", "No"), ("unknown", "Not known")].map { code, says -> HTML in
                """
                <label class="choice small-choice"><input type="radio" name="\(circumstance.rawValue)" value="\(code)"\(" checked", when: chosen == code)> \(says)</label>
                """
            }
            return """
                <fieldset class="field"><legend>\(circumstance.question)</legend><div class="choices inline">\(boxes)</div></fieldset>
                """
        }
        return """
            <form method="post" action="\(model.path)/education/circumstances">\(Parts.hidden(model.call))\(questions)
            <p class="submit"><button class="btn">Record the answers</button></p></form>
            """
    }

    private var judgement: HTML {
        let questions = SchoolCaseModel.judgementQuestions(model.call).map { id, asks -> HTML in
            """
            <div class="field"><label for="q-\(id)">\(asks)</label><input id="q-\(id)" name="q.\(id)" value="\(typed["q.\(id)"])"></div>
            """
        }
        let outcomes = [("refer", "Refer to social care or police"), ("enquire", "Go on with our own enquiries")].map {
            code, says -> HTML in
            """
            <label class="choice small-choice"><input type="radio" name="outcome" value="\(code)"\(" checked", when: typed["outcome"] == code)> \(says)</label>
            """
        }
        return """
            <form method="post" action="\(model.path)/education/judgement">\(Parts.hidden(model.call))
            <p class="hint">A few words each. Leave empty what you do not know: it is kept as not answered.</p>\(questions)
            <fieldset class="field"><legend>What do you judge?</legend><div class="choices">\(outcomes)</div></fieldset>
            <div class="field"><label for="q-result">Why</label><textarea id="q-result" name="result" rows="3">\(typed["result"])</textarea></div>
            <p class="submit"><button class="btn">Record what you judge</button></p></form>
            """
    }

    private var judged: HTML {
        guard let event = model.assessment(SchoolCaseModel.judgement) else { return HTML() }
        let questions = SchoolCaseModel.judgementQuestions(model.call)
        let asked = Dictionary(questions.map { ($0.id, $0.asks) }, uniquingKeysWith: { first, _ in first })
        let answers = event.details.answers(.answers).map { answer -> HTML in
            "<dt>\(asked[answer.question] ?? answer.question.spaced)</dt><dd>\(answer.answer)</dd>"
        }
        let outcome = event.details.word(.outcome) == "refer" ? "refer" : "go on asking"
        let why: HTML =
            event.details.text(.result).map { text -> HTML in "<p class=\"quote\">“\(Parts.lines(text))”</p>" }
            ?? HTML()
        return """
            <p>Judged \(clock.moment(event.occurredAt)) by \(model.telling.actor(event.by)): <b>\(outcome)</b>.</p>\(why)
            <details><summary class="small">The answers</summary><dl class="sum">\(answers)</dl></details>
            """
    }
}
