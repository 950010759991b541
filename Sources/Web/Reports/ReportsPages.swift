// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import Procedures
import WorkingTime

/// `/reports`: which establishment reports are owed, by when, and which were signed.
enum ReportsPages {
    private struct Row {
        let child: Child
        let episode: Episode
        let kind: EstablishmentReportKind
        let duty: DutyStanding
    }

    private static let daysBack = 90

    @Sendable static func show(_ call: Call) async throws -> Response {
        let rows = rows(call)
        try await call.shows(Set(rows.map(\.child.id)))
        let owed = rows.filter { $0.duty.state.isOutstanding || $0.duty.state == .notYet }
            .sorted { DutyStanding.isSooner($0.duty, $1.duty) }
        let ended = rows.filter { !($0.duty.state.isOutstanding || $0.duty.state == .notYet) }
            .sorted { ($0.duty.endedAt ?? call.now) > ($1.duty.endedAt ?? call.now) }
        let visitor: HTML =
            call.account.role.isCarer
            ? "<p>\(Parts.button("The month for the independent visitor", to: "/figures/reports/home", "quiet"))</p>"
            : HTML()
        let main: HTML = """
            <h1>Reports of homes and fostering services</h1>
            <p class="lead">Made from the record, signed off by name. Of episodes of the last \(Self.daysBack) days whom you may see.</p>\(visitor)
            <section class="card"><h2>Owed</h2>\(table(owed, call, "None is owed."))</section>
            <section class="card"><h2>Signed, or no longer owed</h2>\(table(ended, call, "None yet."))</section>
            """
        return .page(call.page("Reports of homes", main))
    }

    private static func rows(_ call: Call) -> [Row] {
        let earliest = call.now - .days(daysBack)
        return call.state.children.values.filter { call.access.maySee(.episode, of: $0.id) }.flatMap { child -> [Row] in
            call.state.episodes(of: child.id).filter { earliest < $0.facts.start ?? earliest }.flatMap { episode in
                EstablishmentReportKind.allCases.compactMap { kind in
                    EstablishmentReportModel.duty(kind, episode.id, call).map {
                        Row(child: child, episode: episode, kind: kind, duty: $0)
                    }
                }
            }
        }
    }

    private static func table(_ rows: [Row], _ call: Call, _ none: String) -> HTML {
        if rows.isEmpty { return "<p>\(none)</p>" }
        let (clock, telling) = (Clock(now: call.now), Telling(state: call.state, now: call.now))
        let lines = rows.prefix(100).map { row -> HTML in
            let tag: HTML =
                switch row.duty.state {
                case .overdue: Tag("Overdue", .now).html
                case .owed: Tag("Owed", .soon).html
                case .done: Tag("Signed", .ok).html
                case .doneLate: Tag("Signed late", .soon).html
                case .notYet: Tag("Not yet").html
                default: Tag("No longer owed").html
                }
            let when: HTML =
                row.duty.state.isOutstanding
                ? row.duty.due.map { clock.due($0) } ?? "now" : row.duty.endedAt.map { clock.moment($0) } ?? ""
            let day = row.episode.facts.start.map { London.date(of: $0) } ?? call.today
            let place = call.seen(of: row.child.id).sees(.location) ? row.child.facts.placement(on: day)?.place : nil
            return """
                <tr><td><a href="/episodes/\(row.episode.id.number)/reports/\(row.kind.rawValue)">\(row.kind.title)</a></td>
                <td>\(row.child.facts.name)</td><td>\(telling.agency(named: place))</td><td>\(Spoken.fullDate(day))</td><td>\(tag)\(when)</td></tr>
                """
        }
        return """
            <div class="wide" role="region" tabindex="0" aria-label="Reports"><table><thead><tr><th scope="col">Report</th><th scope="col">Child</th>
            <th scope="col">Placed at</th><th scope="col">Missing from</th><th scope="col">How it stands</th></tr></thead><tbody>\(lines)</tbody></table></div>
            """
    }
}
