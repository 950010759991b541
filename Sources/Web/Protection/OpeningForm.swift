// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Why somebody opens what is held back from them, and for how long: the same two questions wherever it is done.
struct OpeningForm {
    let typed: FormFields

    static let lengths: [(code: String, says: String, length: Elapsed)] = [
        ("1", "1 hour", .hours(1)), ("4", "4 hours", .hours(4)), ("8", "8 hours: one shift", .hours(8)),
    ]

    /// At least some words: a full stop explains nothing to whoever reviews it.
    private static let fewestLetters = 10

    var faults: [FieldFault] {
        if typed["reason"].count(where: \.isLetter) >= Self.fewestLetters { return [] }
        return [
            FieldFault(
                control: "reason", says: "Say why, in a sentence: who is in danger, and what you need to know.")
        ]
    }

    /// What is recorded. It begins now: nobody opens a record for yesterday.
    func details(at now: Instant) -> Details {
        let length = OpeningForm.lengths.first { $0.code == typed["hours"] }?.length ?? .hours(1)
        return [.reason: .text(typed["reason"]), .until: .time(.at(now + length))]
    }

    func html(_ faults: [FieldFault]) -> HTML {
        let fault = faults.first { $0.control == "reason" }?.says
        let chosen = typed["hours"].isEmpty ? "1" : typed["hours"]
        let hours = OpeningForm.lengths.map { length -> HTML in
            """
            <label class="choice small-choice"><input type="radio" name="hours" value="\(length.code)"\(" checked", when: length.code == chosen)> \(length.says)</label>
            """
        }
        return """
            <div class="field\(" wrong", when: fault != nil)"><label for="reason">Why do you need to open it?</label>
            <p class="hint" id="reason-hint">Who is in danger, and what you need to know. It stays on the record with your name.</p>
            \(fault.map { text -> HTML in "<p class=\"error\" id=\"reason-error\">\(text)</p>" })
            <textarea id="reason" name="reason" rows="3" aria-describedby="reason-hint\(" reason-error", when: fault != nil)"\(" aria-invalid=\"true\"", when: fault != nil)>\(typed["reason"])</textarea></div>
            <fieldset class="field"><legend>For how long?</legend><div class="choices inline">\(hours)</div></fieldset>
            """
    }

    /// What follows from it, said before it is done.
    static let consequences: HTML = """
        <div class="notice"><p><b>What happens:</b> your name, the time and your reason go into the record. Those who keep the record see it at once,
        and a manager looks at it the next working day. It closes by itself.</p></div>
        """
}
