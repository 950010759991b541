// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Reckoning {
    /// When a duty's own clock starts.
    func origin(of rule: DutyRule, _ need: Need) -> Instant? {
        guard let plain = rule.start else { return origin(of: rule.duty.clock, need) }
        guard let start = fact(plain, need), let plus = rule.plus else { return fact(plain, need) }
        return later(start, plus)
    }

    private func fact(_ start: DutyRule.PlainStart, _ need: Need) -> Instant? {
        switch start {
        case .need: need.began.at
        case .start: course.final.start ?? course.final.checksStartedAt
        case .report: course.final.reportedAt
        case .checks: course.final.checksStartedAt
        case .located: course.final.locatedAt
        case .returned: course.final.returnedAt
        case .locatedOrReturned: earlier(course.final.locatedAt, course.final.returnedAt)
        }
    }

    /// When a clock starts, by all that had happened; nil where that cannot be reckoned yet.
    func origin(of clock: Clock, _ need: Need) -> Instant? {
        let start: Instant? =
            switch clock.start {
            case .need: fact(.need, need)
            case .start: fact(.start, need)
            case .report: fact(.report, need)
            case .checks: fact(.checks, need)
            case .located: fact(.located, need)
            case .returned: fact(.returned, need)
            case .locatedOrReturned: fact(.locatedOrReturned, need)
            case .event(let match, let isLast, let key): stated(match, isLast: isLast, key)
            case .firstOf(let clocks): clocks.lazy.compactMap { self.origin(of: $0, need) }.first
            case .each, .trigger: nil
            case .duty(let id, let isDone): clockOf(id, isDone: isDone)
            }
        guard let start, let plus = clock.plus else { return start }
        return later(start, plus)
    }

    private func earlier(_ first: Instant?, _ second: Instant?) -> Instant? {
        guard let first, let second else { return first ?? second }
        return min(first, second)
    }

    /// So much later: for dates, the end of the last of them.
    func later(_ start: Instant, _ length: DueLength) -> Instant {
        course.calendars.due(length, from: start).lastInstant
    }

    typealias Found = (due: Due?, lastInstant: Instant?, rule: TermRule, origin: Instant)

    /// The earliest due among the duty's own and those of the conditions that hold.
    func soonest(_ rule: DutyRule, _ need: Need, origin: Instant, mark: Mark?) -> Found {
        if let length = rule.length {
            let due = course.calendars.due(length, from: origin)
            return (due, due.lastInstant, .own, origin)
        }
        let duty = rule.duty
        let own = dueBy(duty.due, .own, from: origin, duty.clock, mark)
        var best = (due: own?.due, lastInstant: own?.due.lastInstant, rule: own?.rule ?? .own, origin: origin)
        for (place, sooner) in duty.sooner.enumerated()
        where sooner.when.holds(in: course.moment(at: asOf(need))) {
            let clock = sooner.clock ?? duty.clock
            guard let start = sooner.clock == nil ? origin : self.origin(of: clock, need),
                let other = dueBy(sooner.due, .sooner(place), from: start, clock, mark)
            else { continue }
            if best.due.map({ other.due < $0 }) ?? true {
                best = (other.due, other.due.lastInstant, other.rule, start)
            }
        }
        return best
    }

    /// Conditions on a due are looked at as they were last while the need stood.
    private func asOf(_ need: Need) -> Instant {
        guard let ceased = need.ceased else { return course.now }
        return max(need.began.at, ceased.at - Elapsed(seconds: 1))
    }

    /// A due by one rule, and the rule that counted in the end.
    private func dueBy(
        _ rule: DueRule, _ which: TermRule, from origin: Instant, _ clock: Clock, _ mark: Mark?
    ) -> (due: Due, rule: TermRule)? {
        switch rule {
        case .length(let length), .figure(_, let length): return (course.calendars.due(length, from: origin), which)
        case .every(let period, _): return (.instant(origin + period), which)
        case .stated(let key, let match, let otherwise):
            let from = match.map { course.last($0) } ?? mark ?? opening(of: clock)
            if let from, let due = from.states(key) { return (due, which) }
            return otherwise.map { (course.calendars.due($0, from: origin), .otherwise($0)) }
        }
    }

    /// The event that a clock starts with.
    private func opening(of clock: Clock) -> Mark? {
        switch clock.start {
        case .checks: course.marks.first { $0.word == .checksStarted }
        case .report: course.marks.first { $0.word == .reported }
        case .event(let match, let isLast, _): isLast ? course.last(match) : course.first(match)
        case .firstOf(let clocks): clocks.lazy.compactMap { self.opening(of: $0) }.first
        default: nil
        }
    }

    private func stated(_ match: Match, isLast: Bool, _ key: DetailKey?) -> Instant? {
        guard let mark = isLast ? course.last(match) : course.first(match) else { return nil }
        guard let key else { return mark.clockTime }
        switch mark.states(key) {
        case .instant(let instant): return instant
        case .date(let date): return London.startOfDay(date)
        case nil: return nil
        }
    }

    private func clockOf(_ id: String, isDone: Bool) -> Instant? {
        guard let other = newest(of: id) else { return nil }
        if !isDone { return other.due?.lastInstant }
        return other.state == .done || other.state == .doneLate ? other.endedAt : nil
    }
}

extension Mark {
    /// The time or date that a detail states; of an uncertain time, the end that comes sooner (ruling 25).
    fileprivate func states(_ key: DetailKey) -> Due? {
        switch details[key] {
        case .time(.on(let date)), .date(let date): .date(date)
        case .time(let time): .instant(time.earliest)
        default: nil
        }
    }
}
