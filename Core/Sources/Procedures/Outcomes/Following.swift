// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Follows each instance of a duty from when it was listed to how it stands now. Of nearly every duty what is known now
/// says how it stood at each instant before; the others are named in ``watched``.
final class Following {
    private let reckoning: Reckoning
    private let course: Course
    private(set) var changes: [DutyPast.Change] = []
    /// The places of duties that have to be asked about at each instant.
    private(set) var watched: [Int] = []
    /// What is known of duties with which others' clocks start.
    private var awaited: [Int: Awaited] = [:]

    /// One instance over time: from when it was listed, and from when on it stands as it does in the end.
    private struct Followed {
        let term: Term
        let outcome: Outcome
        let listed: Instant
        let settled: Instant?

        func state(at instant: Instant) -> DutyState {
            if let settled, settled <= instant { return outcome.state }
            if instant < term.origin { return .notYet }
            return term.lastInstant.map { $0 < instant } ?? false ? .overdue : .owed
        }
    }

    private enum Awaited {
        /// It was owed several times, or how it stood before doesn't follow from here.
        case unclear
        case never
        case once(Followed)
    }

    init(_ reckoning: Reckoning) {
        self.reckoning = reckoning
        course = reckoning.course
        changes.reserveCapacity(160)
    }

    func followAll() {
        reckoning.eachNeed { rule, question, need in
            let before = changes.count
            if let need, follow(rule, question, need, { self.note(rule, $0) }) { return }
            changes.removeSubrange(before...)
            watched.append(rule.place)
        }
    }

    /// Follows every instance of a duty; false where that can't be done from here.
    private func follow(
        _ rule: DutyRule, _ question: Truth.Question, _ need: Need, _ take: (Followed) -> Void
    ) -> Bool {
        guard rule.isFollowed, clockHeld(rule, need), dueHeld(rule, need) else { return false }
        var isFollowed = true
        reckoning.eachTerm(of: rule, question, from: need) { term, place in
            let outcome = reckoning.outcome(of: rule, term)
            if isFollowed, let followed = followed(rule, question, term, place, outcome) {
                take(followed)
            } else {
                isFollowed = false
            }
            return outcome.state
        }
        return isFollowed
    }

    /// How one instance came to stand as it does; nil where that can't be said from here.
    private func followed(
        _ rule: DutyRule, _ question: Truth.Question, _ term: Term, _ place: Int, _ outcome: Outcome
    ) -> Followed? {
        guard let known = clockKnown(rule, term) else { return nil }
        // The first instance of a repeating clock is listed before it begins; a later one once it does.
        let isListedEarly = !rule.repeats || (rule.isPeriodic && place == 0)
        let listed = max(isListedEarly ? term.need.began.at : max(term.need.began.at, term.counts), known)
        if let settled = outcome.settledAt, listed < settled, seen(outcome).map({ $0 < settled }) ?? false {
            // Waived before it began: it stood as waived from then on, unless something else came first.
            return nil
        }
        if rule.isPeriodic, place == 0, term.number > Reckoning.mostPeriods { return nil }
        guard question.sooner.isEmpty || soonerHeld(rule, question, term.need, listed) else { return nil }
        return Followed(
            term: term, outcome: outcome, listed: listed, settled: outcome.settledAt.map { max($0, listed) })
    }

    private func note(_ rule: DutyRule, _ followed: Followed) {
        var at = followed.listed
        var state = followed.state(at: at)
        add(rule, state, 1, at: at)
        let turns = (
            followed.term.origin, followed.term.lastInstant.map { $0 + Elapsed(seconds: 1) }, followed.settled
        )
        while true {
            var next = at < turns.0 ? turns.0 : nil
            if let due = turns.1, at < due, next.map({ due < $0 }) ?? true { next = due }
            if let settled = turns.2, at < settled, next.map({ settled < $0 }) ?? true { next = settled }
            guard let next, next <= course.now else { return }
            at = next
            let then = followed.state(at: at)
            guard then != state else { continue }
            add(rule, state, -1, at: at)
            add(rule, then, 1, at: at)
            state = then
        }
    }

    private func add(_ rule: DutyRule, _ state: DutyState, _ change: Int, at instant: Instant) {
        changes.append(DutyPast.Change(at: instant, duty: rule.place, state: state, by: change))
    }

    /// When what settled it was said, where that may be before it counts.
    private func seen(_ outcome: Outcome) -> Instant? {
        switch outcome.ended {
        case .waived(let place): course.time(of: place)
        case .agreed(let place): reckoning.agreements[place].clockTime
        case .done, .term, nil: nil
        }
    }

    // MARK: Clocks

    /// Whether nothing that was said once it was needed moved the clock's start.
    private func clockHeld(_ rule: DutyRule, _ need: Need) -> Bool {
        if let plain = rule.start, plain != .start { return true }
        switch rule.duty.clock.start {
        case .start:
            guard let moved = startMoved, moved > 0, startKnown(after: moved - 1) != nil else { return true }
            return course.marks[moved - 1].clockTime <= need.began.at
        case .event(let match, isLast: true, _): return course.isSteady(match, since: need.began.at, upTo: 1)
        case .duty(let id, _): if case .unclear = awaited(id) { return false } else { return true }
        default: return true
        }
    }

    /// After how many steps of the course its start came to be what it is in the end; nil where there is none.
    private var startMoved: Int? {
        guard let last = startKnown(after: course.marks.count) else { return nil }
        var place = course.marks.count
        while place > 0, startKnown(after: place - 1) == last { place -= 1 }
        return place
    }

    private func startKnown(after count: Int) -> Instant? {
        course.facts[count].start ?? course.facts[count].checksStartedAt
    }

    /// Whether nothing stated another time after it was needed.
    private func dueHeld(_ rule: DutyRule, _ need: Need) -> Bool {
        guard rule.isStated, case .stated(_, let match?, _) = rule.duty.due else { return true }
        return course.isSteady(match, since: need.began.at, upTo: 0)
    }

    /// Whether each condition that may bring the due forward held all the time, or at none, and its clock was known.
    private func soonerHeld(_ rule: DutyRule, _ question: Truth.Question, _ need: Need, _ listed: Instant) -> Bool {
        for (place, part) in question.sooner.enumerated() {
            guard let holds = reckoning.truth.holds(part, through: need) else { return false }
            guard holds, case .event(let match, _, _)? = rule.duty.sooner[place].clock?.start else { continue }
            if let mark = course.first(match), listed < mark.clockTime { return false }
        }
        return true
    }

    /// Since when it has been known when an instance's clock starts; nil where that isn't clear.
    private func clockKnown(_ rule: DutyRule, _ term: Term) -> Instant? {
        switch rule.start {
        case .need: return term.need.began.at
        case .report: return course.final.reportedAt
        case .checks: return course.final.checksStartedAt
        case .located: return course.final.locatedAt
        case .returned: return course.final.returnedAt
        case .locatedOrReturned:
            return [course.final.locatedAt, course.final.returnedAt].compactMap { $0 }.min()
        case .start: return startMoved.map { $0 == 0 ? term.need.began.at : course.marks[$0 - 1].clockTime }
        case nil: return clockKnown(otherwise: rule, term)
        }
    }

    /// The same for clocks that don't start with one of the episode's own facts.
    private func clockKnown(otherwise rule: DutyRule, _ term: Term) -> Instant? {
        switch rule.duty.clock.start {
        case .each: return term.need.began.at
        case .event(let match, _, _): return course.first(match)?.clockTime
        case .duty(let id, let isDone):
            guard case .once(let other) = awaited(id) else { return nil }
            return isDone ? other.settled : other.listed
        default: return nil
        }
    }

    /// How another duty stood over time, where it was owed once or never.
    private func awaited(_ id: String) -> Awaited {
        guard let index = reckoning.plan.index[id] else { return .never }
        if let known = awaited[index] { return known }
        // Duties that wait for each other are refused by the loader.
        awaited[index] = .unclear
        let (rule, question) = (reckoning.plan.rules[index], reckoning.plan.questions[index])
        guard !rule.asksOthers, !rule.duty.isAboutChild else { return .unclear }
        guard let need = reckoning.truth.need(question, from: 0) else {
            awaited[index] = .never
            return .never
        }
        var found: [Followed] = []
        if !rule.repeats, follow(rule, question, need, { found.append($0) }), found.count <= 1 {
            awaited[index] = found.first.map { .once($0) } ?? .never
        }
        return awaited[index] ?? .unclear
    }
}

extension Course {
    /// Whether no more events match than these, or none has since an instant.
    fileprivate func isSteady(_ match: Match, since instant: Instant, upTo most: Int) -> Bool {
        var (count, isLater) = (0, false)
        if !match.wordSet.isDisjoint(with: words) {
            for place in marks.indices where match.accepts(marks, place) {
                count += 1
                if instant < marks[place].clockTime { isLater = true }
            }
        }
        if match.namesChildWords, !match.wordSet.isDisjoint(with: childWords) {
            // Those of the episode count before those of the child's own record, whichever came last.
            let found = childMarks.count(where: match.accepts)
            if found > 0, count + found > most { return false }
            count += found
        }
        return count <= most || !isLater
    }
}
