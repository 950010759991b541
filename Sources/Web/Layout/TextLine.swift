// SPDX-License-Identifier: MIT

import Analysis

/// A line to type in, with its hint and, where it was filled in wrongly, what is wrong beside it.
struct TextLine {
    let name: String
    let label: String
    let hint: String
    let value: String
    let fault: String?

    init(_ name: String, _ label: String, hint: String, value: String, faults: [FieldFault]) {
        (self.name, self.label, self.hint, self.value) = (name, label, hint, value)
        fault = faults.first { $0.control == name }?.says
    }

    var html: HTML {
        """
        <div class="field\(" wrong", when: fault != nil)"><label for="\(name)">\(label)</label><p class="hint" id="\(name)-hint">\(hint)</p>
        \(fault.map { text -> HTML in "<p class=\"error\" id=\"\(name)-error\">\(text)</p>" })
        <input id="\(name)" name="\(name)" value="\(value)" autocomplete="off" aria-describedby="\(name)-hint\(" \(name)-error", when: fault != nil)"></div>
        """
    }
}
