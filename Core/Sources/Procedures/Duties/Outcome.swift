// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How an instance of a duty stands, and what made it so.
struct Outcome {
    let state: DutyState
    var endedAt: Instant?
    var lateBy: Elapsed?
    var ended: Ended?

    enum Ended {
        case done(Mark)
        case waived(Mark)
        case agreed(Mark)
        case term(TermEnd)
    }
}

extension Reckoning {
    /// The earliest of done, waived, agreed and ended settles it; at one instant, in that order.
    func outcome(of duty: Duty, _ term: Term) -> Outcome {
        let done = course.discharge(duty.doneBy, term)
        let waived = course.waiver(of: duty, after: term.waivedAfter).counted
        let agreed = agreement(on: duty, origin: term.origin)
        let ends: [(at: Instant, ended: Outcome.Ended)?] = [
            done.map { ($0.at, .done($0.mark)) },
            waived.map { (max($0.clockTime, term.counts), .waived($0)) },
            agreed.map { (max($0.clockTime, term.counts), .agreed($0)) },
            term.end.flatMap { $0.at <= course.now ? ($0.at, .term($0.why)) : nil },
        ]
        var first: (at: Instant, ended: Outcome.Ended)?
        for end in ends.compactMap({ $0 }) where first.map({ end.at < $0.at }) ?? true { first = end }
        guard let first else { return open(term) }
        return closed(term, at: first.at, first.ended)
    }

    private func open(_ term: Term) -> Outcome {
        if course.now < term.origin { return Outcome(state: .notYet) }
        return Outcome(state: term.due?.isOverdue(at: course.now) ?? false ? .overdue : .owed)
    }

    private func closed(_ term: Term, at instant: Instant, _ ended: Outcome.Ended) -> Outcome {
        let isLate = term.due?.isOverdue(at: instant) ?? false
        switch ended {
        case .done:
            let lateBy = isLate ? term.due.map { instant - $0.lastInstant } : nil
            return Outcome(state: isLate ? .doneLate : .done, endedAt: instant, lateBy: lateBy, ended: ended)
        case .waived: return Outcome(state: .waived, endedAt: instant, ended: ended)
        case .agreed: return Outcome(state: .agreed, endedAt: instant, ended: ended)
        case .term(.period): return Outcome(state: .missed, endedAt: term.due?.lastInstant, ended: ended)
        case .term: return Outcome(state: isLate ? .missed : .lapsed, endedAt: instant, ended: ended)
        }
    }

    /// The agreement under which the duty isn't due for this child, where one counts.
    func agreement(on duty: Duty, origin: Instant) -> Mark? {
        guard !duty.mayAgree.isEmpty else { return nil }
        return agreements.first { mark in
            guard mark.details.word(.duty) == duty.id, mark.by.acts(forOneOf: duty.mayAgree) else { return false }
            // One from another episode looks ahead: it does not settle what was owed before it was made.
            let isOwn = course.marks.contains { $0.position == mark.position }
            guard isOwn || mark.clockTime <= origin else { return false }
            return mark.details.time(.until).map { origin <= $0.latest } ?? false
        }
    }
}

extension Course {
    /// When an instance was done, and by which event: of parts that are all needed, the last.
    func discharge(_ discharge: Discharge, _ term: Term) -> (at: Instant, mark: Mark, place: Int?)? {
        switch discharge {
        case .event(let match):
            return first(match, from: term.counts, afterMark: term.afterMark, until: term.until).map {
                ($0.mark.clockTime, $0.mark, $0.place)
            }
        case .any(let parts):
            var found: (at: Instant, mark: Mark, place: Int?)?
            for part in parts {
                guard let other = self.discharge(part, term) else { continue }
                if found.map({ other.at < $0.at }) ?? true { found = other }
            }
            return found
        case .all(let parts):
            var last: (at: Instant, mark: Mark, place: Int?)?
            for part in parts {
                guard let other = self.discharge(part, term) else { return nil }
                if last.map({ $0.at <= other.at }) ?? true { last = other }
            }
            return last
        }
    }

    /// The first waiver of a duty by somebody who may, and the first by somebody who may not (ruling 33).
    func waiver(of duty: Duty, after: Instant?) -> (counted: Mark?, refused: Mark?) {
        var (counted, refused): (Mark?, Mark?) = (nil, nil)
        for mark in marks where mark.word == .waived && mark.details.word(.duty) == duty.id {
            if let after, mark.clockTime <= after { continue }
            if mark.by.acts(forOneOf: duty.waivers) {
                counted = counted ?? mark
            } else {
                refused = refused ?? mark
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
