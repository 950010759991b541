// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// Who came, and for each child the minutes, how it ended, what the child wants, and who does what by when.
struct HeldForm {
    let model: MeetingModel
    let typed: FormFields
    let faults: [FieldFault]
    let call: Call

    private static let actionsAsked = 3

    /// The children of whose record the writer may write down what came of it.
    private var parts: [MeetingModel.Part] {
        model.parts.filter { call.access.mayRecord(.meetingHeld, on: $0.child.id) }
    }

    /// Everything as acts to be kept together, or what is wrong.
    func read() -> (acts: [Act], faults: [FieldFault]) {
        var faults: [FieldFault] = []
        var occurredAt = UncertainTime.at(call.now)
        do {
            occurredAt = try TimeFields.read(ActForm.occurredName, in: typed, now: call.now)
        } catch {
            if case .says(let text) = error { faults.append(FieldFault(control: ActForm.occurredName, says: text)) }
        }
        let attendees = MeetingForm.names("attendees", in: typed)
        let apologies = MeetingForm.names("apologies", in: typed)
        if attendees.isEmpty { faults.append(FieldFault(control: "attendees", says: "Say who came.")) }
        var held: Details = [.meeting: .number(model.meeting.number), .attendees: .words(attendees)]
        if !apologies.isEmpty { held[.apologies] = .words(apologies) }
        if !typed["chair"].isEmpty { held[.chair] = .word(typed["chair"]) }
        var acts = [Act(.attendanceNoted, .partnership, occurredAt: occurredAt, details: held)]
        acts += minutes(at: occurredAt, attendees, apologies)
        acts += actions(at: occurredAt, &faults)
        return (acts, faults)
    }

    private func minutes(at occurredAt: UncertainTime, _ attendees: [String], _ apologies: [String]) -> [Act] {
        let spoken = parts.filter { part in
            !typed["minutes.\(part.child.id.number)"].isEmpty
                || !typed.values("decisions.\(part.child.id.number)").isEmpty
                || !typed["wants.\(part.child.id.number)"].isEmpty
        }
        let ties = MeetingTies(call)
        let joint = JointMeeting(
            kind: model.meeting.kind, occurredAt: occurredAt, chair: typed["chair"].isEmpty ? nil : typed["chair"],
            attendees: attendees,
            parts: spoken.map { part in
                let key = part.child.id.number
                return JointMeeting.Part(
                    episode: part.part.episode ?? EpisodeID(number: 0), child: part.child.id,
                    minutes: typed["minutes.\(key)"].isEmpty ? nil : typed["minutes.\(key)"],
                    decisions: typed.values("decisions.\(key)"))
            })
        return zip(joint.acts, spoken).map { act, part in
            var act = act
            act.subject = ties.subject(of: part.child)
            act.details[.meeting] = .number(model.meeting.number)
            if !apologies.isEmpty { act.details[.apologies] = .words(apologies) }
            let wants = typed["wants.\(part.child.id.number)"]
            if !wants.isEmpty { act.details[.wants] = .text(wants) }
            return act
        }
    }

    private func actions(at occurredAt: UncertainTime, _ faults: inout [FieldFault]) -> [Act] {
        let ties = MeetingTies(call)
        var acts: [Act] = []
        for part in parts {
            for number in 1...Self.actionsAsked {
                let key = "\(part.child.id.number).\(number)"
                let what = typed["action.\(key)"]
                if what.isEmpty { continue }
                let owner = typed["owner.\(key)"]
                if owner.isEmpty { faults.append(FieldFault(control: "owner.\(key)", says: "Say who does it.")) }
                var details: Details = [
                    .action: .text(what), .owner: .word(owner), .meeting: .number(model.meeting.number),
                ]
                details[.agency] = call.state.workers[owner].map { .word($0.agency.name) }
                if !typed["due.\(key)"].isEmpty {
                    if let date = try? TimeFields.date(typed["due.\(key)"], orTodayOf: call.now) {
                        details[.due] = .time(.on(date))
                    } else {
                        faults.append(FieldFault(control: "due.\(key)", says: "This is not a date."))
                    }
                }
                acts.append(Act(.actionAgreed, ties.subject(of: part.child), occurredAt: occurredAt, details: details))
            }
        }
        return acts
    }

    var html: HTML {
        let name = ActForm.occurredName
        let time = TimeControl(name: name, typed: typed, kind: .pastOrNow, now: call.now)
        return """
            \(time.html(legend: "When was it held?", fault: fault(name)))\(attendance)\(parts.map(child))\
            \(parts.isEmpty ? "<p>There is no child on it for whom you may write this down.</p>" : HTML())
            """
    }

    private func fault(_ control: String) -> HTML {
        faults.first { $0.control == control }.map { fault -> HTML in "<p class=\"error\">\(fault.says)</p>" } ?? HTML()
    }

    private var attendance: HTML {
        let telling = Telling(state: call.state, now: call.now)
        let before = model.meeting.attendance
        let invited = (model.meeting.invited + (before?.attendees ?? [])).uniqued
        let chosen = typed.has("attendees") ? MeetingForm.names("attendees", in: typed) : before?.attendees ?? []
        let boxes = invited.map { name -> HTML in
            """
            <label class="choice"><input type="checkbox" name="attendees" value="\(name)"\(" checked", when: chosen.contains(name))> \(MeetingView.person(name, telling))</label>
            """
        }
        let others = chosen.filter { !invited.contains($0) }.joined(separator: "\n")
        let apologies = typed.has("apologies") ? typed["apologies"] : (before?.apologies ?? []).joined(separator: "\n")
        let chair = typed.has("chair") ? typed["chair"] : model.meeting.chair ?? ""
        let chairs = MeetingForm.people(call, [model.kind?.chair].compactMap(\.self)).map { choice -> HTML in
            "<option value=\"\(choice.code)\"\(" selected", when: choice.code == chair)>\(choice.says)</option>"
        }
        return """
            <div class="field"><label for="chair">Who chaired it</label><select id="chair" name="chair"><option value="">Choose</option>\(chairs)</select></div>
            <fieldset class="field\(" wrong", when: !fault("attendees").isEmpty)" id="attendees" tabindex="-1"><legend>Who came</legend>\(fault("attendees"))
            <div class="choices columns">\(boxes)</div><label class="more">Anybody else, one a line
            <textarea name="attendees" rows="2">\(others)</textarea></label></fieldset>
            <div class="field"><label for="apologies">Apologies, one a line</label><textarea id="apologies" name="apologies" rows="2">\(apologies)</textarea></div>
            """
    }

    private func child(_ part: MeetingModel.Part) -> HTML {
        let key = part.child.id.number
        let outcomes = (model.kind?.outcomes ?? []).map { line -> HTML in
            let isOn = typed.values("decisions.\(key)").contains(line.id)
            return """
                <label class="choice"><input type="checkbox" name="decisions.\(key)" value="\(line.id)"\(" checked", when: isOn)> \(line.says)</label>
                """
        }
        let decided: HTML =
            outcomes.isEmpty
            ? HTML()
            : "<fieldset class=\"field\"><legend>How it ended</legend><div class=\"choices\">\(outcomes)</div></fieldset>"
        let rows = (1...Self.actionsAsked).map { row("\(key).\($0)", $0) }
        return """
            <section class="card child-part"><h2>\(Telling(state: call.state, now: call.now).nameWithAge(part.child))</h2>
            <div class="field"><label for="wants.\(key)">What the child wants the meeting to know <span class="optional">(if known)</span></label>
            <textarea id="wants.\(key)" name="wants.\(key)" rows="2">\(typed["wants.\(key)"])</textarea></div>
            <div class="field"><label for="minutes.\(key)">Minutes</label>
            <p class="hint">Of this child alone. Name no other child here.</p>
            <textarea id="minutes.\(key)" name="minutes.\(key)" rows="5">\(typed["minutes.\(key)"])</textarea></div>\(decided)
            <fieldset class="field"><legend>Who does what by when</legend>\(rows)</fieldset></section>
            """
    }

    private func row(_ key: String, _ number: Int) -> HTML {
        let owner = typed["owner.\(key)"]
        let people = MeetingForm.people(call, []).map { choice -> HTML in
            "<option value=\"\(choice.code)\"\(" selected", when: choice.code == owner)>\(choice.says)</option>"
        }
        return """
            <div class="step"><label class="what">Action \(number) <textarea name="action.\(key)" rows="2">\(typed["action.\(key)"])</textarea></label>\
            <label>Who \(fault("owner.\(key)"))<select name="owner.\(key)" id="owner.\(key)"><option value="">Choose</option>\(people)</select></label>\
            <label>By \(fault("due.\(key)"))<input type="date" name="due.\(key)" id="due.\(key)" value="\(typed["due.\(key)"])"></label></div>
            """
    }
}
