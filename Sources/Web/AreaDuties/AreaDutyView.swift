// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The regular work of one area: what is late, what is owed, what comes next, and what was done lately and by whom.
struct AreaDutyView {
    let area: AreaDutyModel
    /// Set apart by name where the visitor sees more than one area.
    let isOneOfSeveral: Bool
    let call: Call

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }
    private var prefix: String { isOneOfSeveral ? "\(area.authority?.name ?? "all")-" : "" }
    private static let endedShown = 10
    /// How many entries stand open to view in a section; the rest are folded.
    private static let mostShown = 15

    var html: HTML {
        let whose = telling.agency(area.authority) ?? "The whole partnership"
        let name: HTML = isOneOfSeveral ? "<h2>\(whose)</h2>" : HTML()
        let pack = "<a href=\"/protocols/\(FormFields.encode(area.pack.id))#regular\">\(area.pack.title)</a>" as HTML
        return """
            \(name)<p class="small">\(isOneOfSeveral ? "Under" : "\(whose), under") \(pack).</p>\
            \(section("late", "Overdue, or not done in its time", area.late.map(late), none: "Nothing is overdue."))\
            \(section("owed", "Owed now", area.owed.map(owed), none: "Nothing more is owed now."))\
            \(section("next", "Next, within three months", area.ahead.map(ahead), none: "Nothing begins within three months but what is owed already."))\
            \(section("done", "In the last three months", ended, none: "Nothing was recorded as done."))
            """
    }

    private func section(_ id: String, _ title: String, _ rows: [HTML], none: String) -> HTML {
        let count = rows.isEmpty ? "" : ": \(rows.count)"
        let body: HTML = rows.isEmpty ? "<p>\(none)</p>" : list(rows)
        let heading: HTML = isOneOfSeveral ? "<h3>\(title)\(count)</h3>" : "<h2>\(title)\(count)</h2>"
        return "<section class=\"card\" id=\"\(prefix)\(id)\">\(heading)\(body)</section>"
    }

    private func list(_ rows: [HTML]) -> HTML {
        let shown = "<ul class=\"duties\">\(rows.prefix(Self.mostShown).map { $0 })</ul>" as HTML
        let folded = rows.dropFirst(Self.mostShown).map { $0 }
        if folded.isEmpty { return shown }
        return "\(shown)<details><summary>\(folded.count) more</summary><ul class=\"duties\">\(folded)</ul></details>"
    }

    private func late(_ late: AreaDutyModel.Late) -> HTML {
        guard late.standing.state == .missed else { return owed(late.standing) }
        let times = late.timesMissed > 1 ? " \(late.timesMissed) times in a row were not done." : ""
        let was = late.standing.due.map { due -> HTML in
            "was due by \(clock.tagged(due.lastInstant, Spoken.date(London.date(of: due.lastInstant), today: call.today)))"
        }
        let running: HTML =
            late.running?.due.map { due -> HTML in " \(Tag("Owed", .soon).html)The present one is \(clock.due(due))." }
            ?? HTML()
        return row(
            late.running ?? late.standing, Tag("Not done in its time", .now), "\(was).\(times)\(running)",
            canRecord: true, why: late.standing.why + (late.running?.why.prefix(2) ?? []))
    }

    private func owed(_ standing: DutyStanding) -> HTML {
        let tag = standing.state == .overdue ? Tag("Overdue", .now) : Tag("Owed", .soon)
        return row(
            standing, tag, standing.due.map { clock.due($0) } ?? "now", canRecord: true, why: standing.why)
    }

    private func row(
        _ standing: DutyStanding, _ tag: Tag, _ when: HTML, canRecord: Bool, why: [String], entry: HTML = HTML()
    ) -> HTML {
        let place = telling.agency(named: standing.doneWith.word(.place)).map { " (\($0))" } ?? ""
        let told: HTML =
            standing.escalatedTo.map { role -> HTML in "<p class=\"small\">The \(role.spoken) is to know of it now.</p>"
            }
            ?? HTML()
        let record: HTML =
            canRecord && call.account.role.mayRecord(.areaDutyDone) && standing.doneBy == .areaDutyDone
            ? "<p><a href=\"\(AreaDutyForm.address(of: standing))\">Record it as done<span class=\"unseen\">: \(Duty.shortTitle(of: standing.duty))\(place)</span></a></p>"
            : HTML()
        return """
            <li><p>\(tag.html)<b>\(Duty.shortTitle(of: standing.duty))\(place)</b></p><p>\(standing.what)</p>
            <p class="small">\(who(standing.duty, standing.owedBy, isOutstanding: canRecord)) · \(when)</p>\(told)\(entry)\(record)
            <details><summary class="small">Why<span class="unseen"> \(Duty.shortTitle(of: standing.duty))</span></summary>
            <p class="small">\(why.joined(separator: " ")) \(clause(standing.duty, standing.source))</p></details></li>
            """
    }

    private func ahead(_ next: AreaDutyModel.Ahead) -> HTML {
        let from = Spoken.date(next.from, today: call.today)
        let by = Spoken.date(next.dueBy, today: call.today)
        return """
            <li><p>\(Tag("Not yet", .plain).html)<b>\(Duty.shortTitle(of: next.duty.id))</b></p><p>\(next.duty.what)</p>
            <p class="small">\(who(next.duty.id, next.duty.who, isOutstanding: false)) · from \(from), due by \(by) · \(clause(next.duty.id, next.duty.source))</p></li>
            """
    }

    private var ended: [HTML] {
        let rows = area.ended.map(ended)
        if rows.count <= Self.endedShown { return rows }
        let rest = rows.dropFirst(Self.endedShown)
        return rows.prefix(Self.endedShown) + [
            "<li><details><summary>\(rest.count) before that</summary>\(list(Array(rest)))</details></li>"
        ]
    }

    private func ended(_ ended: AreaDutyModel.Ended) -> HTML {
        let standing = ended.standing
        let tag =
            switch standing.state {
            case .done: Tag("Done", .ok)
            case .doneLate: Tag("Done late", .soon)
            case .missed: Tag("Not done in its time", .now)
            default: Tag("No longer owed", .plain)
            }
        let by = ended.entry.map { ", by \(telling.actor($0.by))" } ?? ""
        let when: HTML =
            ended.entry.map { "\(clock.moment($0.occurredAt))\(by)" as HTML }
            ?? standing.endedAt.map { clock.moment($0) } ?? HTML()
        let late = standing.lateBy.map { ", \(Spoken.elapsed($0)) late" } ?? ""
        return row(
            standing, tag, "\(when)\(late)", canRecord: false, why: standing.why,
            entry: ended.entry.map(result) ?? HTML())
    }

    private func result(_ entry: Event) -> HTML {
        [DetailKey.result, .narrative].compactMap { entry.details.text($0) }.map { text -> HTML in
            "<p class=\"quote\">\(Parts.lines(text))</p>"
        }.joined()
    }

    /// Whoever owes it, and who does where they are not there.
    private func who(_ id: String, _ role: Role, isOutstanding: Bool) -> String {
        let others = area.pack.sections.areaDuty(id)?.orElse.map(\.spoken) ?? []
        let you = isOutstanding && call.account.role.mayActAs.contains(role) ? "You owe it: " : ""
        return you + ([role.spoken] + others).joined(separator: ", else ").capitalisedFirst
    }

    private func clause(_ id: String, _ source: String) -> HTML {
        "<a href=\"/protocols/\(FormFields.encode(area.pack.id))#regular-\(id)\">\(source)</a>"
    }
}
