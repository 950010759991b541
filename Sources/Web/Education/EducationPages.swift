// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Procedures
import WorkingTime

/// `/education`: every pupil's case that the visitor may see, by the step it is at.
enum EducationPages {
    @Sendable static func list(_ call: Call) async throws -> Response {
        let rows = rows(call)
        let gone = GoneInTheDay.all(call)
        try await call.shows(rows.map(\.child.id) + gone.map(\.child.id))
        return .page(call.page("Missing from education", page(call, rows, gone), in: .education))
    }

    /// The cases that are not closed, those with something late first and then the longest.
    static func rows(_ call: Call) -> [SchoolCaseRow] {
        call.state.unclosed.compactMap { id in
            call.state.episode(id).flatMap { $0.facts.isSchoolCase ? SchoolCaseRow($0, call) : nil }
        }.sorted { first, second in
            if first.isLate != second.isLate { return first.isLate }
            return (first.school.firstDay, first.child.id) < (second.school.firstDay, second.child.id)
        }
    }

    private static func page(_ call: Call, _ rows: [SchoolCaseRow], _ gone: [GoneInTheDay]) -> HTML {
        let steps: [SchoolCase.Step] = SchoolCase.running.reversed() + [.back, .onLeave]
        let groups = steps.map { step in group(step, rows.filter { $0.school.step == step }, call) }
        let late = rows.count(where: \.isLate)
        let count = Spoken.counted(rows.count, "case")
        let lead =
            rows.isEmpty ? "No case is open." : "\(count) open\(late == 0 ? "" : ", \(late) with something overdue")."
        let entry: HTML =
            call.account.role == .school ? "<p>\(Parts.button("Who is not here today", to: "/school"))</p>" : HTML()
        return """
            <div class="education"><h1>Missing from education</h1><p class="lead">\(lead) Days are school days.</p>\(entry)
            \(GoneInTheDay.section(gone, call))\(groups)\(returns(call))</div>
            """
    }

    private static func returns(_ call: Call) -> HTML {
        guard call.account.role.writesSchoolReturns else { return HTML() }
        return
            "<p class=\"no-print\"><a href=\"/returns\">Returns about pupils: ten days, taken off the roll, the count</a></p>"
    }

    private static func group(_ step: SchoolCase.Step, _ rows: [SchoolCaseRow], _ call: Call) -> HTML {
        if rows.isEmpty { return HTML() }
        let items = rows.map { row($0, call) }
        return """
            <section class="card" aria-label="\(step.says)"><h2>\(step.says): \(rows.count)</h2>
            <p class="small">\(step.asks)</p><ul class="rows">\(items)</ul></section>
            """
    }

    private static func row(_ row: SchoolCaseRow, _ call: Call) -> HTML {
        let telling = Telling(state: call.state, now: call.now)
        let clock = Clock(now: call.now)
        let path = "/episodes/\(row.episode.id.number)/education"
        let school = telling.agency(named: row.child.facts.identity.word(.school))
        let isSchool = call.account.role == .school
        let place: HTML =
            isSchool ? HTML() : (school.map { name -> HTML in "<span class=\"small\">\(name)</span>" } ?? HTML())
        let done: HTML =
            row.lastDone.map { mark -> HTML in
                "<p class=\"small\">Last: \(SchoolCaseWords.done(mark.word)), \(clock.moment(mark.occurredAt)).</p>"
            } ?? "<p class=\"small\">Nothing was done yet.</p>"
        return """
            <li class="row"><div class="face" aria-hidden="true">\(telling.initials(row.child))</div>
            <div class="what"><p><a class="name" href="\(path)">\(telling.nameWithAge(row.child))</a> \(tags(row, call)) \(place)</p>
            <p>\(row.since(call.today)).</p>\(done)\(next(row, call))</div></li>
            """
    }

    static func tags(_ row: SchoolCaseRow, _ call: Call) -> HTML {
        var tags: [Tag] = []
        if row.isLate { tags.append(Tag("Overdue", .now)) }
        if row.school.isReferred { tags.append(Tag("Referred", .ok)) }
        if row.school.isOffRoll { tags.append(Tag("Off the roll", .wait)) }
        if let open = call.state.openEpisode(of: row.child.id), open.facts.reportedAt != nil {
            tags.append(Tag("Also away from home", .now))
        }
        return tags.map(\.html).joined()
    }

    private static func next(_ row: SchoolCaseRow, _ call: Call) -> HTML {
        let clock = Clock(now: call.now)
        let role = call.account.role
        guard let duty = row.owed.first(where: { $0.isOwed(by: role) }) ?? row.owed.first else {
            return "<div class=\"next ok\"><p>Nothing is owed now.</p></div>"
        }
        let isMine = duty.isOwed(by: role)
        let who = isMine ? "You" : duty.owedBy.spoken.capitalisedFirst
        let look = duty.state == .overdue ? "now" : "soon"
        let button: HTML =
            isMine
            ? Parts.button(
                DutyLinks.verb(duty), to: DutyLinks.form(duty, of: row.child.id, episode: row.episode.id)) : HTML()
        return """
            <div class="next \(look)"><p><span class="due \(look)">\(who):</span> \(duty.says).
            <span class="small">\(duty.due.map { clock.due($0) })</span></p>\(button)</div>
            """
    }
}
