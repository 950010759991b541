// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One instance of a duty before it is known how it ended: its clock, and the acts that count.
struct Term {
    let need: Need
    /// Which instance of a repeating duty it is, counted from the clock's start.
    var number = 1
    let origin: Instant
    /// The rule that the due came from.
    let rule: TermRule
    let due: Due?
    /// The last instant at which an act is in time.
    let lastInstant: Instant?
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
    var firing: HeldFiring?
}

/// A firing, held once for all that it made.
final class HeldFiring {
    let firing: Firing
    init(_ firing: Firing) { self.firing = firing }
}

/// Which of a duty's rules its due came from.
enum TermRule {
    case own
    /// That of the sooner due with this place.
    case sooner(Int)
    /// The length that is counted where nobody stated a time.
    case otherwise(DueLength)
}

enum TermEnd {
    case conditionCeased
    case event(MarkPlace)
    /// The next event of those that open instances.
    case replaced(MarkPlace)
    /// A repeating duty's next instance began.
    case period
}

extension Reckoning {
    /// The one instance of a duty within one need. Nil where its clock cannot be reckoned yet.
    func instance(of rule: DutyRule, in need: Need, after earlierEnd: Instant?) -> Term? {
        guard let origin = origin(of: rule, need) else { return nil }
        let found = soonest(rule, need, origin: origin, mark: nil)
        return Term(
            need: need, origin: found.origin, rule: found.rule, due: found.due, lastInstant: found.lastInstant,
            counts: counts(rule, need), end: end(of: need, rule, from: need.began.at), waivedAfter: earlierEnd)
    }

    /// The instances within one need of a duty that repeats, or that events open.
    func instances(of rule: DutyRule, in need: Need, after earlierEnd: Instant?) -> [Term] {
        let end = end(of: need, rule, from: need.began.at)
        if case .each(let match) = rule.duty.clock.start { return eventTerms(rule, match, need, end: end) }
        if let trigger = rule.duty.clock.trigger { return firingTerms(rule, trigger, need) }
        guard case .every(let period, _) = rule.duty.due, let origin = origin(of: rule, need) else {
            return []
        }
        return periodTerms(rule, period, need, from: origin, end: end, waivedAfter: earlierEnd)
    }

    private func counts(_ rule: DutyRule, _ need: Need) -> Instant {
        rule.countsWholeEpisode ? course.first ?? need.began.at : need.began.at
    }

    /// The earliest of: an event after which it is no longer owed, and the condition ceasing.
    private func end(of need: Need, _ rule: DutyRule, from: Instant) -> (at: Instant, why: TermEnd)? {
        var end: (at: Instant, why: TermEnd)? = need.ceased.map { ($0.at, .conditionCeased) }
        guard course.mayHold(rule.lapseWords) else { return end }
        for match in rule.duty.lapses {
            guard let place = course.first(match, from: from, afterMark: nil, until: nil) else { continue }
            let at = course.time(of: place)
            if end.map({ at <= $0.at }) ?? true { end = (at, .event(place)) }
        }
        return end
    }

    /// One for each firing while it was needed. A firing from before the need counts too, where it has not been dealt
    /// with: what has to hold besides may be known only later.
    private func firingTerms(_ rule: DutyRule, _ trigger: String, _ need: Need) -> [Term] {
        let first = course.first ?? need.began.at
        var terms: [Term] = []
        var last: (at: Instant, place: Int?)?
        for firing in course.firings(trigger) {
            let fired = max(firing.at, first)
            guard need.ceased.map({ fired < $0.at }) ?? true else { continue }
            if fired < need.began.at, dealtWith.contains(MadeItem(duty: rule.duty.id, firing)) { continue }
            let origin = rule.plus.map { later(firing.at, $0) } ?? firing.at
            let found = soonest(rule, need, origin: origin, mark: nil)
            let term = Term(
                need: need, origin: found.origin, rule: found.rule, due: found.due, lastInstant: found.lastInstant,
                counts: firing.at, afterMark: last.flatMap { $0.at == firing.at ? $0.place : nil },
                end: end(of: need, rule, from: max(firing.at, need.began.at)),
                waivedAfter: firing.at - Elapsed(seconds: 1), firing: HeldFiring(firing))
            last = course.discharge(rule, term).map { ($0.at, $0.place.own) }
            terms.append(term)
        }
        return terms
    }

    private func eventTerms(
        _ rule: DutyRule, _ match: Match, _ need: Need, end: (at: Instant, why: TermEnd)?
    ) -> [Term] {
        // A need of the whole record may last for years: what ends one instance doesn't end those that come later.
        let over = course.life == nil ? end?.at : need.ceased?.at
        let opening = course.all(match, from: need.began.at).filter { opener in
            over.map { course.time(of: opener) < $0 } ?? true
        }
        return opening.enumerated().map { order, opener in
            let mark = course.mark(opener)
            var origin = mark.clockTime
            if let plus = rule.duty.clock.plus { origin = later(origin, plus) }
            let found = soonest(rule, need, origin: origin, mark: mark)
            var termEnd = course.life == nil ? end : self.end(of: need, rule, from: mark.clockTime)
            if order + 1 < opening.count {
                let next = opening[order + 1]
                let at = course.time(of: next)
                if course.life == nil || termEnd.map({ at < $0.at }) ?? true { termEnd = (at, .replaced(next)) }
            }
            // An event of the child's own record has no place among the episode's; it does not discharge itself.
            let isOwnAct = opener.own == nil && rule.duty.doneBy.accepts(mark)
            return Term(
                need: need, origin: found.origin, rule: found.rule, due: found.due, lastInstant: found.lastInstant,
                counts: isOwnAct ? mark.clockTime + Elapsed(seconds: 1) : mark.clockTime, afterMark: opener.own,
                end: termEnd, waivedAfter: mark.clockTime)
        }
    }

    private func periodTerms(
        _ rule: DutyRule, _ period: Elapsed, _ need: Need, from origin: Instant, end: (at: Instant, why: TermEnd)?,
        waivedAfter: Instant?
    ) -> [Term] {
        let over = [end?.at, setAside(rule, from: need.began.at, after: waivedAfter)].compactMap { $0 }.min()
        var number = firstPeriod(from: origin, period, need, until: min(over ?? course.now, course.now))
        var terms: [Term] = []
        var afterMark: Int?
        while true {
            let begins = origin + period * (number - 1)
            course.steady.changes(at: begins)
            guard terms.isEmpty || begins <= course.now else { break }
            let ends = begins + period
            let isLast = over.map { $0 <= ends } ?? false
            let term = Term(
                need: need, number: number, origin: begins, rule: .own, due: .instant(ends), lastInstant: ends,
                counts: begins, afterMark: afterMark, until: ends,
                end: isLast ? end : (ends + Elapsed(seconds: 1), .period), waivedAfter: waivedAfter)
            terms.append(term)
            if isLast { break }
            // An act at the very end discharges the instance that ends, and not the next one too (ruling 23).
            let done = course.discharge(rule, term)
            afterMark = done?.at == ends ? done?.place.own : nil
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
    private func setAside(_ rule: DutyRule, from began: Instant, after: Instant?) -> Instant? {
        let waived = course.waiver(of: rule, after: after).counted.map { course.time(of: $0) }
        let agreed = agreement(on: rule.duty, origin: began).map { agreements[$0].clockTime }
        return [waived, agreed].compactMap { $0 }.min().map { max($0, began) }
    }
}
