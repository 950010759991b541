// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/reports/visitor`: a month of one's own home for its independent visitor, who sees its missing reports and speaks with
/// the children. Children stand under their initials: the visitor meets them, and the paper may be left lying. Source: SG ¶62.
enum VisitorReportPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let report = VisitorReport(call)
        try await call.shows(Set(report.rows.map(\.child.id)))
        let pdf = "/reports/visitor/pdf?month=\(report.monthWritten)"
        let months = report.others.map { month -> HTML in
            "<li><a href=\"/reports/visitor?month=\(month.written)\"\(" aria-current=\"page\"", when: month.written == report.monthWritten)>\(month.says)</a></li>"
        }
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), ("Reports of homes", "/reports")], "Independent visitor"))
            <nav aria-label="Month" class="no-print"><ul class="chips">\(months)</ul></nav><p></p>\(Parts.onPaper(pdf))\(report.sheet)
            """
        return .page(call.page("For the independent visitor", main))
    }

    @Sendable static func pdf(_ call: Call) async throws -> Response {
        let report = VisitorReport(call)
        try await call.shows(Set(report.rows.map(\.child.id)))
        try await call.exports(child: nil)
        let document = PaperDocument(
            title: "For the independent visitor", page: "/reports/visitor?month=\(report.monthWritten)",
            body: report.sheet)
        return try await call.paper(document, named: "visitor-\(report.monthWritten)")
    }
}

/// One month of the visitor's own home.
struct VisitorReport {
    struct Row {
        let child: Child
        let episode: Episode
        var began: Int64 { episode.facts.start?.secondsSince1970 ?? 0 }
    }

    struct Month {
        let written: String
        let says: String
    }

    let rows: [Row]
    let first: CivilDate
    private let telling: Telling
    private let home: AgencyID?
    private let owed: (EpisodeID) -> String

    init(_ call: Call) {
        telling = Telling(state: call.state, now: call.now)
        home = call.account.agency
        let today = call.today
        let current = CivilDate(year: today.year, month: today.month, day: 1) ?? today
        let asked = (try? TimeText.date("\(call.query["month"])-01")).flatMap { $0 <= today ? $0 : nil } ?? current
        first = asked
        let last = asked.adding(days: CivilDate.daysInMonth(asked.month, of: asked.year) - 1)
        let (access, state, home) = (call.access, call.state, home)
        rows = state.children.values.filter {
            access.maySee(.episode, of: $0.id) && access.maySee(.location, of: $0.id)
        }
        .flatMap { child in
            state.episodes(of: child.id).compactMap { episode -> Row? in
                guard let start = episode.facts.start else { return nil }
                let day = London.date(of: start)
                let place = child.facts.placement(on: day)?.place
                guard asked <= day, day <= last, let place, AgencyID(place) == home else { return nil }
                return Row(child: child, episode: episode)
            }
        }.sorted { ($0.began, $0.child.id.number) < ($1.began, $1.child.id.number) }
        owed = { id in
            let late = call.site.partnership.standings(of: id, in: call.state, at: call.now).count {
                $0.state == .overdue || $0.state == .missed
            }
            return late == 0 ? "nothing" : "\(late)"
        }
    }

    var monthWritten: String { String("\(first)".prefix(7)) }

    /// This month and the eleven before.
    var others: [Month] {
        var day = CivilDate(year: telling.today.year, month: telling.today.month, day: 1) ?? first
        return (0..<12).map { _ in
            defer {
                let before = day.adding(days: -1)
                day = CivilDate(year: before.year, month: before.month, day: 1) ?? before
            }
            return Month(written: String("\(day)".prefix(7)), says: "\(Spoken.monthName(day.month)) \(day.year)")
        }
    }

    var sheet: HTML {
        let children = Set(rows.map(\.child.id)).count
        let back = rows.compactMap { row in
            row.episode.facts.returnedAt.flatMap { end in row.episode.facts.start.map { end - $0 } }
        }
        let held = rows.count { $0.episode.history.holds(.interviewHeld) }
        let checked = rows.count { $0.episode.history.holds(.safeAndWellChecked) }
        let longest = back.max().map { Spoken.elapsed($0) } ?? "–"
        let lines = rows.map(line)
        let table: HTML =
            lines.isEmpty
            ? "<p>No child went missing, was absent or away from here in this month, as far as you may see.</p>"
            : """
            <table><thead><tr><th scope="col">Child</th><th scope="col">From</th><th scope="col">Kind</th><th scope="col">Away for</th>
            <th scope="col">Safe and well</th><th scope="col">Interview</th><th scope="col">Late or not done</th></tr></thead><tbody>\(lines)</tbody></table>
            """
        return """
            <div class="sheet report-sheet"><h1>For the independent visitor: \(telling.agency(home)), \(Spoken.monthName(first.month)) \(first.year)</h1>
            <p>\(Spoken.counted(rows.count, "episode")), \(Spoken.counted(children, "child").replacing("childs", with: "children")). Longest: \(longest).
            Safe and well checks held: \(checked). Return interviews held: \(held).</p>
            <div class="wide" role="region" tabindex="0" aria-label="Episodes of the month">\(table)</div>
            <section><h2>To look at with the children and the staff</h2><ul>
            <li>Was each report made at once, and did somebody talk with the child when they came back?</li>
            <li>What did the children say they ran from, or to, and what was changed because of it?</li>
            <li>Did the interviews happen, by whom, and could the child say where?</li></ul></section>
            <section class="signatures"><h2>What the visitor found</h2><div class="lines"></div><p>Name, signature and date</p><div class="line"></div></section></div>
            """
    }

    private func line(_ row: Row) -> HTML {
        let facts = row.episode.facts
        let history = row.episode.history
        let length = facts.start.flatMap { start in facts.returnedAt.map { Spoken.elapsed($0 - start) } } ?? "not back"
        let interview =
            history.holds(.interviewHeld)
            ? "held"
            : history.holds(.interviewDeclined)
                ? "declined" : history.holds(.interviewOffered) ? "offered" : "not offered"
        return """
            <tr><td>\(telling.initials(row.child))</td><td>\(facts.start.map { Spoken.fullDate(London.date(of: $0)) })</td><td>\(EpisodeStrip.kind(of: row.episode).says)</td>
            <td>\(length)</td><td>\(history.holds(.safeAndWellChecked) ? "held" : "not on record")</td><td>\(interview)</td><td>\(owed(row.episode.id))</td></tr>
            """
    }
}
