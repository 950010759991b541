// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One instance of a duty before it is known how it ended: its clock, and the acts that count.
struct Term {
    let need: Need
    /// Which instance of a repeating duty it is, counted from the clock's start.
    var number = 1
    let origin: Instant
    let deadline: Deadline?
    /// The rule that the due came from.
    let rule: DueRule
    let due: Due?
    /// Acts from this instant count.
    var counts: Instant
    /// Only events after this place count, in an instance that an event opened.
    var afterMark: Int?
    /// Acts after this instant no longer count: the end of an instance of a repeating duty.
    var until: Instant?
    /// When it ended though nobody did it, and why.
    var end: (at: Instant, why: TermEnd)?
    /// Waivers from after this instant count.
    var waivedAfter: Instant?
    /// The firing that opened it.
    var firing: Firing?
}

enum TermEnd {
    case conditionCeased
    case event(Mark)
    /// The next event of those that open instances.
    case replaced(Mark)
    /// A repeating duty's next instance began.
    case period
}

extension Reckoning {
    /// The instances of a duty within one need. Empty where its clock cannot be reckoned yet.
    func instances(of duty: Duty, in need: Need, after earlierEnd: Instant?) -> [Term] {
        let end = end(of: need, duty, from: need.began.at)
        let counts = duty.countsWholeEpisode ? course.first ?? need.began.at : need.began.at
        if case .each(let match) = duty.clock.start {
            return eventTerms(duty, match, need, end: end)
        }
        if let trigger = duty.clock.trigger { return firingTerms(duty, trigger, need) }
        guard let origin = origin(of: duty.clock, need) else { return [] }
        if case .every(let period, _) = duty.due {
            return periodTerms(duty, period, need, from: origin, end: end, waivedAfter: earlierEnd)
        }
        let (deadline, rule, started) = soonest(duty, need, origin: origin, mark: nil)
        return [
            Term(
                need: need, origin: started, deadline: deadline, rule: rule, due: deadline?.due, counts: counts,
                end: end, waivedAfter: earlierEnd)
        ]
    }

    /// The earliest of: an event after which it is no longer owed, and the condition ceasing.
    private func end(of need: Need, _ duty: Duty, from: Instant) -> (at: Instant, why: TermEnd)? {
        var end: (at: Instant, why: TermEnd)? = need.ceased.map { ($0.at, .conditionCeased) }
        for match in duty.lapses {
            guard let mark = course.first(match, from: from, afterMark: nil, until: nil)?.mark else { continue }
            if end.map({ mark.clockTime <= $0.at }) ?? true { end = (mark.clockTime, .event(mark)) }
        }
        return end
    }

    /// One for each firing while it was needed. A firing from before the need counts too, where it has not been dealt
    /// with: what has to hold besides may be known only later.
    private func firingTerms(_ duty: Duty, _ trigger: String, _ need: Need) -> [Term] {
        let first = course.first ?? need.began.at
        var terms: [Term] = []
        var last: (at: Instant, place: Int?)?
        for firing in course.firings(trigger) {
            let fired = max(firing.at, first)
            guard need.ceased.map({ fired < $0.at }) ?? true else { continue }
            if fired < need.began.at, dealtWith.contains(MadeItem(duty: duty.id, firing)) { continue }
            let origin = duty.clock.plus.map { later(firing.at, $0) } ?? firing.at
            let (deadline, rule, started) = soonest(duty, need, origin: origin, mark: nil)
            let term = Term(
                need: need, origin: started, deadline: deadline, rule: rule, due: deadline?.due, counts: firing.at,
                afterMark: last.flatMap { $0.at == firing.at ? $0.place : nil },
                end: self.end(of: need, duty, from: max(firing.at, need.began.at)),
                waivedAfter: firing.at - Elapsed(seconds: 1), firing: firing)
            last = course.discharge(duty.doneBy, term).map { ($0.at, $0.place) }
            terms.append(term)
        }
        return terms
    }

    private func eventTerms(_ duty: Duty, _ match: Match, _ need: Need, end: (at: Instant, why: TermEnd)?) -> [Term] {
        // A need of the whole record may last for years: what ends one instance doesn't end those that come later.
        let over = course.life == nil ? end?.at : need.ceased?.at
        let opening = course.all(match, from: need.began.at).filter { opener in
            over.map { opener.mark.clockTime < $0 } ?? true
        }
        return opening.enumerated().map { order, opener in
            let mark = opener.mark
            var origin = mark.clockTime
            if let plus = duty.clock.plus { origin = later(origin, plus) }
            let (deadline, rule, started) = soonest(duty, need, origin: origin, mark: mark)
            var termEnd = course.life == nil ? end : self.end(of: need, duty, from: mark.clockTime)
            if order + 1 < opening.count {
                let next = opening[order + 1].mark
                if course.life == nil || termEnd.map({ next.clockTime < $0.at }) ?? true {
                    termEnd = (next.clockTime, .replaced(next))
                }
            }
            // An event of the child's own record has no place among the episode's; it does not discharge itself.
            let isOwnAct = opener.place == nil && duty.doneBy.accepts(mark)
            return Term(
                need: need, origin: started, deadline: deadline, rule: rule, due: deadline?.due,
                counts: isOwnAct ? mark.clockTime + Elapsed(seconds: 1) : mark.clockTime, afterMark: opener.place,
                end: termEnd, waivedAfter: mark.clockTime)
        }
    }

    private func periodTerms(
        _ duty: Duty, _ period: Elapsed, _ need: Need, from origin: Instant, end: (at: Instant, why: TermEnd)?,
        waivedAfter: Instant?
    ) -> [Term] {
        let over = [end?.at, setAside(duty, from: need.began.at, after: waivedAfter)].compactMap { $0 }.min()
        var number = firstPeriod(from: origin, period, need, until: min(over ?? course.now, course.now))
        var terms: [Term] = []
        var afterMark: Int?
        while true {
            let begins = origin + period * (number - 1)
            guard terms.isEmpty || begins <= course.now else { break }
            let ends = begins + period
            let isLast = over.map { $0 <= ends } ?? false
            let term = Term(
                need: need, number: number, origin: begins, deadline: Deadline(due: .instant(ends)), rule: duty.due,
                due: .instant(ends), counts: begins, afterMark: afterMark, until: ends,
                end: isLast ? end : (ends + Elapsed(seconds: 1), .period), waivedAfter: waivedAfter)
            terms.append(term)
            if isLast { break }
            // An act at the very end discharges the instance that ends, and not the next one too (ruling 23).
            let done = course.discharge(duty.doneBy, term)
            afterMark = done?.at == ends ? done?.place : nil
            number += 1
        }
        return terms
    }

    /// The first instance that a need has: those that ended before it began were never owed. Where there'd be very
    /// many, the newest are enough to see how it went.
    private func firstPeriod(from origin: Instant, _ period: Elapsed, _ need: Need, until: Instant) -> Int {
        let before = max(0, (need.began.at - origin).seconds / period.seconds)
        let through = max(0, (until - origin).seconds / period.seconds)
        return Int(max(before, through - Int64(Reckoning.mostPeriods))) + 1
    }

    /// How many instances of one repeating duty are listed at most.
    static let mostPeriods = 2_000

    /// When a repeating duty was waived or agreed away: no further instance begins.
    private func setAside(_ duty: Duty, from began: Instant, after: Instant?) -> Instant? {
        let waived = course.waiver(of: duty, after: after).counted?.clockTime
        let agreed = agreement(on: duty, origin: began)?.clockTime
        return [waived, agreed].compactMap { $0 }.min().map { max($0, began) }
    }
}
