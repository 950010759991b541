// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures

/// The form that writes a line of a plan about no child, changes it, says how it stands, or takes it out.
struct AreaPlanForm {
    let word: EventWord
    /// The line that it is about; nil for a new one.
    let line: PlanLine?
    let typed: FormFields
    let subject: PlanSubject
    let call: Call

    static let words: [EventWord] = [.planLineWritten, .planLineChanged, .planLineProgressed, .planLineEnded]

    /// Nil where the address asks for no form, or for a line that isn't there.
    init?(_ call: Call, typed: FormFields, of subject: PlanSubject) {
        guard call.account.role.mayRecord(.planLineWritten), let word = EventWord(rawValue: typed["word"]),
            Self.words.contains(word)
        else { return nil }
        let line = Int(typed["line"]).flatMap { call.state.planLines.line($0) }
        if word != .planLineWritten {
            guard let line, !line.isEnded, subject.holds(line) else { return nil }
        }
        (self.word, self.line, self.typed, self.subject, self.call) = (word, line, typed, subject, call)
    }

    private var form: ActForm {
        let pack = call.site.partnership.shelf.pack(for: call.authority, in: call.state)
        return ActForm(word, in: Choices.Setting(state: call.state, pack: pack, role: call.account.role))
    }

    /// The plan's kind is the page's; what a line is about belongs to plans about places and people.
    private var fields: [ActField] {
        form.fields.filter { ![.kind, .what, .agency, .reference, .narrative].contains($0.key) }
    }

    func read() -> (act: Act, faults: [FieldFault]) {
        var given = typed
        given["kind"] = subject.kind.rawValue
        var read = form.read(given, for: .partnership, now: call.now)
        // What a line is about is the page's, whatever was sent.
        if word == .planLineWritten { read.act.details[.what] = subject.concern.map { .number($0) } }
        return read
    }

    func fault(for refusal: Refusal) -> FieldFault { form.fault(for: refusal) }

    /// What stands in the line now, before anything is typed.
    private var prefilled: FormFields {
        guard let line, !typed.has("once") else { return typed }
        let keys: [DetailKey] =
            switch word {
            case .planLineChanged: [.goal, .action, .description, .owner, .due]
            case .planLineProgressed: [.outcome, .result, .evidence]
            default: []
            }
        var known = Details()
        for key in keys { known[key] = line.details[key] }
        return DetailFields.written(known).merging(typed)
    }

    private var title: String {
        switch word {
        case .planLineWritten: "Write a line"
        case .planLineChanged: "Change a line"
        case .planLineProgressed: "How a line stands"
        default: "Take a line out"
        }
    }

    func html(_ faults: [FieldFault]) -> HTML {
        let shown = prefilled
        let controls = fields.map { field in
            ControlView(
                field: field, typed: shown, fault: faults.first { $0.control == field.name }?.says, now: call.now
            ).html
        }
        let about: HTML =
            line.map { "<p>\($0.what)</p><input type=\"hidden\" name=\"line\" value=\"\($0.number)\">" } ?? HTML()
        return """
            <section class="card next" id="write"><h2>\(title)</h2>\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)
            <form method="post" action="\(subject.path)" class="stack" id="act">\(Parts.hidden(call))
            <input type="hidden" name="word" value="\(word.rawValue)"><input type="hidden" name="occurred.how" value="now">\(about)\(controls)
            <p class="submit"><button class="btn">Keep it</button> <a href="\(subject.path)">Cancel</a></p></form></section>
            """
    }
}
