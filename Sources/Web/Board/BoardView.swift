// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The board, and the part of it that refreshes itself.
struct BoardView {
    let model: BoardModel
    let role: Role
    /// What stands above everything else: briefings that wait and offers that nobody answered, which name no child, …
    let others: HTML
    /// … and what was opened by somebody else.
    let notices: OpeningNotices?
    private let mostRows = 60
    /// How many children stand open to view in a group where nobody is away; the rest are folded.
    private let mostAside = 8

    init(_ model: BoardModel, role: Role, notices: OpeningNotices? = nil, others: HTML = HTML()) {
        self.others = others
        self.model = model
        self.role = role
        self.notices = notices
    }

    private var clock: Clock { Clock(now: model.now) }

    /// Whom it names.
    var children: [ChildID] { model.children + (notices?.open.map(\.child.id) ?? []) }

    /// "4 children are missing now"
    var heading: String {
        let away = model.count(.outline)
        if away > 0 { return away == 1 ? "1 child is away now" : "\(away) children are away now" }
        switch model.count(.missing) {
        case 0: return "No child is missing now"
        case 1: return "1 child is missing now"
        case let count: return "\(count) children are missing now"
        }
    }

    var page: HTML {
        """
        <div data-live="/board/part">\(part)</div>
        <p class="unseen" aria-live="polite" data-live-announce></p>
        """
    }

    var part: HTML {
        """
        \(others)\(notices?.html)<div class="board-head"><div><h1 data-says="\(heading). \(counts)">\(heading)</h1>
        <p class="lead">\(counts) <span class="small">As at \(clock.tagged(model.now, Spoken.time(model.now))).
        <span data-live-status></span></span></p></div>
        \(role.guidesReports ? "<p><a class=\"btn urgent\" href=\"/report\">Report a child missing</a></p>" : HTML())</div>
        <div class="grid"><div>
        \(group(.outline, "Away now"))\(group(.missing, "Missing now"))\(group(.absent, "Absent now, under review"))\
        \(group(.away, "Away without authorisation now"))\(group(.checking, "First checks under way"))\
        \(group(.education, "Missing from education"))\(group(.back, "Back, and something is owed"))\
        \(group(.aside, "Not away now, and you owe something"))\
        \(othersAside)\(nobody)</div>
        <aside>\(dueNext)\(lists)<p class="small"><a href="/wall">This board for a wall</a>\(role.mayRecord(.reportSigned) ? " · <a href=\"/reports\">Reports of homes</a>" : HTML())</p></aside></div>
        """
    }

    /// Lists over all children that are no board.
    private var lists: HTML {
        """
        <p class="small"><a href="/discrepancies">Accounts that differ</a> · <a href="/emergency-places">Places to stay tonight</a>\(role.seesHomes ? " · <a href=\"/homes\">Children’s homes</a>" : HTML())</p>
        """
    }

    private var counts: String {
        let words: [(BoardModel.Group, String)] = [
            (.absent, "absent, under review"), (.away, "away without authorisation"),
            (.checking, "first checks under way"),
            (.education, "missing from education"), (.back, "back and owed something"),
            (.aside, "not away and owed something by you"),
        ]
        let parts = words.filter { model.count($0.0) > 0 }.map { "\(model.count($0.0)) \($0.1)" }
        return parts.isEmpty ? "Nothing else is open." : parts.joined(separator: " · ") + "."
    }

    private var othersAside: HTML {
        func children(_ count: Int) -> String {
            Spoken.counted(count, "child").replacing("childs", with: "children")
        }
        let (others, later) = (model.asideOfOthers, model.asideLater)
        let said: [HTML] = [
            others == 0
                ? HTML()
                : "<p class=\"small\">Others owe something for \(children(others)) not away now: it stands on the child's page.</p>",
            later == 0
                ? HTML()
                : "<p class=\"small\">For \(children(later)) not away now you owe something that is not due within four weeks: it stands on the child's page.</p>",
        ]
        return said.joined()
    }

    private var nobody: HTML {
        if model.asideOfOthers + model.asideLater > 0 { return HTML() }
        if BoardModel.Group.allCases.contains(where: { model.count($0) > 0 }) { return HTML() }
        return """
            <section class="card"><p>Nobody whom you may see is missing, absent or away, and nothing is owed. This page says so
            by itself when that changes.</p></section>
            """
    }

    private func group(_ group: BoardModel.Group, _ heading: String) -> HTML {
        guard let rows = model.rows[group], !rows.isEmpty else { return HTML() }
        let shown = rows.prefix(mostRows)
        // Where no child is being looked for, a long list would push those who are owed something sooner out of sight.
        let open = group == .aside ? min(shown.count, mostAside) : shown.count
        let folded = shown.dropFirst(open)
        let rest: HTML =
            folded.isEmpty
            ? HTML()
            : """
            <details id="more-aside"><summary>\(folded.count) more</summary>\(list(folded, group))</details>
            """
        let more: HTML =
            rows.count > shown.count ? "<p>And \(rows.count - shown.count) more: find them by name.</p>" : ""
        return """
            <section class="card" aria-label="\(heading)"><h2>\(heading)</h2>
            \(list(shown.prefix(open), group))\(rest)\(more)</section>
            """
    }

    private func list(_ rows: ArraySlice<BoardModel.Row>, _ group: BoardModel.Group) -> HTML {
        "<ul class=\"rows\">\(rows.map { BoardRowView(row: $0, group: group, clock: clock).html })</ul>"
    }

    private var dueNext: HTML {
        let rows = model.dueNext.map { owed -> HTML in
            let who = owed.duty.isOwed(by: role) ? "You" : owed.duty.owedBy.spoken.capitalisedFirst
            return """
                <tr><td class="due soon">\(owed.duty.due.map { soon($0) } ?? "Now")</td>
                <td><a href="\(owed.path)">\(owed.name)</a>: \(owed.duty.says)
                <span class="small">\(who)</span></td></tr>
                """
        }
        let table: HTML = """
            <section class="card"><h2>Due next</h2><table><thead><tr><th scope="col">When</th><th scope="col">What</th></tr>
            </thead><tbody>\(rows)</tbody></table></section>
            """
        return "\(overdue)\(rows.isEmpty ? HTML() : table)"
    }

    private var overdue: HTML {
        if model.overdue.isEmpty { return HTML() }
        let items = model.overdue.prefix(10).map { late -> HTML in
            """
            <li><a href="\(late.path)#duties">\(late.name)</a>: \(Spoken.counted(late.count, "thing"))
            <span class="small">the longest by \(clock.age(since: late.since))</span></li>
            """
        }
        return
            "<section class=\"card\"><h2 class=\"due now\">Overdue, by anybody</h2><ul class=\"plain\">\(items)</ul></section>"
    }

    /// "12:59" today, "tomorrow 06:10", "by Tuesday 24 November".
    private func soon(_ due: Due) -> HTML {
        switch due {
        case .instant(let instant):
            let isToday = London.date(of: instant) == London.date(of: model.now)
            return clock.tagged(instant, isToday ? Spoken.time(instant) : Spoken.moment(instant, now: model.now))
        case .date(let date):
            return clock.tagged(due.lastInstant, "by \(Spoken.day(date, today: London.date(of: model.now)))")
        }
    }
}
