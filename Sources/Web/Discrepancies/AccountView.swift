// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The accounts of one episode in columns, and each difference with the way to settle it.
struct AccountView {
    let call: Call
    let found: Discrepancies
    /// The entries with their words, as far as the reader may see them.
    let events: [Position: Event]

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var path: String { "/episodes/\(call.episode.id.number)" }

    /// The child's name, where it is for the reader.
    var name: String { call.access.maySee(.identity, of: call.child.id) ? call.child.facts.name : "a child" }

    var html: HTML {
        let add: HTML =
            call.access.mayRecord(.accountReceived, on: call.child.id)
            ? Parts.button("Add another account", to: "\(path)/add/account-received", "quiet") : HTML()
        return """
            \(Parts.breadcrumbs([("Board", "/"), (name, path)], "Accounts"))
            <h1>Accounts of this episode</h1><p class="lead">\(name.capitalisedFirst). Each account stays as it was received. Where they differ,
            somebody chooses what counts and says why; figures and clocks follow that.</p>\(differences)\(sideBySide)<p>\(add)</p>
            """
    }

    private var differences: HTML {
        let rows = found.differences.filter { isSeen($0.key) }.map(difference)
        if rows.isEmpty {
            let says =
                found.accounts.count > 1
                ? "The accounts agree on every time, place and category that they state."
                : "There is one account so far, so there is nothing to compare."
            return "<section class=\"card spaced\"><h2>Where they differ</h2><p>\(says)</p></section>"
        }
        return
            "<section class=\"card spaced\" id=\"differences\"><h2>Where they differ</h2><ul class=\"duties\">\(rows)</ul></section>"
    }

    private var seen: Seen { call.seen(of: call.child.id) }

    private func isSeen(_ key: DetailKey) -> Bool {
        seen.shows(key, of: .accountReceived)
    }

    private func difference(_ one: Discrepancies.Difference) -> HTML {
        let said = one.said.map { said -> HTML in
            let value = AccountWords.value(said.value, of: one.key, telling)
            return
                "<li>\(AccountWords.source(said.account, telling, to: seen)): <b>\(value)</b>\(choose(said, one))</li>"
        }
        let tag = one.isOpen ? Tag("Open", .soon) : Tag("Settled", .ok)
        return """
            <li id="\(one.key.name)"><p>\(tag.html)<b>\(AccountWords.label(one.key))</b></p><ul class="plain">\(said)</ul>\(settled(one))</li>
            """
    }

    /// A form with this account's value filled in.
    private func choose(_ said: Discrepancies.Said, _ one: Discrepancies.Difference) -> HTML {
        guard one.isOpen, call.access.mayRecord(.accountSettled, on: call.child.id) else { return HTML() }
        var details: Details = [.settles: .words([one.key.name])]
        if EventWord.accountSettled.form.carries(one.key) { details[one.key] = said.value }
        details[.agency] = said.account.agency.map { .word($0) }
        let query = DetailFields.written(details).encoded
        return """
             · <a href="\(path)/add/account-settled?\(query)">This counts<span class="unseen">: \(AccountWords.source(said.account, telling, to: seen)), \
            \(AccountWords.label(one.key).lowercased())</span></a>
            """
    }

    private func settled(_ one: Discrepancies.Difference) -> HTML {
        guard let settled = one.settled else {
            return one.key == .missingSince
                ? "<p class=\"small\">Until it is settled, clocks and figures run from the earliest time that an account states.</p>"
                : HTML()
        }
        let counts = settled.value.map { AccountWords.value($0, of: one.key, telling) }
        let why = events[settled.position]?.details.text(.rationale)
        let agency =
            telling.agency(settled.agency.map { AgencyID($0) }, to: seen).map { ", by the account of \($0)" } ?? ""
        return """
            <p>\(counts.map { "What counts: \($0)\(agency)." } ?? "Settled\(agency).") \(clock.moment(settled.at)), by the \(settled.by.spoken).</p>
            \(why.map { text -> HTML in "<p class=\"quote\">“\(Parts.lines(text))”</p>" })
            """
    }

    private var sideBySide: HTML {
        let shown = found.accounts.compactMap { account in events[account.position].map { (account, $0) } }
        if shown.isEmpty { return HTML() }
        let columns = shown.map { account, event -> HTML in
            """
            <th scope="col">\(AccountWords.source(account, telling, to: seen))<br><span class="small">told \(clock.moment(event.occurredAt)),
            <a href="\(path)#e\(account.position.number)">entry \(account.position.number)</a></span></th>
            """
        }
        let hidden: Set<DetailKey> = [.digest, .importReference, .agency, .narrative]
        let keys = Set(shown.flatMap { $0.1.details.keys }).subtracting(hidden)
        let differing = Set(found.differences.map(\.key))
        let rows = keys.sorted().map { key -> HTML in
            let cells = shown.map { _, event -> HTML in
                guard let value = event.details[key] else { return "<td><span class=\"small\">not said</span></td>" }
                let one = Event(
                    event.word, child: event.child, episode: event.episode, occurredAt: event.occurredAt,
                    recordedAt: event.recordedAt, by: event.by, details: [key: value])
                return "<td>\(EventDetails(event: one, telling: telling, access: call.access).value(of: key))</td>"
            }
            let mark: HTML = differing.contains(key) ? " \(Tag("Differs", .soon).html)" : HTML()
            return "<tr><th scope=\"row\">\(FieldWords.label(key, .accountReceived))\(mark)</th>\(cells)</tr>"
        }
        return """
            <section class="card spaced"><h2>Side by side</h2><div class="wide"><table><thead><tr><td></td>\(columns)</tr></thead><tbody>\(rows)</tbody></table></div>
            \(HeldBack(seen: call.seen(of: call.child.id)).html)</section>
            """
    }
}
