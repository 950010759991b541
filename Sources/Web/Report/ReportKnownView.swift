// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// Step 1, before a child is taken to be new: is it one whom the record holds already?
struct ReportKnownView {
    let call: Call
    let draft: ReportDraft
    let likely: [LikelyChild]

    var page: HTML {
        let telling = Telling(state: call.state, now: call.now)
        let known = likely.map { one -> HTML in
            let family: HTML = one.isFamily ? Tag("Brother or sister?", .wait).html : HTML()
            let born = one.child.facts.born.map { "Born \(Spoken.fullDate($0)). " } ?? ""
            return """
                <form method="post" action="/report">\(Parts.hidden(call, once: false))<input type="hidden" name="child" value="\(one.child.id.number)">\
                <button class="pick">\(telling.nameWithAge(one.child))<span class="small">\(family)\(born)\(one.why)</span></button></form>
                """
        }
        return ReportFrame.page(
            call, step: 1, heading: "Is it one of these?", followsTyping: false,
            """
            <p>You wrote “\(draft.fields["name"])”. The record holds children who may be the same. On the right record, what is known already helps to find them.</p>
            \(known)<form method="post" action="\(draft.path)/child">\(Parts.hidden(call, once: false))<input type="hidden" name="isNobodyKnown" value="yes">\
            <button class="pick">None of these, or I am not sure<span class="small">The report goes on with a record of its own. Records can be compared later.</span></button></form>
            """)
    }
}
