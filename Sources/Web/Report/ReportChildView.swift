// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// Step 1, for a child who isn't in the record yet.
struct ReportChildView {
    let call: Call
    let draft: ReportDraft
    let faults: [FieldFault]

    var page: HTML {
        let setting = Choices.Setting(
            state: call.state, pack: call.site.partnership.shelf.standing, role: call.account.role)
        let keys: [(DetailKey, Bool)] = [
            (.name, true), (.born, false), (.sex, false), (.lookedAfter, false), (.responsible, false),
        ]
        let home = call.account.role.isCarer ? [] : NewcomerForm.home(call)
        let fields = keys.map { ActField($0.0, of: .childRegistered, isRequired: $0.1, in: setting) } + home
        let controls = fields.map { field in
            ControlView(
                field: field, typed: draft.fields, fault: faults.first { $0.control == field.name }?.says, now: call.now
            ).html
        }
        let ageFault = faults.first { $0.control == "age" }.map { fault -> HTML in
            "<p class=\"error\">\(fault.says)</p>"
        }
        let age: HTML = """
            <div class="field"><label for="age">Or about how old <span class="optional">(if the date is not known)</span></label>\(ageFault)
            <input id="age" name="age" inputmode="numeric" class="short" value="\(draft.fields["age"])"></div>
            """
        let body: HTML =
            "\(controls.prefix(2).joined())\(age)\(controls.dropFirst(2).joined())<p class=\"submit\"><button class=\"btn\">Next</button></p>"
        return ReportFrame.page(
            call, step: 1, heading: "Who are they?", faults: faults,
            ReportFrame.form(call, draft, to: "\(draft.path)/child", holds: ["sex", "lookedAfter"], body))
    }
}
