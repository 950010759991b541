// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// A pupil who was in school and is gone before the day is over, and who is not back. Source: CE.
struct GoneInTheDay: Sendable {
    let episode: Episode
    let child: Child
    let owed: [DutyStanding]

    /// Every one whom the visitor may see, the newest first.
    static func all(_ call: Call) -> [GoneInTheDay] {
        let role = call.account.role
        return call.state.unclosed.compactMap { id -> GoneInTheDay? in
            guard let episode = call.state.episode(id), episode.facts.isOpen, !episode.facts.isSchoolCase,
                episode.history.standing.contains(where: { $0.word == .reported && $0.by == .school }),
                let child = call.child(episode.child, seeing: .education)
            else { return nil }
            let seen = call.seen(of: child.id)
            let owed = call.site.partnership.standings(of: id, in: call.state, at: call.now).filter {
                $0.state.isOutstanding && (seen.shows($0, to: role) || $0.isForSchoolAndTracing)
            }
            return GoneInTheDay(episode: episode, child: child, owed: owed.sorted(by: DutyStanding.isSooner))
        }.sorted { $1.episode.id < $0.episode.id }
    }

    static func section(_ gone: [GoneInTheDay], _ call: Call) -> HTML {
        if gone.isEmpty { return HTML() }
        let clock = Clock(now: call.now)
        let telling = Telling(state: call.state, now: call.now)
        let rows = gone.map { one -> HTML in
            let path = "/episodes/\(one.episode.id.number)"
            let owed = one.owed.prefix(3).map { duty -> HTML in
                let who = duty.isOwed(by: call.account.role) ? "You" : duty.owedBy.spoken.capitalisedFirst
                let look = duty.state == .overdue ? "now" : "soon"
                let button: HTML =
                    duty.isOwed(by: call.account.role)
                    ? " <a href=\"\(DutyLinks.form(duty, of: one.child.id, episode: one.episode.id))\">\(DutyLinks.verb(duty))<span class=\"unseen\">: \(duty.says)</span></a>"
                    : HTML()
                return """
                    <li><span class="due \(look)">\(who):</span> \(duty.says). <span class="small">\(duty.due.map { clock.due($0) })</span>\(button)</li>
                    """
            }
            let since = one.episode.facts.start.map { start -> HTML in
                "Since \(clock.moment(start)) (<b>\(clock.age(since: start))</b>)."
            }
            return """
                <li class="row"><div class="face" aria-hidden="true">\(telling.initials(one.child))</div><div class="what">
                <p><a class="name" href="\(path)">\(telling.nameWithAge(one.child))</a> \(Tag("Gone in the school day", .now).html)</p>
                <p>\(since)</p><ul class="plain">\(owed)</ul></div></li>
                """
        }
        return """
            <section class="card" aria-label="Gone in the school day"><h2>Gone in the school day: \(gone.count)</h2>
            <ul class="rows">\(rows)</ul></section>
            """
    }
}
