// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Follows each instance of a duty from when it was listed to how it stands now. Of nearly every duty what is known now
/// says how it stood at each instant before; the others are named in ``watched``.
struct Following {
    private let reckoning: Reckoning
    private(set) var changes: [DutyPast.Change] = []
    /// The places of duties that have to be asked about at each instant.
    private(set) var watched: [Int] = []

    init(_ reckoning: Reckoning) {
        self.reckoning = reckoning
        changes.reserveCapacity(96)
    }

    mutating func followAll() {
        reckoning.eachNeed { rule, question, need in
            let before = changes.count
            if rule.isFollowed, let need, clockHeld(rule), dueHeld(rule) {
                var isFollowed = true
                reckoning.eachTerm(of: rule, question, from: need) { term, place in
                    let outcome = reckoning.outcome(of: rule, term)
                    isFollowed = isFollowed && follow(rule, term, place, outcome)
                    return outcome.state
                }
                if isFollowed { return }
            }
            changes.removeSubrange(before...)
            watched.append(rule.place)
        }
    }

    /// Notes how one instance came to stand as it does; false where that can't be said from here.
    private mutating func follow(_ rule: DutyRule, _ term: Term, _ place: Int, _ outcome: Outcome) -> Bool {
        guard let known = clockKnown(rule.duty.clock, term) else { return false }
        // The first instance of a repeating clock is listed before it begins; a later one once it does.
        let isListedEarly = !rule.repeats || (rule.duty.isPeriodic && place == 0)
        let listed = max(isListedEarly ? term.need.began.at : max(term.need.began.at, term.counts), known)
        var settled = outcome.settledAt
        if let at = settled, listed < at, seen(outcome).map({ $0 < at }) ?? false {
            // Waived before it began: it stood as waived from then on, unless something else came first.
            return false
        }
        settled = settled.map { max($0, listed) }
        if rule.duty.isPeriodic, place == 0, term.number > Reckoning.mostPeriods { return false }
        var state = stands(term, outcome, settled, at: listed)
        add(rule, state, 1, at: listed)
        let turns = [term.origin, term.lastInstant.map { $0 + Elapsed(seconds: 1) }, settled].compactMap { $0 }
        for instant in turns.sorted() where listed < instant && instant <= reckoning.course.now {
            let next = stands(term, outcome, settled, at: instant)
            guard next != state else { continue }
            add(rule, state, -1, at: instant)
            add(rule, next, 1, at: instant)
            state = next
        }
        return true
    }

    private func stands(_ term: Term, _ outcome: Outcome, _ settled: Instant?, at instant: Instant) -> DutyState {
        if let settled, settled <= instant { return outcome.state }
        if instant < term.origin { return .notYet }
        return term.lastInstant.map { $0 < instant } ?? false ? .overdue : .owed
    }

    private mutating func add(_ rule: DutyRule, _ state: DutyState, _ change: Int, at instant: Instant) {
        changes.append(DutyPast.Change(at: instant, duty: rule.place, state: state, by: change))
    }

    /// When what settled it was said, where that may be before it counts.
    private func seen(_ outcome: Outcome) -> Instant? {
        switch outcome.ended {
        case .waived(let place): reckoning.course.time(of: place)
        case .agreed(let place): reckoning.agreements[place].clockTime
        case .done, .term, nil: nil
        }
    }

    // MARK: Clocks

    /// Whether nothing that was said later moved the clock's start.
    private func clockHeld(_ rule: DutyRule) -> Bool {
        let course = reckoning.course
        switch rule.duty.clock.start {
        case .start:
            var known: Instant?
            for place in course.facts.indices {
                let start = course.facts[place].start ?? course.facts[place].checksStartedAt
                if let known, known != start { return false }
                known = start
            }
            return true
        case .event(let match, isLast: true, _): return course.count(of: match, upTo: 1) <= 1
        default: return true
        }
    }

    /// Whether nothing stated another time after it was listed.
    private func dueHeld(_ rule: DutyRule) -> Bool {
        guard case .stated(_, let match?, _) = rule.duty.due else { return true }
        return reckoning.course.count(of: match, upTo: 0) == 0
    }

    /// Since when it has been known when an instance's clock starts; nil where that isn't clear.
    private func clockKnown(_ clock: Clock, _ term: Term) -> Instant? {
        let facts = reckoning.course.final
        switch clock.start {
        case .need: return term.need.began.at
        case .report: return facts.reportedAt
        case .checks: return facts.checksStartedAt
        case .located: return facts.locatedAt
        case .returned: return facts.returnedAt
        case .locatedOrReturned: return [facts.locatedAt, facts.returnedAt].compactMap { $0 }.min()
        case .start:
            let course = reckoning.course
            let place = course.facts.indices.first { place in
                course.facts[place].start != nil || course.facts[place].checksStartedAt != nil
            }
            return place.map { $0 == 0 ? term.need.began.at : course.marks[$0 - 1].clockTime }
        case .event(let match, _, _): return reckoning.course.first(match)?.clockTime
        case .each: return term.need.began.at
        case .duty, .trigger, .firstOf: return nil
        }
    }
}

extension Course {
    /// How many events match; counting stops once there are more than `most`.
    fileprivate func count(of match: Match, upTo most: Int) -> Int {
        var count = 0
        if !match.wordSet.isDisjoint(with: words) {
            for place in marks.indices where match.wordSet.contains(marks[place].word) && match.accepts(marks[place]) {
                count += 1
                if most < count { return count }
            }
        }
        guard match.namesChildWords, !match.wordSet.isDisjoint(with: childWords) else { return count }
        return count + childMarks.count(where: match.accepts)
    }
}

extension Duty {
    var isPeriodic: Bool {
        if case .each = clock.start { return false }
        if clock.trigger != nil { return false }
        if case .every = due { return true }
        return false
    }
}
