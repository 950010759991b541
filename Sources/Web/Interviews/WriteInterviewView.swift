// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Draws the guided form of an interview for somebody who sits with a child: one column, large, in the order of the talk.
struct WriteInterviewView {
    private let form: WriteInterviewForm
    private let faults: [FieldFault]
    private let keptAt: Instant?
    private var call: Call { form.call }
    private var typed: FormFields { form.typed }
    private var path: String { WriteInterviewForm.path(call.episode.id) }

    init(_ form: WriteInterviewForm, faults: [FieldFault], keptAt: Instant?) {
        (self.form, self.faults, self.keptAt) = (form, faults, keptAt)
    }

    var html: HTML {
        let first = call.child.facts.firstName
        let place = "/episodes/\(call.episode.id.number)/interview"
        let main: HTML = """
            <div class="phone interview">\(Parts.breadcrumbs([("Return interviews", "/interviews"), ("\(first)’s interview", place)], "Write it down"))
            \(ErrorSummary(faults.map { ($0.control, $0.says) }).html)\(kept)
            <h1>Talking with \(first)</h1>\(clock)
            <p>Write in \(first)’s own words. Every question may stay empty. It is kept as you type; you can finish later.</p>
            <form method="post" action="\(path)" class="stack" id="act" data-draft="\(path)">\(Parts.hidden(call, draft: path))
            <input type="hidden" name="interviewer" value="\(form.interviewer)">\(time)\(parts)\(sharing)\(findings)\(forChild)\(also)
            <p><button class="btn wide-btn">The talk is over: record it</button></p>
            <p><button class="btn quiet wide-btn" name="do" value="later" formnovalidate>Finish later</button></p>
            <p class="small" data-kept aria-live="polite"></p></form></div>
            """
        return call.page(
            (faults.isEmpty ? "" : "Error: ") + "Talking with \(first)", main, in: .interviews,
            scripts: [StaticFiles.drafts])
    }

    private var kept: HTML {
        keptAt.map { at -> HTML in
            Parts.notice("<p>You began \(Clock(now: call.now).moment(at)); what you wrote then is here.</p>")
        } ?? HTML()
    }

    private var clock: HTML {
        guard let referral = InterviewReader(call).referral(call.episode, call.child) else { return HTML() }
        return "<p class=\"clock-bar\">\(InterviewClock(referral: referral, now: call.now).html)</p>"
    }

    private var time: HTML {
        let name = ActForm.occurredName
        let fault = faults.first { $0.control == name }?.says
        let text: HTML = fault.map { says -> HTML in "<p class=\"error\">\(says)</p>" } ?? HTML()
        return TimeControl(name: name, typed: typed, kind: .pastOrNow, now: call.now)
            .html(legend: "When do you talk, or did you?", fault: text)
    }

    private var parts: HTML {
        WriteInterviewForm.parts.map { part -> HTML in
            let controls = part.keys.compactMap { form.fields[$0] }.map { field in
                ControlView(
                    field: field, typed: typed, fault: faults.first { $0.control == field.name }?.says, now: call.now
                ).html
            }
            return "<section><h2>\(part.title)</h2><p class=\"hint\">\(part.says)</p>\(controls)</section>"
        }.joined()
    }

    private var sharing: HTML {
        let names = WriteInterviewForm.hearers.map { name in
            box("checkbox", "hear", name, Choices.spoken(name).capitalisedFirst, typed.values("hear").contains(name))
        }
        return """
            <section><h2>Who may hear of it</h2><fieldset class="field"><legend>The child says that these may know</legend>
            <p class="hint">Say first what you have to pass on to keep somebody safe, whoever is ticked here.</p>
            \(box("checkbox", "talked", "yes", "We talked about who may hear of it", typed["talked"] == "yes"))
            <div class="choices">\(names)</div></fieldset></section>
            """
    }

    private var findings: HTML {
        let rows = (1...WriteInterviewForm.mostFindings).map { number -> HTML in
            let (kind, says) = ("finding.kind.\(number)", "finding.says.\(number)")
            let options = WriteInterviewForm.findingKinds.map { choice -> HTML in
                "<option value=\"\(choice.code)\"\(" selected", when: typed[kind] == choice.code)>\(choice.says)</option>"
            }
            return """
                <fieldset class="field"><legend>Finding \(number)</legend><label for="\(kind)">What it is about</label>
                <select id="\(kind)" name="\(kind)"><option value="">Choose</option>\(options)</select>
                <label for="\(says)">What somebody should act on</label>
                <textarea id="\(says)" name="\(says)" rows="2">\(typed[says])</textarea></fieldset>
                """
        }
        let isOpen = (1...WriteInterviewForm.mostFindings).contains { !typed["finding.says.\($0)"].isEmpty }
        return """
            <section><h2>What should come of it</h2><p class="hint">Each finding gets an action with an owner, or a reason why none is needed.
            That can be done afterwards.</p>\(rows.first ?? HTML())
            <details\(" open", when: isOpen)><summary>More findings</summary>\(rows.dropFirst())</details></section>
            """
    }

    private var forChild: HTML {
        """
        <section><h2>For \(call.child.facts.firstName) to read</h2><div class="field"><label for="forChild">What you wrote down, in a few plain sentences</label>
        <p class="hint" id="forChild-hint">They can read it through their own link and say what is wrong. Leave out what would put them in danger if
        somebody else read it.</p><textarea id="forChild" name="forChild" rows="4" aria-describedby="forChild-hint">\(typed["forChild"])</textarea></div></section>
        """
    }

    private var also: HTML {
        let others = form.uncovered
        if others.isEmpty { return HTML() }
        let boxes = others.map { other in
            let start = other.facts.start.map { Spoken.moment($0, now: call.now) } ?? "an earlier time"
            let number = String(other.id.number)
            return box("checkbox", "also", number, "The episode of \(start)", typed.values("also").contains(number))
        }
        return """
            <section><h2>Other episodes</h2><fieldset class="field"><legend>The talk was about these too</legend>\(boxes)</fieldset></section>
            """
    }

    private func box(_ type: String, _ name: String, _ value: String, _ says: String, _ isChosen: Bool) -> HTML {
        "<label class=\"choice\"><input type=\"\(type)\" name=\"\(name)\" value=\"\(value)\"\(" checked", when: isChosen)> \(says)</label>"
    }
}
