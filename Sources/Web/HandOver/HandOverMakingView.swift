// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The form by which a team hands over: what the record says of each child, and room for the outgoing person's own words.
struct HandOverMakingView {
    let model: HandOverModel
    let typed: FormFields
    let faults: [FieldFault]
    let call: Call

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }

    var html: HTML {
        let lines = model.lines.map { line -> HTML in
            "<li>\(BriefingLineView(line: line, call: call).html)\(words(of: line))</li>"
        }
        let count = Spoken.counted(model.lines.count, "child").replacing("childs", with: "children")
        let list: HTML =
            lines.isEmpty
            ? "<p>Nobody whom you may see is away, owed something or new since then. A briefing that says so is still worth making.</p>"
            : "<ol class=\"plain-list briefing\">\(lines)</ol>"
        return """
            <section class="card" aria-labelledby="making"><h2 id="making">Make the briefing of \(model.team.kind.spoken)</h2>
            <p>\(count), from the record as it stands now, and what changed since \(clock.moment(model.since)). It goes to \(model.rule.to.spoken).
            <span class="small">\(HandOverSaying.rule(model.rule))</span></p>
            <form method="post" action="/hand-over" class="stack" id="act">\(Parts.hidden(call, draft: "/hand-over"))\(list)
            \(general)<p class="submit"><button class="btn">Hand over</button> <span class="small">Time, names and what is owed are added by the record.</span></p>
            </form></section>
            """
    }

    private func words(of line: HandOverModel.Line) -> HTML {
        let name = HandOverForm.words(of: line.child.id)
        return """
            <div class="field no-print"><label for="\(name)">Your words about \(line.child.facts.name)</label>\(fault(name))
            <textarea id="\(name)" name="\(name)" rows="2" maxlength="4000">\(typed[name])</textarea></div>
            """
    }

    private var general: HTML {
        let name = HandOverForm.wordsOfShift
        return """
            <div class="field no-print\(" wrong", when: faults.contains { $0.control == name })"><label for="\(name)">About the shift as a whole <span class="optional">(if there is anything)</span></label>
            <p class="hint" id="\(name)-hint">Staffing, keys, cars, the phone. No child’s name: this part stands in no child’s record.</p>\(fault(name))
            <textarea id="\(name)" name="\(name)" rows="3" maxlength="4000" aria-describedby="\(name)-hint">\(typed[name])</textarea></div>
            """
    }

    private func fault(_ name: String) -> HTML {
        faults.first { $0.control == name }.map { fault -> HTML in
            "<p class=\"error\" id=\"\(name)-error\"><span class=\"unseen\">Error:</span> \(fault.says)</p>"
        } ?? HTML()
    }
}

/// How a rule about hand-overs is said.
enum HandOverSaying {
    static func rule(_ rule: HandOverRule) -> String {
        let when =
            rule.times.isEmpty
            ? "" : "Expected at \(rule.times.map(Spoken.time(secondOfDay:)).joined(separator: ", ")). "
        let local = rule.isLocalChoice ? " \(rule.note ?? "The figures are a local choice.")" : ""
        return "\(when)To be accepted within \(Spoken.elapsed(rule.within)); else \(rule.escalation.english).\(local)"
    }

    /// "Night briefing": by when it was made.
    static func name(madeAt instant: Instant) -> String {
        switch London.localTime(of: instant).hour {
        case 4..<11: "Night briefing"
        case 11..<16: "Morning briefing"
        case 16..<20: "Day briefing"
        default: "Evening briefing"
        }
    }
}
