// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How an instance of a duty stands, and what made it so.
struct Outcome {
    let state: DutyState
    var endedAt: Instant?
    var lateBy: Elapsed?
    var ended: Ended?
    /// When it came to stand so for good: of a missed instance of a repeating duty, once its time had run out.
    var settledAt: Instant?

    enum Ended {
        case done(MarkPlace)
        case waived(MarkPlace)
        /// By the agreement with this place among all that were made.
        case agreed(Int)
        case term(TermEnd)
    }
}

extension Reckoning {
    /// The earliest of done, waived, agreed and ended settles it; at one instant, in that order.
    func outcome(of rule: DutyRule, _ term: Term) -> Outcome {
        var first: (at: Instant, ended: Outcome.Ended)?
        if let done = course.discharge(rule, term) { first = (done.at, .done(done.place)) }
        if let waived = course.waiver(of: rule, after: term.waivedAfter).counted {
            let at = max(course.time(of: waived), term.counts)
            if first.map({ at < $0.at }) ?? true { first = (at, .waived(waived)) }
        }
        if rule.mayBeAgreed, let agreed = agreement(on: rule.duty, origin: term.origin) {
            let at = max(agreements[agreed].clockTime, term.counts)
            if first.map({ at < $0.at }) ?? true { first = (at, .agreed(agreed)) }
        }
        if let end = term.end {
            course.steady.changes(at: end.at)
            if end.at <= course.now, first.map({ end.at < $0.at }) ?? true { first = (end.at, .term(end.why)) }
        }
        guard let first else { return open(rule, term) }
        course.steady.changes(at: first.at)
        var outcome = closed(term, at: first.at, first.ended)
        outcome.settledAt = first.at
        return outcome
    }

    private func open(_ rule: DutyRule, _ term: Term) -> Outcome {
        course.steady.changes(at: term.origin)
        guard let last = term.lastInstant else {
            return Outcome(state: course.now < term.origin ? .notYet : .owed)
        }
        course.steady.changes(at: last + Elapsed(seconds: 1))
        if let escalation = rule.escalation {
            if let before = escalation.before { course.steady.changes(at: last - before) }
            if let after = escalation.after { course.steady.changes(at: last + after + Elapsed(seconds: 1)) }
        }
        if course.now < term.origin { return Outcome(state: .notYet) }
        return Outcome(state: last < course.now ? .overdue : .owed)
    }

    private func closed(_ term: Term, at instant: Instant, _ ended: Outcome.Ended) -> Outcome {
        let isLate = term.lastInstant.map { $0 < instant } ?? false
        switch ended {
        case .done:
            let lateBy = isLate ? term.lastInstant.map { instant - $0 } : nil
            return Outcome(state: isLate ? .doneLate : .done, endedAt: instant, lateBy: lateBy, ended: ended)
        case .waived: return Outcome(state: .waived, endedAt: instant, ended: ended)
        case .agreed: return Outcome(state: .agreed, endedAt: instant, ended: ended)
        case .term(.period): return Outcome(state: .missed, endedAt: term.lastInstant, ended: ended)
        case .term: return Outcome(state: isLate ? .missed : .lapsed, endedAt: instant, ended: ended)
        }
    }

    /// The agreement under which the duty isn't due for this child, where one counts.
    func agreement(on duty: Duty, origin: Instant) -> Int? {
        guard !duty.mayAgree.isEmpty, !agreements.isEmpty else { return nil }
        return agreements.firstIndex { mark in
            guard mark.details.word(.duty) == duty.id, mark.by.acts(forOneOf: duty.mayAgree) else { return false }
            // One from another episode looks ahead: it does not settle what was owed before it was made.
            let isOwn = course.marks.contains { $0.position == mark.position }
            guard isOwn || mark.clockTime <= origin else { return false }
            return mark.details.time(.until).map { origin <= $0.latest } ?? false
        }
    }
}

extension Course {
    /// When an instance was done, and by which event.
    func discharge(_ rule: DutyRule, _ term: Term) -> (at: Instant, place: MarkPlace)? {
        guard mayHold(rule.doneWords) else { return nil }
        guard let anyOf = rule.anyOf else { return discharge(rule.duty.doneBy, term) }
        var found: (at: Instant, place: MarkPlace)?
        for place in anyOf.indices where mayHold(rule.anyWords[place]) {
            guard let other = first(anyOf[place].match, from: term.counts, afterMark: term.afterMark, until: term.until)
            else { continue }
            let at = time(of: other)
            if found.map({ at < $0.at }) ?? true { found = (at, other) }
        }
        return found
    }

    /// Of parts that are all needed, the last counts.
    private func discharge(_ discharge: Discharge, _ term: Term) -> (at: Instant, place: MarkPlace)? {
        switch discharge {
        case .event(let match):
            return first(match, from: term.counts, afterMark: term.afterMark, until: term.until).map {
                (time(of: $0), $0)
            }
        case .any(let parts):
            var found: (at: Instant, place: MarkPlace)?
            for part in parts {
                guard let other = self.discharge(part, term) else { continue }
                if found.map({ other.at < $0.at }) ?? true { found = other }
            }
            return found
        case .all(let parts):
            var last: (at: Instant, place: MarkPlace)?
            for part in parts {
                guard let other = self.discharge(part, term) else { return nil }
                if last.map({ $0.at <= other.at }) ?? true { last = other }
            }
            return last
        }
    }

    /// The first waiver of a duty by somebody who may, and the first by somebody who may not (ruling 33).
    func waiver(of rule: DutyRule, after: Instant?) -> (counted: MarkPlace?, refused: MarkPlace?) {
        var (counted, refused): (MarkPlace?, MarkPlace?) = (nil, nil)
        guard words.contains(.waived) else { return (nil, nil) }
        for place in marks.indices where marks[place].word == .waived {
            let mark = marks[place]
            guard mark.details.word(.duty) == rule.duty.id else { continue }
            if let after, mark.clockTime <= after { continue }
            if rule.waivers.contains(mark.by) {
                counted = counted ?? .own(place)
            } else {
                refused = refused ?? .own(place)
            }
        }
        return (counted, refused)
    }
}

extension Role {
    /// Whether somebody in this role may do what one of `roles` may.
    func acts(forOneOf roles: [Role]) -> Bool {
        roles.contains(self) || !mayActAs.isDisjoint(with: roles)
    }
}
