// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Reckoning {
    /// When a clock starts, by all that had happened; nil where that cannot be reckoned yet.
    func origin(of clock: Clock, _ need: Need) -> Instant? {
        let facts = course.final
        let start: Instant? =
            switch clock.start {
            case .need: need.began.at
            case .start: facts.start ?? facts.checksStartedAt
            case .report: facts.reportedAt
            case .checks: facts.checksStartedAt
            case .located: facts.locatedAt
            case .returned: facts.returnedAt
            case .locatedOrReturned: [facts.locatedAt, facts.returnedAt].compactMap { $0 }.min()
            case .event(let match, let isLast, let key): stated(match, isLast: isLast, key)
            case .firstOf(let clocks): clocks.lazy.compactMap { self.origin(of: $0, need) }.first
            case .each, .trigger: nil
            case .duty(let id, let isDone): clockOf(id, isDone: isDone)
            }
        guard let start, let plus = clock.plus else { return start }
        return later(start, plus)
    }

    /// So much later: for dates, the end of the last of them.
    func later(_ start: Instant, _ length: DueLength) -> Instant {
        counted(length, from: start).due.lastInstant
    }

    /// The earliest due among the duty's own and those of the conditions that hold.
    func soonest(
        _ duty: Duty, _ need: Need, origin: Instant, mark: Mark?
    ) -> (deadline: Deadline?, rule: DueRule, origin: Instant) {
        let own = dueBy(rule: duty.due, from: origin, duty.clock, mark)
        var best = (deadline: own?.deadline, rule: own?.rule ?? duty.due, origin: origin)
        for sooner in duty.sooner where sooner.when.holds(in: course.moment(at: asOf(need))) {
            let clock = sooner.clock ?? duty.clock
            guard let start = sooner.clock == nil ? origin : self.origin(of: clock, need),
                let other = dueBy(rule: sooner.due, from: start, clock, mark)
            else { continue }
            if best.deadline.map({ other.deadline.due < $0.due }) ?? true {
                best = (other.deadline, other.rule, start)
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
        rule: DueRule, from origin: Instant, _ clock: Clock, _ mark: Mark?
    ) -> (deadline: Deadline, rule: DueRule)? {
        switch rule {
        case .length(let length), .figure(_, let length): return (counted(length, from: origin), rule)
        case .every(let period, _): return (Deadline(due: .instant(origin + period)), rule)
        case .stated(let key, let match, let otherwise):
            let from = match.map { course.last($0) } ?? mark ?? opening(of: clock)
            if let from, let due = from.states(key) { return (Deadline(due: due), rule) }
            return otherwise.map { (counted($0, from: origin), .length($0)) }
        }
    }

    private func counted(_ length: DueLength, from origin: Instant) -> Deadline {
        deadline(length, from: origin, working: course.calendars.working, school: course.calendars.school)
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

extension Course {
    /// The first event of the episode or the child's record that matches.
    func first(_ match: Match) -> Mark? {
        guard let start = marks.first?.clockTime else { return nil }
        return first(match, from: start, afterMark: nil, until: nil)?.mark
    }

    /// The last event of the episode that matches.
    func last(_ match: Match) -> Mark? {
        if mayHold(match), let mark = marks.last(where: match.accepts) { return mark }
        return match.namesChildWords ? childMarks.last(where: match.accepts) : nil
    }

    /// Every event of the episode or the child's record that matches, with its place where it is one of the episode's.
    func all(_ match: Match, from: Instant) -> [(mark: Mark, place: Int?)] {
        var found: [(mark: Mark, place: Int?)] = []
        if mayHold(match) {
            for place in marks.indices where from <= marks[place].clockTime && match.accepts(marks[place]) {
                found.append((marks[place], place))
            }
        }
        guard match.namesChildWords else { return found }
        for mark in childMarks where from <= mark.clockTime && match.accepts(mark) { found.append((mark, nil)) }
        return found.sorted { ($0.mark.clockTime, $0.mark.position) < ($1.mark.clockTime, $1.mark.position) }
    }

    /// The first matching event in a stretch of time, and its place where it is one of the episode's.
    func first(
        _ match: Match, from: Instant, afterMark: Int?, until: Instant?
    ) -> (mark: Mark, place: Int?)? {
        var found: (mark: Mark, place: Int?)?
        if mayHold(match) {
            for place in (afterMark.map { $0 + 1 } ?? 0)..<marks.count {
                let mark = marks[place]
                if let until, until < mark.clockTime { break }
                guard from <= mark.clockTime, match.accepts(mark) else { continue }
                found = (mark, place)
                break
            }
        }
        guard match.namesChildWords else { return found }
        let own = childMarks.first { mark in
            from <= mark.clockTime && (until.map { mark.clockTime <= $0 } ?? true) && match.accepts(mark)
        }
        guard let own else { return found }
        return found.map { $0.mark.clockTime <= own.clockTime } ?? false ? found : (own, nil)
    }
}
