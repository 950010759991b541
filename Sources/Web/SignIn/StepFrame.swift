// SPDX-License-Identifier: MIT

import Analysis

/// A page of the sign-in: one thing to do, before anything of the record is shown.
struct StepFrame {
    let call: Call
    let heading: String
    /// What is wrong with what was sent, and beneath which control.
    var fault: (control: String, says: String)?
    /// Around the form.
    var above = HTML()
    var fields: HTML
    var button: String
    var below = HTML()
    let path: String

    var html: HTML {
        let summary = fault.map { ErrorSummary([$0]).html }
        let body: HTML = """
            <div class="narrow">\(summary)<h1>\(heading)</h1>\(above)
            <form method="post" action="\(path)" class="stack"><input type="hidden" name="form-token" value="\(call.formToken)">\
            <input type="hidden" name="next" value="\(call.next)">\(fields)
            <p><button class="btn">\(button)</button></p></form>\(below)</div>
            """
        let title = (fault == nil ? "" : "Error: ") + heading
        return call.session == nil ? Shell(title: title, main: body).html : call.page(title, body)
    }

    /// A control with its label, its hint and what is wrong with it.
    static func field(
        _ name: String, _ label: String, type: String = "text", hint: String? = nil, fault: String? = nil,
        attributes: HTML = ""
    ) -> HTML {
        let described = [hint == nil ? nil : "\(name)-hint", fault == nil ? nil : "\(name)-error"].compactMap(\.self)
            .joined(separator: " ")
        return """
            <div class="field\(" wrong", when: fault != nil)"><label for="\(name)">\(label)</label>\
            \(hint.map { text -> HTML in "<p class=\"hint\" id=\"\(name)-hint\">\(text)</p>" })\
            \(fault.map { text -> HTML in "<p class=\"error\" id=\"\(name)-error\">\(text)</p>" })
            <input id="\(name)" name="\(name)" type="\(type)" required \(attributes)\
            \(described.isEmpty ? HTML() : " aria-describedby=\"\(described)\"")\(" aria-invalid=\"true\"", when: fault != nil)></div>
            """
    }
}
