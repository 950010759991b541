// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Reckoning {
    /// One instance of a duty with its state, its owner and its reasons.
    func standing(of duty: Duty, _ term: Term, number: Int) -> DutyStanding {
        let outcome = outcome(of: duty, term)
        let asOf = outcome.endedAt ?? max(course.now, term.origin)
        let owner = owner(of: duty, at: asOf)
        let done = duty.doneBy.first
        return DutyStanding(
            duty: duty.id, instance: number, state: outcome.state, owedBy: owner.role, what: duty.what,
            from: term.origin, due: term.due, endedAt: outcome.endedAt, lateBy: outcome.lateBy, source: duty.source,
            why: withReasons ? why(duty, term, outcome, owner) : [], isLocalChoice: duty.isLocalChoice,
            doneBy: done.words[0], doneWith: done.fixedDetails, escalatedTo: escalated(duty, term, outcome),
            agency: agency(of: owner.role, at: asOf))
    }

    /// To whom it goes now, because it is nearly due or overdue by so much.
    private func escalated(_ duty: Duty, _ term: Term, _ outcome: Outcome) -> Role? {
        guard outcome.state.isOutstanding, let escalation = duty.escalation, let due = term.due?.lastInstant else {
            return nil
        }
        if let after = escalation.after, due + after < course.now { return escalation.to }
        if let before = escalation.before, due - before <= course.now { return escalation.to }
        return nil
    }
}
