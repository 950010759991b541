// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Reckoning {
    /// One instance of a duty with its state, its owner and its reasons.
    func standing(of rule: DutyRule, _ term: Term, number: Int) -> DutyStanding {
        let outcome = outcome(of: rule, term)
        let asOf = outcome.endedAt ?? max(course.now, term.origin)
        let owner = owner(of: rule, at: asOf)
        return DutyStanding(
            rule.wording, instance: number, state: outcome.state, owedBy: owner, from: term.origin, due: term.due,
            endedAt: outcome.endedAt, lateBy: outcome.lateBy,
            why: withReasons ? why(rule, term, outcome, whyOwed(rule, by: owner, at: asOf)) : [],
            escalatedTo: escalated(rule, term, outcome), agency: agency(of: owner, at: asOf))
    }

    /// To whom it goes now, because it is nearly due or overdue by so much.
    private func escalated(_ rule: DutyRule, _ term: Term, _ outcome: Outcome) -> Role? {
        guard outcome.state.isOutstanding, let escalation = rule.escalation, let due = term.lastInstant else {
            return nil
        }
        return escalation.isTold(of: due, at: course.now) ? escalation.to : nil
    }
}
