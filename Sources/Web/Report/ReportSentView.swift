// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// Step 5: sent; what happens now, and what to read out to police.
struct ReportSentView {
    let call: Call
    let episode: Episode
    let child: Child
    let told: [Told]
    let penPicture: Event?
    let standings: [DutyStanding]
    /// The plans in force: what was agreed to do at once.
    let plans: [(plan: ChildPlan, steps: PlanSteps)]

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }

    var page: HTML {
        let reference: HTML =
            EpisodeTags.reference(of: episode).map { text -> HTML in "<p>Police log number: <b>\(text)</b>.</p>" }
                ?? """
                <p>Ring <b>101</b>, or 999 in danger, and read this out. Then
                <a href="/episodes/\(episode.id.number)/add/account-received?agency=\(police)">record the log number</a>.</p>
                """
        return ReportFrame.page(
            call, step: 5, heading: "\(child.facts.name) is reported missing", followsTyping: false,
            """
            <div class="notice good" role="status"><p>Kept at \(clock.tagged(call.now, Spoken.time(call.now))). Police, social workers and
            the emergency duty team see it on their boards now.</p></div>
            \(PlanInForceView(plans: plans, child: child.id, clock: clock).html)<h2>What happens now</h2>\(owed)
            <h2>To read out to police</h2>\(reference)<div class="card read-out">\(readOut)</div>
            <p class="buttons"><a class="btn" href="/episodes/\(episode.id.number)">Go to the episode</a>
            <a class="btn quiet" href="/episodes/\(episode.id.number)/add/returned">The child is back</a></p>
            """)
    }

    private var police: String { call.state.agencies.values.first { $0.kind == .police }?.id.name ?? "" }

    private var owed: HTML {
        let seen = call.seen(of: child.id)
        let next = standings.filter { $0.state.isOutstanding && seen.shows($0, to: call.account.role) }.sorted(
            by: DutyStanding.isSooner
        ).prefix(8)
        if next.isEmpty {
            return "<p>Police decide how they hold the child, and agree with you when it is looked at again.</p>"
        }
        let rows = next.map { duty -> HTML in
            let who = duty.isOwed(by: call.account.role) ? "You" : duty.owedBy.spoken.capitalisedFirst
            return
                "<li><b>\(who)</b>: \(duty.says). <span class=\"small\">\(duty.due.map { clock.due($0) })</span></li>"
        }
        return "<ul>\(rows)</ul>"
    }

    private var readOut: HTML {
        var details = penPicture?.details ?? Details()
        var reporter = call.account.actor
        for case .event(_, let event) in told where event.word == .reported {
            details = details.replacing(with: event.details)
            reporter = event.by
        }
        return PoliceText(
            child: child, details: details, reporter: reporter, telling: telling, seen: call.seen(of: child.id)
        ).sentences
            .map { text -> HTML in "<p>\(text)</p>" }.joined()
    }
}
