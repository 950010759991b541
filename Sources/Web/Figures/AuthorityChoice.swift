// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// The field of a form that says whose children are asked about; nothing where there is no choice.
struct AuthorityChoice {
    let authorities: [Agency]
    let chosen: AgencyID?

    var html: HTML {
        guard authorities.count > 1 else { return HTML() }
        let options = authorities.map { agency -> HTML in
            "<option value=\"\(agency.id.name)\"\(" selected", when: agency.id == chosen)>\(agency.name)</option>"
        }
        return """
            <div class="field"><label for="authority">Whose children</label><select id="authority" name="authority">
            <option value="">Those of every authority here</option>\(options)</select></div>
            """
    }
}
