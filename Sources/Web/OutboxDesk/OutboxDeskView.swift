// SPDX-License-Identifier: MIT

import Analysis
import Partnership
import WorkingTime

/// The page of notices on their way. It says by which way and to whom, and never about whom.
struct OutboxDeskView {
    let call: Call
    let dead, waiting, delivered: [OutboxMessage]
    let counts: [OutboxCount]
    let acts: [OutboxAct]
    let fault: (control: String, says: String)?

    private var clock: Clock { Clock(now: call.now) }

    var html: HTML {
        let tried: HTML =
            Int(call.query["tried"]).map { count -> HTML in
                Parts.notice("<p>\(Spoken.counted(count, "message")) will be tried again now.</p>")
            } ?? HTML()
        return """
            \(Parts.breadcrumbs([("Administration", "/")], "Notices on their way"))\(ErrorSummary(fault.map { [$0] } ?? []).html)\(tried)
            <h1>Notices on their way</h1><p class="lead">What leaves the house: by which way, to whom, and whether it arrived. No message names a
            child, and this page does not say whom one is about.</p>
            <div class="grid"><div>\(deadCard)\(card("Waiting", waiting, "Nothing waits.", when: "Next try"))\(card("Arrived lately", delivered, "Nothing was sent yet.", when: "Arrived"))</div>
            <aside>\(figures)\(done)</aside></div>
            """
    }

    private var deadCard: HTML {
        let all: HTML =
            dead.isEmpty
            ? "<p>\(Tag("None", .ok).html) Every message arrived or is still being tried.</p>"
            : """
            <p>Nobody tries these any more. Mend what is wrong, then try again.</p>\(replay("all", "Try all of them again", "btn quiet"))
            <ul class="plain">\(dead.map(deadRow))</ul>
            """
        return "<section class=\"card\"><h2>\(Spoken.counted(dead.count, "message")) not delivered</h2>\(all)</section>"
    }

    private func deadRow(_ message: OutboxMessage) -> HTML {
        let id = "\(message.id)"
        let tries = message.tries == 0 ? "not tried" : "tried \(message.tries == 1 ? "once" : "\(message.tries) times")"
        let what: HTML =
            message.way == .nobody
            ? "<b>For \(receiver(message))</b>: nobody here has this role."
            : "<b>\(message.way.spoken.capitalisedFirst)</b> to \(receiver(message)): \(message.fault), \(tries)."
        return """
            <li class="card"><p>\(what)</p>
            <p class="small">Message \(id), made \(clock.moment(message.notice.madeAt)).</p>\(mending(message))\(replay(id, "Try it again", "link"))</li>
            """
    }

    private func mending(_ message: OutboxMessage) -> HTML {
        let id = "\(message.id)"
        switch message.way {
        case .email, .text:
            let control = "address-\(id)"
            let says = fault.flatMap { $0.control == control ? $0.says : nil }
            let label = message.way == .email ? "Right email address" : "Right mobile number"
            return """
                <form method="post" action="/outbox/mend"><input type="hidden" name="form-token" value="\(call.formToken)">\
                <div class="field\(" wrong", when: says != nil)"><label for="\(control)">\(label) of \(receiver(message))</label>\
                \(says.map { text -> HTML in "<p class=\"error\" id=\"\(control)-error\">\(text)</p>" })
                <input id="\(control)" name="address" type="\(message.way == .email ? "email" : "tel")" autocomplete="off"\
                \(" aria-invalid=\"true\" aria-describedby=\"\(control)-error\"", when: says != nil)></div>
                <button class="btn quiet" name="message" value="\(id)">Correct it and try again</button></form>
                """
        case .nobody:
            return "<p>Give somebody a sign-in with the role of \(message.notice.group.spaced), then try again.</p>"
        case .webhook: return "<p>Its address and secret stand in <code>notices.yaml</code>.</p>"
        case .inbox: return HTML()
        }
    }

    private func replay(_ which: String, _ text: String, _ look: String) -> HTML {
        """
        <form method="post" action="/outbox/replay"><input type="hidden" name="form-token" value="\(call.formToken)">\
        <button class="\(look)" name="message" value="\(which)">\(text)\("<span class=\"unseen\">: message \(which)</span>", when: which != "all")</button></form>
        """
    }

    private func card(_ title: String, _ messages: [OutboxMessage], _ none: String, when: String) -> HTML {
        let rows = messages.map { message -> HTML in
            let at = message.settledAt ?? message.nextAt
            return """
                <tr><td>\(message.id)</td><td>\(message.way.spoken.capitalisedFirst)</td><td>\(receiver(message))</td>\
                <td>\(clock.moment(at))</td><td>\(message.tries)</td></tr>
                """
        }
        let table: HTML =
            rows.isEmpty
            ? "<p>\(none)</p>"
            : """
            <div class="wide" role="region" tabindex="0" aria-label="\(title)"><table><thead><tr><th scope="col">Message</th><th scope="col">By</th>\
            <th scope="col">To</th><th scope="col">\(when)</th><th scope="col">Tries</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
        return "<section class=\"card\"><h2>\(title)</h2>\(table)</section>"
    }

    private var figures: HTML {
        let rows = counts.map { count -> (String, HTML) in
            ("\(count.way.spoken.capitalisedFirst), \(state(count.state))", "\(count.count)")
        }
        let text: HTML = rows.isEmpty ? "<p>Nothing was ever sent.</p>" : Parts.summary(rows)
        return "<section class=\"card\"><h2>In figures</h2>\(text)</section>"
    }

    private var done: HTML {
        let telling = Telling(state: call.state, now: call.now)
        let items = acts.map { act -> HTML in
            let what = act.what == "mend" ? "corrected where it goes" : "had it tried again"
            let which = act.message.map { "message \($0)" } ?? "all that were not delivered"
            return "<li>\(clock.moment(act.at)): \(telling.worker(act.by) ?? act.by), \(which): \(what)</li>"
        }
        let text: HTML = items.isEmpty ? "<p>Nobody did anything yet.</p>" : "<ul class=\"plain\">\(items)</ul>"
        return "<section class=\"card\"><h2>What was done here</h2>\(text)</section>"
    }

    private func receiver(_ message: OutboxMessage) -> String {
        switch message.way {
        case .nobody: message.notice.group.spaced
        case .webhook: Telling(state: call.state, now: call.now).agency(named: message.to) ?? message.to
        case .inbox, .email, .text: Telling(state: call.state, now: call.now).worker(message.to) ?? message.to
        }
    }

    private func state(_ state: OutboxMessage.State) -> String {
        switch state {
        case .waiting: "waiting"
        case .delivered: "arrived"
        case .dead: "not delivered"
        case .withdrawn: "no longer needed"
        }
    }
}
