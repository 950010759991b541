// SPDX-License-Identifier: MIT

import Analysis

/// What is wrong with a form, at its top, each with a link to its control.
struct ErrorSummary {
    let faults: [(control: String, says: String)]

    init(_ faults: [(control: String, says: String)]) { self.faults = faults }

    var html: HTML {
        if faults.isEmpty { return HTML() }
        let items = faults.map { fault -> HTML in
            "<li><a href=\"#\(fault.control)\">\(fault.says)</a></li>"
        }
        return """
            <div class="summary-of-errors" role="alert" aria-labelledby="errors-heading" tabindex="-1">\
            <h2 id="errors-heading">There is a problem</h2><ul>\(items)</ul></div>
            """
    }
}
