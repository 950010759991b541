// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The course of an episode, or of a child's whole record, up to an instant: what happened in order, and what followed
/// after each step.
///
/// Made once for an instant and a pack; every duty and condition reads it.
final class Course {
    let now: Instant
    let marks: [Mark]
    /// What followed after so many marks: one more than there are marks.
    let facts: [EpisodeFacts]
    let child: ChildFacts
    /// The child's other episodes, in any order.
    let others: [Episode]
    let calendars: Calendars
    let officeHours: OfficeHours
    /// The instants at which something may have changed, in order: what happened, and what the child's record says.
    let knots: [Moment.Knot]
    /// Nil for a course of one episode.
    let life: Life?
    /// When a trigger fired for the child, asked anew each time: a firing may follow from the end of one before.
    let firings: (String) -> [Firing]
    private let childHistory: History
    /// The events of the child's own record, where they are no steps of the course itself.
    lazy var childMarks: [Mark] = childHistory.standing.filter { $0.clockTime <= now }

    init(
        _ episode: Episode, child: Child, others: [Episode], at now: Instant, calendars: Calendars,
        officeHours: OfficeHours, firings: @escaping (String) -> [Firing] = { _ in [] }
    ) {
        self.now = now
        life = nil
        self.firings = firings
        self.child = child.facts
        self.others = others
        self.calendars = calendars
        self.officeHours = officeHours
        childHistory = child.history
        let standing = episode.history.standing
        let happened = standing.last.map { $0.clockTime <= now } ?? true
        marks = happened ? standing : Array(standing.prefix { $0.clockTime <= now })
        facts = Course.fold(marks, lookedAfter: episode.facts.lookedAfter)
        knots = Course.knots(marks, child: child.facts, now: now)
    }

    /// The child's whole record as one course: their own events and those of all their episodes, in order.
    init(
        of child: Child, episodes: [Episode], at now: Instant, calendars: Calendars, officeHours: OfficeHours,
        firings: @escaping (String) -> [Firing] = { _ in [] }
    ) {
        self.now = now
        self.child = child.facts
        others = episodes
        self.calendars = calendars
        self.officeHours = officeHours
        self.firings = firings
        // Everything stands among the marks already.
        childHistory = History()
        let merged = Life.merge(child, episodes, upTo: now)
        marks = merged.marks
        facts = merged.facts
        life = merged.life
        knots = Course.knots(marks, child: child.facts, now: now)
    }

    /// What follows from everything that had happened by now.
    var final: EpisodeFacts { facts[marks.count] }

    var first: Instant? { marks.first?.clockTime }

    func moment(_ knot: Moment.Knot) -> Moment { Moment(course: self, at: knot.at, count: knot.count) }

    func moment(at instant: Instant) -> Moment { moment(knot(at: instant)) }

    func knot(at instant: Instant) -> Moment.Knot {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].clockTime <= instant { low = middle + 1 } else { high = middle }
        }
        return Moment.Knot(at: instant, count: low)
    }

    /// These knots with others put between them, each instant once.
    func knots(with extra: [Instant]) -> [Moment.Knot] {
        guard let first else { return [] }
        let known = Set(knots.map(\.at))
        let added = Set(extra).filter { first < $0 && $0 <= now && !known.contains($0) }
        guard !added.isEmpty else { return knots }
        return (knots + added.map(knot(at:))).sorted { $0.at < $1.at }
    }

    private static func fold(_ marks: [Mark], lookedAfter: Bool) -> [EpisodeFacts] {
        var folded: [EpisodeFacts] = []
        folded.reserveCapacity(marks.count + 1)
        var facts = EpisodeFacts(lookedAfter: lookedAfter)
        folded.append(facts)
        for mark in marks {
            facts.take(mark)
            folded.append(facts)
        }
        return folded
    }

    private static func knots(_ marks: [Mark], child: ChildFacts, now: Instant) -> [Moment.Knot] {
        guard let first = marks.first?.clockTime else { return [] }
        let turns = child.turns(after: first, upTo: now)
        var knots: [Moment.Knot] = []
        knots.reserveCapacity(marks.count + turns.count)
        var (mark, turn) = (0, 0)
        while mark < marks.count || turn < turns.count {
            let at: Instant
            if mark < marks.count, turn >= turns.count || marks[mark].clockTime <= turns[turn] {
                at = marks[mark].clockTime
            } else {
                at = turns[turn]
            }
            while mark < marks.count, marks[mark].clockTime == at { mark += 1 }
            while turn < turns.count, turns[turn] == at { turn += 1 }
            knots.append(Moment.Knot(at: at, count: mark))
        }
        return knots
    }
}

extension Moment {
    /// An instant at which something may have changed, and how many marks there were by then.
    struct Knot {
        let at: Instant
        let count: Int
    }
}

extension ChildFacts {
    /// When a placement, status, risk or allocation begins or ends, in order.
    fileprivate func turns(after first: Instant, upTo now: Instant) -> [Instant] {
        var turns: [Instant] = []
        func add(_ instant: Instant?) {
            if let instant, first < instant, instant <= now { turns.append(instant) }
        }
        func add(_ date: CivilDate?) { if let date { add(London.startOfDay(date)) } }
        for placement in placements {
            add(placement.since)
            add(placement.until?.next)
        }
        for status in statuses {
            add(status.since)
            add(status.until)
        }
        for risk in risks {
            add(risk.notedAt)
            add(risk.endedAt)
        }
        for allocation in allocations {
            add(allocation.since)
            add(allocation.endedAt)
        }
        add(penPicture?.clockTime)
        return turns.sorted()
    }
}
