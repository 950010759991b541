// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The controls by which a meeting is called or changed: when, where, who chairs it, who is asked to come.
struct MeetingForm {
    let kind: String
    let typed: FormFields
    let faults: [FieldFault]
    let call: Call

    private var kinds: MeetingKinds { call.meetingKinds }

    /// What was typed, as details; or what is wrong with it.
    func read(into details: inout Details) -> [FieldFault] {
        var faults: [FieldFault] = []
        do {
            details[.at] = .time(try TimeFields.read("at", in: typed, now: call.now))
        } catch {
            if case .says(let text) = error { faults.append(FieldFault(control: "at", says: text)) }
        }
        if !typed["place"].isEmpty { details[.place] = .word(typed["place"]) }
        if !typed["chair"].isEmpty { details[.chair] = .word(typed["chair"]) }
        let asked = MeetingForm.names("attendees", in: typed)
        if !asked.isEmpty { details[.attendees] = .words(asked) }
        return faults
    }

    /// Every line and every ticked box under a name.
    static func names(_ name: String, in form: FormFields) -> [String] {
        form.values(name).flatMap { $0.split(separator: "\n").map { String($0).trimmed } }.filter { !$0.isEmpty }
            .uniqued
    }

    /// What the form holds of a meeting that was called already.
    static func written(_ meeting: CalledMeeting) -> FormFields {
        var form = FormFields()
        if let at = meeting.at { TimeFields.write(at, as: "at", into: &form) }
        form["place"] = meeting.place ?? ""
        form["chair"] = meeting.chair ?? ""
        for name in meeting.invited { form.append("attendees", name) }
        return form
    }

    var html: HTML {
        let fault = faults.first { $0.control == "at" }.map { fault -> HTML in "<p class=\"error\">\(fault.says)</p>" }
        return """
            \(TimeControl(name: "at", typed: typed, kind: .ahead, now: call.now).html(legend: "When it will be", fault: fault ?? HTML()))
            <div class="field"><label for="place">Where <span class="optional">(if known)</span></label>
            <p class="hint" id="place-hint">A room or a line to dial in. It is in nobody’s calendar feed.</p>
            <input id="place" name="place" value="\(typed["place"])" aria-describedby="place-hint"></div>
            <div class="field"><label for="chair">Who chairs it</label>\(chairs)</div>\(invitees)
            """
    }

    private var chairs: HTML {
        let role = kinds.meeting(kind)?.chair
        let people = MeetingForm.people(call, [role].compactMap(\.self))
        let roleChoice = role.map { [Choice($0.rawValue, "The \($0.spoken)")] } ?? []
        let options = (roleChoice + people).map { choice -> HTML in
            "<option value=\"\(choice.code)\"\(" selected", when: typed["chair"] == choice.code)>\(choice.says)</option>"
        }
        return "<select id=\"chair\" name=\"chair\"><option value=\"\">Not said yet</option>\(options)</select>"
    }

    /// Those whom the protocol asks, each to be ticked off, and anybody else by name.
    private var invitees: HTML {
        let asked = MeetingForm.invited(kinds.meeting(kind))
        let chosen = MeetingForm.names("attendees", in: typed)
        let isFresh = !typed.has("attendees") && !typed.has("sent")
        let boxes = asked.map { choice -> HTML in
            let isOn = isFresh || chosen.contains(choice.code)
            return """
                <label class="choice"><input type="checkbox" name="attendees" value="\(choice.code)"\(" checked", when: isOn)> \(choice.says)</label>
                """
        }
        let others = chosen.filter { name in !asked.contains { $0.code == name } }.joined(separator: "\n")
        return """
            <fieldset class="field" id="attendees" tabindex="-1"><legend>Who is asked to come</legend>
            <p class="hint">Whom the protocol asks stands here. Take away the tick of anybody who is not to come to this one.</p>
            <input type="hidden" name="sent" value="yes"><div class="choices columns">\(boxes)</div>
            <label class="more">Anybody else, one a line; a short name such as amira.hale puts it into their calendar
            <textarea name="attendees" rows="2">\(others)</textarea></label></fieldset>
            """
    }

    /// Whom the protocol asks to such a meeting, by role where there is one, else as it names them.
    static func invited(_ meeting: Meeting?) -> [Choice] {
        (meeting?.invites ?? []).map { invitee in
            switch invitee {
            case .role(.role(let role)): Choice(role.rawValue, role.spoken.capitalisedFirst)
            case .role(.police): Choice("police")
            case .role(.socialCare): Choice("social-care", "Children’s social care")
            case .named(let name): Choice(name, name.capitalisedFirst)
            }
        }
    }

    /// Who works here, those of some roles first.
    static func people(_ call: Call, _ first: [Role]) -> [Choice] {
        call.state.workers.values.filter { !$0.hasLeft }.sorted { one, other in
            let (early, late) = (first.contains(one.role), first.contains(other.role))
            return early == late ? one.name < other.name : early
        }.map { Choice($0.id, "\($0.name), \($0.role.spoken)") }
    }
}
