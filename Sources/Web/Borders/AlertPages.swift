// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import WorkingTime

/// `/alerts`: which agencies asked everybody to look out for whom, and until when.
enum AlertPages {
    @Sendable static func list(_ call: Call) async throws -> Response {
        let alerts = call.state.lists.alerted.compactMap { call.state.child($0) }
            .filter { call.access.maySee(.episode, of: $0.id) }
            .flatMap { child in StandingAlert.all(of: child).map { (child, $0) } }
            .sorted { (ends($0.1), $0.1.position) < (ends($1.1), $1.1.position) }
        try await call.shows(alerts.map(\.0.id))
        var said: [Position: Event] = [:]
        for (child, alert) in alerts {
            let marks = child.history.standing.filter { $0.position == alert.position }
            for case .event(let position, let event) in try await call.told(marks, of: child) { said[position] = event }
        }
        let over = alerts.count { $0.1.isOver(at: call.now) }
        let lead =
            alerts.isEmpty
            ? "No alert stands."
            : "\(Spoken.counted(alerts.count, "alert"))\(over == 0 ? "" : ", \(over) past its end")."
        let rows = alerts.map { row($0.0, $0.1, said[$0.1.position], call) }
        let list: HTML =
            rows.isEmpty
            ? "<p>No other agency has asked you to look out for a child.</p>" : "<ul class=\"rows\">\(rows)</ul>"
        let body: HTML = """
            <section class="card" aria-label="Alerts"><h2>Look out for</h2>\(list)
            <p class="small">A new one is recorded on the child's page, under “Record something”.</p></section>
            """
        return .page(BordersFrame.page(.alerts, lead, body, call))
    }

    private static func ends(_ alert: StandingAlert) -> Int64 { alert.until?.latest.secondsSince1970 ?? .max }

    private static func row(_ child: Child, _ alert: StandingAlert, _ event: Event?, _ call: Call) -> HTML {
        let telling = Telling(state: call.state, now: call.now)
        let clock = Clock(now: call.now)
        let path = "/children/\(child.id.number)"
        let end: HTML = alert.until.map { until -> HTML in "until \(clock.moment(until))" } ?? "no end was given"
        let why = event?.details.text(.rationale).map { text -> HTML in "<p class=\"quote\">“\(Parts.lines(text))”</p>"
        }
        let button: HTML =
            call.access.mayRecord(.alertEnded, on: child.id)
            ? Parts.button("End it", to: "\(path)/add/alert-ended?agency=\(FormFields.encode(alert.agency))", "quiet")
            : HTML()
        return """
            <li class="row"><div class="face" aria-hidden="true">\(telling.initials(child))</div>
            <div class="what"><p><a class="name" href="\(path)">\(telling.nameWithAge(child))</a>
            \(alert.isOver(at: call.now) ? Tag("Past its end", .now).html : Tag("Look out", .soon).html)</p>
            <p>\(telling.agency(named: alert.agency) ?? alert.agency) asked \(clock.moment(alert.receivedAt)), \(end).\(alert.kind.map { " \(Choices.spoken($0).capitalisedFirst)." } ?? "")</p>
            \(why)\(button)</div></li>
            """
    }
}
