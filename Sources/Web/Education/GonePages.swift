// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import Procedures
import WorkingTime

/// `/children/{child}/gone`: a pupil who was seen today and is gone. Source: CE.
enum GonePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        if let open = call.state.openEpisode(of: call.child.id), open.facts.reportedAt != nil {
            return .redirect(to: "/episodes/\(open.id.number)")
        }
        return .page(page(call, typed: FormFields(), fault: nil))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let child = call.child
        let form = call.form
        guard !form["lastSeenAt"].isEmpty else {
            return refused(call, "Say where the child was last seen.")
        }
        let seenAt: UncertainTime
        do {
            seenAt = try TimeFields.read("lastSeen", in: form, now: call.now)
        } catch .says(let text) {
            return refused(call, text)
        } catch {
            return refused(call, "Say when the child was last seen: about will do.")
        }
        var details: Details = [
            .missingSince: .time(seenAt), .lastSeen: .time(seenAt), .lastSeenAt: .text(form["lastSeenAt"]),
        ]
        if let school = call.account.agency { details[.from] = .word(school.name) }
        if !form["circumstances"].isEmpty { details[.circumstances] = .text(form["circumstances"]) }
        let with = form["with"].split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
        if !with.isEmpty { details[.with] = .words(with) }
        if form["police"] == "yes" { details[.to] = .word("police") }
        let act = Act(.reported, .child(child.id), occurredAt: .at(call.now), details: details)
        return try await call.record([act]) { receipt in
            "/episodes/\(receipt.episode?.number ?? 0)?recorded=reported"
        } orShow: { refusal in
            refused(call, refusal.inFull)
        }
    }

    private static func refused(_ call: Call, _ says: String) -> Response {
        .page(page(call, typed: call.form, fault: says), status: .unprocessableContent)
    }

    private static func page(_ call: Call, typed: FormFields, fault: String?) -> HTML {
        let child = call.child
        let name = Telling(state: call.state, now: call.now).nameWithAge(child)
        let error: HTML =
            fault.map { text -> HTML in
                "<div class=\"summary-of-errors\" role=\"alert\" tabindex=\"-1\"><h2>There is a problem</h2><p><a href=\"#lastSeenAt\">\(text)</a></p></div>"
            } ?? HTML()
        let time = TimeControl(name: "lastSeen", typed: typed, kind: .past, now: call.now)
            .html(legend: "When was the child last seen?", fault: HTML())
        let main: HTML = """
            \(Parts.breadcrumbs([("Not here today", "/school")], child.facts.name))
            <div class="narrow">\(error)<h1>\(name) was here and is gone</h1>
            <p class="lead">If you think the child is in danger now, ring 999 first and write it down afterwards.</p>
            <form method="post" action="\(call.path)">\(Parts.hidden(call))\(time)
            <div class="field"><label for="lastSeenAt">Where?</label><input id="lastSeenAt" name="lastSeenAt" value="\(typed["lastSeenAt"])"></div>
            <div class="field"><label for="with">With whom? <span class="optional">(if known, one name a line)</span></label>
            <textarea id="with" name="with" rows="2">\(typed["with"])</textarea></div>
            <div class="field"><label for="circumstances">What happened, and what have you done? <span class="optional">(if known)</span></label>
            <textarea id="circumstances" name="circumstances" rows="3">\(typed["circumstances"])</textarea></div>
            <fieldset class="field"><legend>Have you rung police?</legend><div class="choices inline">
            <label class="choice"><input type="radio" name="police" value="yes"\(" checked", when: typed["police"] == "yes")> Yes</label>
            <label class="choice"><input type="radio" name="police" value="no"\(" checked", when: typed["police"] != "yes")> Not yet</label></div></fieldset>
            <p class="submit"><button class="btn urgent">Record that the child is gone</button> <a href="/school">Cancel</a></p></form>
            <section class="card"><h2>Who is told</h2><p>Everybody who looks after or looks for the child sees it at once. The parents hear it from
            you, now, and that they must report it to police. Then you ask police whether they have the report; if not, you report it.</p></section></div>
            """
        return call.page((fault == nil ? "" : "Error: ") + "\(child.facts.name): gone", main, in: .school)
    }
}
