// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Foundation
import Hummingbird
import Partnership
import WorkingTime

/// `/children/{child}/links`: giving a child a link of their own, and taking it back.
enum LinkPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(page(call, given: nil, faults: []))
    }

    /// The link is on the answer and nowhere else: neither here nor in the record can it be read again.
    @Sendable static func give(_ call: Call) async throws -> Response {
        let word = call.form["word"]
        let days = Int(call.form["days"]) ?? 7
        var faults: [FieldFault] = []
        if Accounts.folded(word: word).count < 4 {
            faults.append(FieldFault(control: "word", says: "Agree a word of at least four letters."))
        }
        if !(1...28).contains(days) {
            faults.append(FieldFault(control: "days", says: "Choose between 1 and 28 days."))
        }
        guard faults.isEmpty else {
            return .page(page(call, given: nil, faults: faults), status: .unprocessableContent)
        }
        let secret = Secrets.token()
        let details: Details = [
            .kind: .word(ChildLink.wants), .digest: .word(Secrets.digest(of: secret).inAddress),
            .until: .time(.at(call.now + .days(days))),
        ]
        try await call.site.accounts.keep(word: word, ofLink: secret)
        do {
            let act = Act(.linkGiven, .child(call.child.id), occurredAt: .at(call.now), details: details)
            _ = try await call.site.partnership.submit([act], by: call.account.actor)
        } catch let refusal as Refusal {
            try await call.site.accounts.forgetLink(secret)
            let fault = FieldFault(control: "word", says: refusal.inFull)
            return .page(page(call, given: nil, faults: [fault]), status: .unprocessableContent)
        }
        return .page(page(call, given: "/for-you/\(secret)", faults: []))
    }

    @Sendable static func withdraw(_ call: Call) async throws -> Response {
        let what = Int(call.form["what"]) ?? 0
        let isTheirs = call.child.facts.protection.links.contains { $0.position.number == Int64(what) }
        guard isTheirs else { return .redirect(to: "/children/\(call.child.id.number)/links") }
        let details: Details = [.what: .number(what), .reason: .text("Taken back by whoever works with the child.")]
        let act = Act(.linkWithdrawn, .child(call.child.id), occurredAt: .at(call.now), details: details)
        do {
            _ = try await call.site.partnership.submit([act], by: call.account.actor)
        } catch is Refusal { throw PageFault.forbidden }
        return .redirect(to: "/children/\(call.child.id.number)/links")
    }

    private static func page(_ call: Call, given: String?, faults: [FieldFault]) -> HTML {
        let name = call.child.facts.name
        let path = "/children/\(call.child.id.number)"
        let title = "A link for \(name)"
        let main: HTML = """
            \(Parts.breadcrumbs([("Children", "/children"), (name, path)], "Their link"))
            \(ErrorSummary(faults.map { ($0.control, $0.says) }).html)<h1>\(title)</h1>
            <p class="lead">Without an account the child can choose whom to talk with, write what they want known, read what was written for them
            and say where it is wrong. It shows nothing else of the record, in eight languages, and opens only with a word that you agree.</p>
            \(given.map { told($0, call) } ?? form(call, path, faults))\(list(call, path))
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + title, main, in: .children)
    }

    private static func told(_ link: String, _ call: Call) -> HTML {
        let host = call.request.head.authority ?? ""
        let scheme = call.site.configuration.isSecure ? "https" : "http"
        return """
            <section class="card next soon" role="status"><h2>The link, shown once</h2>
            <p class="link"><code>\(scheme)://\(host)\(link)</code></p>
            <p>Give it in a way that only the child sees. Give the word by another way. It cannot be shown again; a new one can be given.</p>
            </section>
            """
    }

    private static func form(_ call: Call, _ path: String, _ faults: [FieldFault]) -> HTML {
        """
        <section class="card"><h2>Give a link</h2><form method="post" action="\(path)/links" class="stack">
        <input type="hidden" name="form-token" value="\(call.formToken)">
        \(TextLine("word", "A word that you agreed with the child", hint: "One that others around them would not guess.", value: call.form["word"], faults: faults).html)
        \(TextLine("days", "For how many days it opens", hint: "From 1 to 28.", value: call.form["days"].isEmpty ? "7" : call.form["days"], faults: faults).html)
        <p><button class="btn">Give a link</button></p></form></section>
        """
    }

    private static func list(_ call: Call, _ path: String) -> HTML {
        let clock = Clock(now: call.now)
        let rows = call.child.facts.protection.links.reversed().map { link -> HTML in
            let isOpen = link.isOpen(at: call.now)
            let tag = isOpen ? Tag("Open", .ok) : Tag(link.withdrawnAt == nil ? "Ended" : "Withdrawn", .plain)
            let taking: HTML =
                isOpen
                ? """
                <form method="post" action="\(path)/links/withdraw"><input type="hidden" name="form-token" value="\(call.formToken)">
                <input type="hidden" name="what" value="\(link.position.number)"><button class="link">Take it back</button></form>
                """ : HTML()
            return """
                <tr><td>\(clock.moment(link.givenAt))</td><td>\(clock.moment(link.until))</td>
                <td>\(link.openedAt.map { clock.moment($0) } ?? "Not opened")</td><td>\(tag.html)\(taking)</td></tr>
                """
        }
        if rows.isEmpty { return HTML() }
        return """
            <section class="card"><h2>Links given</h2><div class="wide" role="region" tabindex="0" aria-label="Links given"><table><thead><tr><th scope="col">Given</th><th scope="col">Until</th>
            <th scope="col">Last opened</th><th scope="col">Now</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }
}
