// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// Draws one control with its label, its hint, and what is wrong with it.
struct ControlView {
    let field: ActField
    let typed: FormFields
    let fault: String?
    let now: Instant

    private var name: String { field.name }
    private var value: String { typed[name] }

    var html: HTML {
        switch field.control {
        case .line: labelled("<input id=\"\(name)\" name=\"\(name)\" value=\"\(value)\"\(described)>")
        case .number:
            labelled(
                "<input id=\"\(name)\" name=\"\(name)\" value=\"\(value)\" inputmode=\"numeric\" class=\"short\"\(described)>"
            )
        case .date:
            labelled(
                "<input id=\"\(name)\" name=\"\(name)\" value=\"\(value)\" type=\"date\" class=\"short\"\(described)>")
        case .paragraph:
            labelled("<textarea id=\"\(name)\" name=\"\(name)\" rows=\"3\"\(described)>\(value)</textarea>")
        case .lines:
            labelled(
                "<textarea id=\"\(name)\" name=\"\(name)\" rows=\"3\"\(described)>\(typed.values(name).joined(separator: "\n"))</textarea>"
            )
        case .select(let choices): labelled(select(choices))
        case .radios(let choices): group(choices.map { box("radio", $0) })
        case .ticks(let choices): group(ticks(choices))
        case .yesNo: group([box("radio", Choice("yes", "Yes")), box("radio", Choice("no", "No"))], isInline: true)
        case .past(let fromNow):
            TimeControl(name: name, typed: typed, kind: fromNow ? .pastOrNow : .past, now: now)
                .html(legend: legend, fault: faultText)
        case .ahead:
            TimeControl(name: name, typed: typed, kind: .ahead, now: now).html(legend: legend, fault: faultText)
        case .questions(let questions): QuestionsView(name: name, questions: questions, typed: typed).html(legend)
        case .headed(let headings): headed(headings)
        case .steps: PlanSteps.control(name, typed, legend, faultText)
        case .findings: FindingsView(name: name, typed: typed).html(legend)
        }
    }

    private var needed: HTML { field.isRequired ? HTML() : " <span class=\"optional\">(if known)</span>" }
    private var legend: HTML { "\(field.label)\(needed)" }
    private var described: HTML {
        if fault != nil { return " aria-describedby=\"\(name)-error\" aria-invalid=\"true\"" }
        return field.hint.isEmpty ? HTML() : " aria-describedby=\"\(name)-hint\""
    }
    private var hint: HTML { field.hint.isEmpty ? HTML() : "<p class=\"hint\" id=\"\(name)-hint\">\(field.hint)</p>" }
    private var faultText: HTML {
        fault.map { text -> HTML in
            "<p class=\"error\" id=\"\(name)-error\"><span class=\"unseen\">Error:</span> \(text)</p>"
        }
            ?? HTML()
    }

    private func labelled(_ control: HTML) -> HTML {
        """
        <div class="field\(" wrong", when: fault != nil)"><label for="\(name)">\(field.label)\(needed)</label>\(hint)\(faultText)\(control)</div>
        """
    }

    private func group(_ boxes: [HTML], isInline: Bool = false) -> HTML {
        """
        <fieldset class="field\(" wrong", when: fault != nil)" id="\(name)" tabindex="-1"><legend>\(legend)</legend>\(hint)\(faultText)\
        <div class="choices\(" inline", when: isInline)\(" columns", when: boxes.count > 6)">\(boxes)</div></fieldset>
        """
    }

    private func box(_ type: String, _ choice: Choice) -> HTML {
        let isChosen = typed.values(name).contains(choice.code)
        return """
            <label class="choice"><input type="\(type)" name="\(name)" value="\(choice.code)"\(" checked", when: isChosen)> \(choice.says)</label>
            """
    }

    private func headed(_ headings: [Choice]) -> HTML {
        let rows = headings.map { heading -> HTML in
            let control = "\(name).\(heading.code)"
            return """
                <div class="field question"><label for="\(control)">\(heading.says)</label>
                <textarea id="\(control)" name="\(control)" rows="2">\(typed[control])</textarea></div>
                """
        }
        return """
            <fieldset class="field\(" wrong", when: fault != nil)" id="\(name)" tabindex="-1"><legend>\(legend)</legend>\(faultText)\(rows)</fieldset>
            """
    }

    private func ticks(_ choices: [Choice]) -> [HTML] {
        let known = Set(choices.map(\.code))
        let other = typed.values(name).filter { !known.contains($0) }.joined(separator: "\n")
        let more: HTML = """
            <label class="more">Something else, one a line<textarea name="\(name)" rows="2">\(other)</textarea></label>
            """
        return choices.map { box("checkbox", $0) } + [more]
    }

    private func select(_ choices: [Choice]) -> HTML {
        let isOther = !value.isEmpty && !choices.contains { $0.code == value }
        let all = choices + (isOther ? [Choice(value)] : [])
        let options = all.map { choice -> HTML in
            "<option value=\"\(choice.code)\"\(" selected", when: choice.code == value)>\(choice.says)</option>"
        }
        return
            "<select id=\"\(name)\" name=\"\(name)\"\(described)><option value=\"\">Choose</option>\(options)</select>"
    }
}
