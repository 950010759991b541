// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import WorkingTime

/// The list of unusual looks: what was found, from which figure on it is listed, and a form that says why it is in order.
struct UnusualView {
    let listed: [LookBook.Listed]
    let telling: LookTelling

    init(_ listed: [LookBook.Listed], _ telling: LookTelling) {
        self.listed = listed
        self.telling = telling
    }

    private var clock: Clock { Clock(now: telling.call.site.looks.now) }

    var html: HTML {
        let open = listed.filter { $0.dismissal == nil }
        let done = listed.filter { $0.dismissal != nil }
        let list: HTML =
            open.isEmpty
            ? "<p>Nothing in the last \(LooksPages.unusualDays) days that nobody has reviewed.</p>"
            : "<ul class=\"duties\">\(open.map(item))</ul>"
        let reviewed: HTML =
            done.isEmpty
            ? HTML()
            : "<details><summary>\(done.count) reviewed and in order</summary><ul class=\"duties\">\(done.map(item))</ul></details>"
        return """
            <section class="card" id="unusual" tabindex="-1"><h2>Unusual: \(open.count) to review</h2>
            <p class="small">Each entry says what was counted. It is no accusation: most have a good reason, and a reviewer says which.</p>
            \(list)\(reviewed)</section>
            """
    }

    private func item(_ listed: LookBook.Listed) -> HTML {
        let item = listed.item
        let whose = item.child.map { child -> HTML in
            ", <a href=\"/children/\(child.number)/looks\">child \(child.number)</a>"
        }
        let when: HTML =
            item.first == item.last
            ? clock.moment(item.first) : "from \(clock.moment(item.first)) to \(clock.moment(item.last))"
        return """
            <li><p>\(Tag(item.reason.title, .soon).html)<b><a href="/people/\(FormFields.encode(item.by.worker ?? ""))/looks">\
            \(telling.name(item.by.worker))</a></b>, \(telling.office(item.by))\(whose)</p>
            <p>\(item.says)</p><p class="small">\(when). \(item.threshold(LookFigures()))</p>\(review(listed))</li>
            """
    }

    private func review(_ listed: LookBook.Listed) -> HTML {
        if let dismissal = listed.dismissal {
            return
                "<p class=\"small\">In order, says \(telling.name(dismissal.look.by.worker)), \(clock.moment(dismissal.look.at)).</p>"
        }
        let item = listed.item
        if item.by.worker == telling.call.account.worker {
            return "<p class=\"small\">Your own: somebody else reviews it.</p>"
        }
        let control = "reason-\(item.looks[0].position.number)-\(item.reason.name)"
        return """
            <details><summary class="small">It is in order<span class="unseen">: \(item.reason.title), \(telling.name(item.by.worker))</span></summary>
            <form method="post" action="/looks/dismissals" class="stack">\(Parts.hidden(telling.call, once: false))
            <input type="hidden" name="item" value="\(item.id)">
            <div class="field"><label for="\(control)">Why it is in order</label><input id="\(control)" name="reason" required></div>
            <p><button class="btn quiet">Record it</button></p></form></details>
            """
    }
}

extension UnusualLook.Reason {
    /// What it is called in a list.
    var title: String {
        switch self {
        case .nothingGoingOn: "Nothing going on"
        case .manyChildren: "Many children"
        case .againFromOutside: "Again and again"
        case .outOfHours: "Outside office hours"
        case .sameSurname: "Same surname"
        case .refusedInARow: "Refused in a row"
        case .soonAfterAdded: "New account"
        case .searchedInVain: "Searched for a hidden child"
        }
    }
}
