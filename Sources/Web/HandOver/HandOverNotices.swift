// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// What the board says of briefings: to the team that has to accept one, and to who is to hear when it doesn't.
struct HandOverNotices: Sendable {
    /// Those that wait, the oldest first.
    let standings: [HandOverStanding]
    /// Since when the reader's own team has made none that was expected.
    let lackingSince: Instant?
    private let telling: Telling
    private let role: Role
    private let team: Team?

    init(_ call: Call) {
        telling = Telling(state: call.state, now: call.now)
        role = call.account.role
        team = Team(of: call.account.actor)
        let (state, now, role, team) = (call.state, call.now, call.account.role, team)
        standings = state.handOvers.open.filter { $0.to.agency == call.account.agency }.map {
            HandOverStanding($0, by: call.handOverRule(for: $0.from.kind), at: now)
        }.filter { standing in
            let isTold = standing.escalatedTo.map(role.mayActAs.contains) ?? false
            return isTold || (team.map(standing.handOver.isFor) ?? false)
        }
        lackingSince = team.flatMap { call.handOverRule(for: $0.kind).lackingSince(of: $0, in: state, at: now) }
    }

    /// How many nobody has accepted in time.
    var overdue: Int { standings.count(where: \.isOverdue) }

    var html: HTML {
        if standings.isEmpty, lackingSince == nil { return HTML() }
        let clock = Clock(now: telling.now)
        let waiting = standings.prefix(6).map { standing -> HTML in
            let handOver = standing.handOver
            let name = HandOverSaying.name(madeAt: handOver.madeAt)
            let who = telling.worker(handOver.madeBy) ?? handOver.madeAs.spoken
            let since: HTML =
                standing.isOverdue
                ? "\(Tag("Not accepted", .now).html) since \(clock.moment(handOver.madeAt)), due \(clock.moment(standing.due))"
                : "waits since \(clock.moment(handOver.madeAt)); accept it by \(clock.moment(standing.due))"
            let told: HTML = standing.escalatedTo.map { to -> HTML in " The \(to.spoken) is to see to it." } ?? HTML()
            return """
                <p><a href="/hand-over/\(handOver.number)"><b>\(name)</b> of \(telling.agency(handOver.from.agency)), by \(who)</a>: \(since).\(told)</p>
                """
        }
        let lacking = lackingSince.map { since -> HTML in
            "<p>\(Tag("Not made", .now).html) <a href=\"/hand-over\">The briefing of your team</a> was expected \(clock.moment(since)).</p>"
        }
        return "<div class=\"notice hand-over-notice\" role=\"status\">\(waiting)\(lacking)</div>"
    }
}
