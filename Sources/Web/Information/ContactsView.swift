// SPDX-License-Identifier: MIT

import Analysis
import Procedures

/// Named leads, out-of-hours lines and help lines of the protocol in force.
struct ContactsView {
    let call: Call

    var html: HTML {
        let contacts = call.packHere.sections.contacts
        if contacts.isEmpty { return HTML() }
        let rows = contacts.map { contact -> HTML in
            let how: HTML =
                contact.isOpen
                ? "<span class=\"unknown\">Not filled in for this area yet</span>" : "<b>\(contact.says)</b>"
            return "<dt>\(contact.who)</dt><dd>\(how)<br><span class=\"small\">For \(contact.forWhat)</span></dd>"
        }
        return
            "<section class=\"card\" id=\"contacts\"><h2>Whom to turn to</h2><dl class=\"sum\">\(rows)</dl></section>"
    }
}
