// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// What an administrator and an analyst see in place of a board: no child.
enum AdministrationPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let people = try await call.site.accounts.people()
        let main: HTML = """
            <h1>\(call.site.partnership.name)</h1><p class="lead">You keep the system running. Case content is not shown to you.</p>
            <div class="grid"><div>\(agencies(call))\(persons(people, call))\(programs(try await call.site.accounts.clients(), call))</div><aside>\(health(call))\(protocols(call))</aside></div>
            """
        return .page(call.page("Administration", main, in: .administration))
    }

    private static func agencies(_ call: Call) -> HTML {
        let rows = call.state.agencies.values.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }.map {
            agency -> HTML in
            let area = agency.authority.flatMap { $0 == agency.id ? nil : call.state.agencies[$0]?.name }
            return "<tr><td>\(agency.name)</td><td>\(agency.kind.spoken.capitalisedFirst)</td><td>\(area)</td></tr>"
        }
        return """
            <section class="card"><h2>\(Spoken.counted(rows.count, "agency").replacing("agencys", with: "agencies"))</h2><div class="wide" role="region" tabindex="0" aria-label="Agencies"><table>
            <thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">In the area of</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private static func persons(_ people: [Person], _ call: Call) -> HTML {
        let clock = Clock(now: call.site.accounts.clock())
        let rows = people.prefix(200).map { person -> HTML in
            let account = person.account
            let agency = account.agency.map { call.state.agencies[$0]?.name ?? $0.name }
            let last = person.signedInAt.map { HTML(text: "Last ") + clock.moment($0) } ?? "Never"
            return """
                <tr><td>\(account.name)<br><span class="small">\(account.email)</span></td>\
                <td>\(account.role.spoken.capitalisedFirst)<br><span class="small">\(agency)</span></td>\
                <td>\(last)\(tags(person))</td></tr>
                """
        }
        return """
            <section class="card"><h2>\(Spoken.counted(people.count, "person").replacing("persons", with: "people")) who may sign in</h2><div class="wide" role="region" tabindex="0" aria-label="People"><table>
            <thead><tr><th scope="col">Who</th><th scope="col">Role</th><th scope="col">Sign-in</th></tr></thead><tbody>\(rows)</tbody></table></div>
            <p class="small">Add, stop or change somebody with <code>homeward user</code>.</p></section>
            """
    }

    private static func tags(_ person: Person) -> HTML {
        let tags = [
            person.isDisabled ? Tag("Stopped", .now) : nil,
            person.hasSecondFactor ? Tag("Second factor", .ok) : Tag("No second factor", .soon),
            person.hasTemporaryPassword ? Tag("Password for once", .wait) : nil,
        ].compactMap { $0?.html }
        return "<br>\(tags)"
    }

    private static func programs(_ clients: [Client], _ call: Call) -> HTML {
        if clients.isEmpty { return HTML() }
        let now = call.site.accounts.clock()
        let rows = clients.map { client -> HTML in
            let agency = client.agency.map { call.state.agencies[$0]?.name ?? $0.name }
            let isOver = client.isRevoked || client.endsAt <= now
            let until = Spoken.fullDate(London.date(of: client.endsAt))
            let last = client.usedAt.map { HTML(text: "Last asked ") + Clock(now: now).moment($0) } ?? "Never asked"
            return """
                <tr><td>\(client.name)</td><td>\(client.role.spoken.capitalisedFirst)<br><span class="small">\(agency)</span></td>\
                <td>\(last)<br>\(isOver ? Tag("Over", .plain).html : Tag("Until \(until)", .ok).html)</td></tr>
                """
        }
        return """
            <section class="card"><h2>Programs that may ask</h2><div class="wide" role="region" tabindex="0" aria-label="Programs"><table><thead><tr><th scope="col">Program</th>\
            <th scope="col">As</th><th scope="col">Token</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private static func health(_ call: Call) -> HTML {
        let rows: [(String, HTML)] = [
            ("Record", "Answering"), ("Entries", "\(call.state.position.number)"),
            ("Children", "\(call.state.childrenEver)"), ("Episodes", "\(call.state.episodesEver)"),
            ("Not closed", "\(call.state.unclosed.count)"), ("Notices not delivered", undelivered(call)),
            ("Clock", HTML(text: "\(Spoken.fullDate(call.today)), \(Spoken.time(call.now))")),
        ]
        return """
            <section class="card"><h2>Health</h2>\(Parts.summary(rows))<p><a href="/outbox">Notices on their way</a></p><p class="small">Prove that nothing was altered with
            <code>homeward verify</code>.</p></section>
            """
    }

    private static func undelivered(_ call: Call) -> HTML {
        guard let counts = try? call.site.outbox.counts() else { return Tag("Not known", .now).html }
        let dead = counts.filter { $0.state == .dead }.map(\.count).reduce(0, +)
        return dead == 0 ? "None" : "<a href=\"/outbox\">\(Tag("\(dead)", .now).html)</a>"
    }

    private static func protocols(_ call: Call) -> HTML {
        let shelf = call.site.partnership.shelf
        let adopted = call.state.adoptions.map { adoption -> HTML in
            let authority = adoption.authority.flatMap { call.state.agencies[$0]?.name } ?? "everybody"
            return
                "<li>\(shelf.packs[adoption.pack]?.title ?? adoption.pack), from \(Spoken.fullDate(London.date(of: adoption.openFrom))), for \(authority)</li>"
        }
        let text: HTML = adopted.isEmpty ? "<p>\(shelf.standing.title)</p>" : "<ul>\(adopted)</ul>"
        return "<section class=\"card\"><h2>Protocol in force</h2>\(text)</section>"
    }
}
