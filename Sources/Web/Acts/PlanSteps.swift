// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// The steps of a plan: who does what, and when. Kept as headed texts, the head being who and when.
struct PlanSteps: Hashable, Sendable {
    struct Step: Hashable, Sendable {
        let who: String
        let when: String
        let what: String
    }

    let all: [Step]

    private static let joint = " · "
    private static let most = 12

    init(_ answers: [Answer]) {
        all = answers.map { answer in
            let parts = answer.question.components(separatedBy: Self.joint)
            return Step(
                who: parts[0], when: parts.dropFirst().joined(separator: Self.joint), what: answer.answer)
        }
    }

    /// What was typed into the control's rows; empty ones are left out.
    init(_ name: String, in form: FormFields) {
        all = (1...Self.most).compactMap { number in
            let step = Step(
                who: form["\(name).who.\(number)"], when: form["\(name).when.\(number)"],
                what: form["\(name).what.\(number)"])
            return step.what.isEmpty ? nil : step
        }
    }

    var answers: [Answer] {
        all.map { step in
            let head = [step.who, step.when].filter { !$0.isEmpty }.joined(separator: Self.joint)
            return Answer(question: head.isEmpty ? "Whoever is there" : head, answer: step.what)
        }
    }

    func write(as name: String, into form: inout FormFields) {
        for (index, step) in all.enumerated() {
            form["\(name).who.\(index + 1)"] = step.who
            form["\(name).when.\(index + 1)"] = step.when
            form["\(name).what.\(index + 1)"] = step.what
        }
    }

    /// The steps in their order, for reading. `upTo` leaves the later ones out.
    func list(upTo count: Int = .max) -> HTML {
        let items = all.prefix(count).map { step -> HTML in
            let head = [step.who, step.when].filter { !$0.isEmpty }.joined(separator: ", ")
            return "<li>\(head.isEmpty ? HTML() : "<b>\(head):</b> ")\(Parts.lines(step.what))</li>"
        }
        return items.isEmpty ? HTML() : "<ol class=\"steps\">\(items)</ol>"
    }

    /// The rows to type them into.
    static func control(_ name: String, _ typed: FormFields, _ legend: HTML, _ fault: HTML) -> HTML {
        let filled = (1...most).last { !typed["\(name).what.\($0)"].isEmpty } ?? 0
        let rows = (1...max(4, min(most, filled + 2))).map { number -> HTML in
            let (who, when, what) = ("\(name).who.\(number)", "\(name).when.\(number)", "\(name).what.\(number)")
            return """
                <fieldset class="step"><legend>Step \(number)</legend>\
                <label>Who <input name="\(who)" value="\(typed[who])"></label>\
                <label>When <input name="\(when)" value="\(typed[when])"></label>\
                <label class="what">What <textarea name="\(what)" rows="2">\(typed[what])</textarea></label></fieldset>
                """
        }
        return """
            <fieldset class="field\(" wrong", when: !fault.isEmpty)" id="\(name)" tabindex="-1"><legend>\(legend)</legend>
            <p class="hint">The first step is what somebody does at once. For “when”: at once, within the hour, the next morning…</p>\
            \(fault)\(rows)</fieldset>
            """
    }
}
