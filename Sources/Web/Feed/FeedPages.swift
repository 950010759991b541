// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Partnership
import WorkingTime

/// `/calendar/{secret}`: one worker's meetings for a calendar program; `/you/calendar`: the page that gives and ends the
/// secret address.
enum FeedPages {
    /// What was before is left out, as is what is far ahead of any calendar.
    private static let daysBack = 60

    /// An unknown, revoked or stopped address is answered as a page that isn't there.
    @Sendable static func feed(_ call: Call) async throws -> Response {
        guard let secret = call.parameters["secret"],
            let account = try await call.site.accounts.account(ofFeed: secret),
            account.role.seesChildren
        else { throw PageFault.notFound }
        let text = CalendarText(name: "Homeward", entries: entries(of: account, call)).text
        return Response(
            status: .ok, headers: [.contentType: "text/calendar; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private static func entries(of account: Account, _ call: Call) -> [CalendarText.Entry] {
        let own = OwnMeetings(account, in: call.state, at: call.now)
        let kinds = MeetingKinds(call.site.partnership.shelf, for: account.agency, in: call.state)
        let host = call.site.configuration.hostNames.first ?? call.request.head.authority ?? "homeward.invalid"
        let scheme = call.site.configuration.isSecure ? "https" : "http"
        return call.state.meetings.all.compactMap { meeting -> CalendarText.Entry? in
            guard let at = meeting.at, call.now - .days(daysBack) < at.latest, own.isAsked(to: meeting) else {
                return nil
            }
            let count = own.parts(of: meeting).count
            let about = count == 0 ? "" : ", \(count == 1 ? "1 child" : "\(count) children")"
            let address = "\(scheme)://\(host)/meetings/\(meeting.number)"
            return CalendarText.Entry(
                uid: "meeting-\(meeting.number)@\(host.split(separator: ":").first.map(String.init) ?? host)",
                title: "\(kinds.title(meeting.kind))\(about)", says: "Sign in to see who it is about: \(address)",
                address: address, at: at, sequence: meeting.changeCount, changedAt: meeting.changedAt,
                isCancelled: meeting.isCancelled)
        }
    }

    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(try await page(call, given: nil, says: nil))
    }

    /// The address is on the answer and nowhere else: it cannot be read again.
    @Sendable static func make(_ call: Call) async throws -> Response {
        let secret = Secrets.token()
        guard try await call.site.accounts.keepFeed(secret, of: call.account) else {
            return .page(
                try await page(call, given: nil, says: "You have five addresses already. End one first."),
                status: .unprocessableContent)
        }
        return .page(try await page(call, given: "/calendar/\(secret)", says: nil))
    }

    @Sendable static func revoke(_ call: Call) async throws -> Response {
        if let id = Int64(call.form["which"]) { try await call.site.accounts.revokeFeed(id, of: call.account) }
        return .redirect(to: "/you/calendar")
    }

    private static func page(_ call: Call, given: String?, says: String?) async throws -> HTML {
        let rows = try await call.site.accounts.feeds(of: call.account).map { row($0, call) }
        let list: HTML =
            rows.isEmpty
            ? HTML()
            : """
            <section class="card"><h2>Addresses that open</h2><div class="wide"><table><thead><tr><th scope="col">Made</th><th scope="col">Last asked for</th>
            <th scope="col"><span class="unseen">End it</span></th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
        let problem: HTML = says.map { ErrorSummary([(control: "make", says: $0)]).html } ?? HTML()
        let main: HTML = """
            \(Parts.breadcrumbs([("You", "/you")], "Your calendar"))<div class="narrow">\(problem)<h1>Meetings in your calendar</h1>
            <p class="lead">Your calendar program can ask for the meetings that you are asked to. It is given times and kinds of meetings and how many
            children they are about: no name, no place, nothing of any record.</p>\(given.map { told($0, call) })
            <section class="card"><h2>A secret address</h2><p>Who knows the address sees your meetings’ times. Make one for each device, and end it when
            the device is lost. In your calendar program, add it as a calendar from the internet.</p>
            <form method="post" action="/you/calendar"><input type="hidden" name="form-token" value="\(call.formToken)">
            <button class="btn" id="make">Make an address</button></form></section>\(list)</div>
            """
        return call.page((says == nil ? "" : "Error: ") + "Meetings in your calendar", main, in: .meetings)
    }

    private static func told(_ address: String, _ call: Call) -> HTML {
        let host = call.request.head.authority ?? ""
        let scheme = call.site.configuration.isSecure ? "https" : "http"
        return """
            <section class="card next soon" role="status"><h2>The address, shown once</h2><p class="link"><code>\(scheme)://\(host)\(address)</code></p>
            <p>Copy it into your calendar program now. It cannot be shown again; another can be made.</p></section>
            """
    }

    private static func row(_ feed: CalendarFeedRow, _ call: Call) -> HTML {
        let clock = Clock(now: call.site.accounts.clock())
        return """
            <tr><td>\(clock.moment(feed.madeAt))</td><td>\(feed.usedAt.map { clock.moment($0) } ?? "never")</td><td>
            <form method="post" action="/you/calendar/revoke"><input type="hidden" name="form-token" value="\(call.formToken)">
            <button class="link" name="which" value="\(feed.id)">End it<span class="unseen">: made \(Spoken.moment(feed.madeAt, now: clock.now))</span></button></form></td></tr>
            """
    }
}
