// SPDX-License-Identifier: MIT

import Analysis
import HTTPTypes
import Hummingbird
import WorkingTime

/// `/you`: one's own sign-in, where one is signed in, and what happened to it.
enum OwnPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let accounts = call.site.accounts
        let view = OwnView(
            call: call, sessions: try await accounts.sessions(of: call.account),
            happenings: try await accounts.happenings(of: call.account),
            secondFactor: try await accounts.secondFactor(of: call.account),
            elsewhere: try await accounts.signsInOnlyElsewhere(call.account), now: accounts.clock())
        return .page(call.page("Your sign-in", view.html))
    }

    /// Ends one session, all others, or all.
    @Sendable static func endSessions(_ call: Call) async throws -> Response {
        let accounts = call.site.accounts
        switch call.form["which"] {
        case "others": try await accounts.endSessions(of: call.account, except: call.session?.id)
        case "all":
            try await accounts.endSessions(of: call.account)
            var response = Response.redirect(to: "/sign-in?out=1")
            SiteCookies(isSecure: call.site.configuration.isSecure).clearSession(in: &response)
            return response
        case let number:
            if let id = Int64(number) { try await accounts.endSession(id, of: call.account) }
        }
        return .redirect(to: "/you")
    }

    /// How many seconds the session holds: if nothing is done, and at the longest. Asked by our script, which says
    /// whether somebody did something.
    @Sendable static func remaining(_ call: Call) async throws -> Response {
        guard let session = call.session else { throw PageFault.notFound }
        let (now, limits) = (call.site.accounts.clock(), call.site.accounts.limits)
        return .text("\((session.idleEnd(limits) - now).seconds) \((session.end(limits) - now).seconds)\n")
    }
}

/// What one is told of one's own sign-in.
struct OwnView {
    let call: Call
    let sessions: [OwnSession]
    let happenings: [(at: Instant, what: Happening, address: String)]
    let secondFactor: (isSet: Bool, recoveryCodes: Int)
    /// What the only place is called where they sign in, when it is not here.
    let elsewhere: String?
    let now: Instant

    var html: HTML {
        """
        <h1>Your sign-in</h1><p class="lead">Only you see this page. If something on it was not you, sign out everywhere, change
        your password, and tell your administrator.</p>
        <div class="grid"><div>\(open)\(lately)</div><aside>\(yourself)\(second)</aside></div>
        """
    }

    private var yourself: HTML {
        let account = call.account
        let rows: [(String, HTML)] = [
            ("Name", HTML(text: account.name)), ("Email", HTML(text: account.email)),
            ("Role", HTML(text: account.role.spoken.capitalisedFirst)),
            ("Agency", HTML(text: account.agency.map { call.state.agencies[$0]?.name ?? $0.name } ?? "")),
        ]
        return """
            <section class="card"><h2>You</h2>\(Parts.summary(rows))\(password)
            <p><a href="/people/me/looks">What you looked at</a></p>
            <p><a href="/you/notices">How you are told: email, text message, quiet hours</a></p></section>
            """
    }

    private var password: HTML {
        if let elsewhere {
            return "<p>You sign in with \(elsewhere): your password is kept there, and changed there.</p>"
        }
        return "<p>\(Parts.button("Change your password", to: "/you/password", "quiet"))</p>"
    }

    private var second: HTML {
        let left = secondFactor.recoveryCodes
        let text: HTML =
            secondFactor.isSet
            ? "<p>\(Tag("Set up", .ok).html)</p><p>\(Spoken.counted(left, "recovery code")) left.</p>"
            : "<p>\(Tag("Not set up", .soon).html)</p><p>With it, a stolen password opens nothing.</p>"
        let buttons: HTML =
            secondFactor.isSet
            ? "\(Parts.button("Set up another phone", to: "/you/second-factor", "quiet")) \(Parts.button("New recovery codes", to: "/you/recovery-codes", "quiet"))"
            : Parts.button("Set it up", to: "/you/second-factor")
        return "<section class=\"card\"><h2>Second factor</h2>\(text)<p class=\"buttons\">\(buttons)</p></section>"
    }

    private var open: HTML {
        let rows = sessions.map { session -> HTML in
            let isThis = session.id == call.session?.id
            return """
                <tr><td>\(session.browser)\(isThis ? "<br>\(Tag("This one", .ok).html)" : HTML())</td><td>\(session.address)</td>\
                <td>\(Clock(now: now).moment(session.startedAt))</td><td>\(Clock(now: now).moment(session.usedAt))</td>\
                <td>\(isThis ? HTML() : end("\(session.id)", "End this one", "link"))</td></tr>
                """
        }
        return """
            <section class="card"><h2>Where you are signed in</h2><div class="wide" role="region" tabindex="0" aria-label="Where you are signed in"><table><thead><tr><th scope="col">With</th>\
            <th scope="col">From</th><th scope="col">Since</th><th scope="col">Last used</th><th scope="col"><span class="unseen">End it</span></th></tr></thead><tbody>\(rows)</tbody></table></div>
            <div class="buttons submit">\(sessions.count > 1 ? end("others", "Sign out everywhere else", "btn quiet") : HTML())\
            \(end("all", "Sign out everywhere", "btn quiet"))</div></section>
            """
    }

    private func end(_ which: String, _ text: String, _ look: String) -> HTML {
        """
        <form method="post" action="/you/sessions"><input type="hidden" name="form-token" value="\(call.formToken)">\
        <button class="\(look)" name="which" value="\(which)">\(text)</button></form>
        """
    }

    private var lately: HTML {
        let items = happenings.map { happening -> HTML in
            let place = happening.address.isEmpty ? "" : ", from \(happening.address)"
            return "<li>\(Clock(now: now).moment(happening.at)): \(happening.what.says)\(place)</li>"
        }
        return "<section class=\"card\"><h2>What happened lately</h2><ul class=\"plain\">\(items)</ul></section>"
    }
}
