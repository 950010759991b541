// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Step 2: first checks, against a deadline that is set at the outset.
struct ReportChecksView {
    let call: Call
    let draft: ReportDraft
    let fault: String?

    private var action: String { "\(draft.path)/checks" }
    private var clock: Clock { Clock(now: call.now) }

    var page: HTML {
        let faults = fault.map { [FieldFault(control: "missingSince", says: $0)] } ?? []
        return draft.hasStarted
            ? ReportFrame.page(call, step: 2, heading: "What have you already checked?", faults: faults, ticking)
            : ReportFrame.page(call, step: 2, heading: "Start the first checks", faults: faults, starting)
    }

    private var danger: HTML {
        "<p class=\"danger\"><button class=\"link\" name=\"do\" value=\"danger\">In danger now: skip the checks and report</button></p>"
    }

    private var starting: HTML {
        let minutes = draft.fields["minutes"].isEmpty ? "20" : draft.fields["minutes"]
        let choices = ["10", "20", "30", "60"].map { choice -> HTML in
            """
            <label class="choice small-choice"><input type="radio" name="minutes" value="\(choice)"\(" checked", when: choice == minutes)> \(choice) minutes</label>
            """
        }
        let since = TimeControl(name: "missingSince", typed: draft.fields, kind: .pastOrNow, now: call.now)
            .html(
                legend: "When were they first missed?",
                fault: fault.map { text -> HTML in "<p class=\"error\">\(text)</p>" } ?? HTML())
        let body: HTML = """
            \(since)<fieldset class="field"><legend>Finish the checks within</legend><div class="choices inline">\(choices)</div></fieldset>
            <p class="submit"><button class="btn wide-btn" name="do" value="start">Start first checks</button></p>\(danger)
            """
        return """
            <p class="lead">For <b>\(draft.childName(call))</b>. Everybody who must know sees that you are looking.</p>
            \(ReportFrame.form(call, draft, to: action, body))
            """
    }

    private var ticking: HTML {
        let ticked = Set(draft.fields.values("checked"))
        let boxes = Choices.checks.map { choice -> HTML in
            """
            <label class="choice"><input type="checkbox" name="checked" value="\(choice.code)"\(" checked", when: ticked.contains(choice.code))> \(choice.says)</label>
            """
        }
        let by: HTML =
            draft.deadline.map { due -> HTML in
                let isOver = due < call.now
                return isOver
                    ? " <b class=\"due now\">The time you set, \(clock.tagged(due, Spoken.time(due))), is over: report now.</b>"
                    : " Finish by <b>\(clock.tagged(due, Spoken.time(due)))</b>."
            } ?? HTML()
        let body: HTML = """
            <fieldset class="field"><legend class="unseen">Checks</legend>\(boxes)</fieldset>
            <p class="small">Hearing from them alone does not settle where they are. Ask to speak to an adult you know, or ring back on a landline.</p>
            <p class="submit"><button class="btn urgent wide-btn" name="do" value="report">Still not found: report missing</button></p>
            <p class="centre"><button class="link" name="do" value="back">They are back</button></p>\(danger)
            """
        return """
            <p class="lead">For <b>\(draft.childName(call))</b>.\(by)</p>\(ReportFrame.form(call, draft, to: action, holds: ["checked"], body))
            """
    }
}
