// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The form by which a duty of the area is recorded as done: when, with what result, and where it is about a place.
struct AreaDutyForm {
    let duty: AreaDuty
    let pack: ProtocolPack
    let typed: FormFields
    let call: Call

    static let path = "/area-duties"

    /// Where the form for this duty stands open.
    static func address(of standing: DutyStanding) -> String {
        let place = standing.doneWith.word(.place).map { "&place=\(FormFields.encode($0))" } ?? ""
        return "\(path)?duty=\(FormFields.encode(standing.duty))\(place)#record"
    }

    private var form: ActForm {
        ActForm(.areaDutyDone, in: Choices.Setting(state: call.state, pack: pack, role: call.account.role))
    }

    /// What is asked for besides the time. A place belongs only to what a place gave rise to.
    private var fields: [ActField] {
        var keys: [DetailKey] = [.result, .narrative]
        if case .trigger = duty.clock, typed["place"].isEmpty { keys.insert(.place, at: 0) }
        return form.fields.filter { keys.contains($0.key) }
    }

    func read() -> (act: Act, faults: [FieldFault]) { form.read(typed, for: .partnership, now: call.now) }

    func fault(for refusal: Refusal) -> FieldFault { form.fault(for: refusal) }

    func html(_ faults: [FieldFault]) -> HTML {
        let name = ActForm.occurredName
        let fault: HTML =
            faults.first { $0.control == name }.map { fault -> HTML in "<p class=\"error\">\(fault.says)</p>" }
            ?? HTML()
        let time = TimeControl(name: name, typed: typed, kind: .pastOrNow, now: call.now)
        let controls = fields.map { field in
            ControlView(
                field: field, typed: typed, fault: faults.first { $0.control == field.name }?.says, now: call.now
            ).html
        }.joined()
        let counts: HTML =
            switch duty.clock {
            case .every(let period, _): "It counts for the \(period.spoken) in which it was done."
            case .trigger: HTML()
            }
        let place = typed["place"]
        let known: HTML =
            place.isEmpty || fields.contains { $0.key == .place }
            ? HTML() : "<input type=\"hidden\" name=\"place\" value=\"\(place)\">"
        let about = Telling(state: call.state, now: call.now).agency(named: place.isEmpty ? nil : place)
        return """
            <section class="card next" id="record"><h2>Record as done: \(Duty.shortTitle(of: duty.id))\(about.map { ", \($0)" })</h2>
            <p>\(duty.what) \(counts)</p>\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)
            <form method="post" action="\(Self.path)" class="stack" id="act">\(Parts.hidden(call, draft: Self.path))\
            <input type="hidden" name="duty" value="\(duty.id)">\(known)\
            \(time.html(legend: "When was it done?", fault: fault))\(controls)
            <p class="submit"><button class="btn">Record it as done</button> <a href="\(Self.path)">Cancel</a></p></form></section>
            """
    }
}
