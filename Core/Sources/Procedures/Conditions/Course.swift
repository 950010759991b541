// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The course of an episode, or of a child's whole record, up to an instant: what happened in order, and what followed
/// after each step.
///
/// Made once for an instant and a pack; every duty and condition reads it.
final class Course {
    let now: Instant
    /// Nil for the course of a child's whole record.
    private let episode: EpisodeID?
    let marks: [Mark]
    /// What followed after so many marks: one more than there are marks.
    let facts: [EpisodeFacts]
    /// What follows from everything that had happened by now.
    let final: EpisodeFacts
    let child: ChildFacts
    /// The child's episodes, in any order; this one may be among them.
    let episodes: [Episode]
    /// The child's other episodes, in any order.
    lazy var others: [Episode] = episodes.filter { $0.id != episode }
    let calendars: Calendars
    let officeHours: OfficeHours
    /// The instants at which something may have changed, in order: what happened, and what the child's record says.
    let knots: [Moment.Knot]
    /// The events of the child's own record, up to now.
    let childMarks: [Mark]
    /// The words that stand among the marks.
    let words: EventWords
    /// The words that stand among the marks of the child's own record.
    let childWords: EventWords
    /// When something of the child's record began or ended, after the first mark and up to now, in order.
    let childTurns: [Instant]
    /// How long nothing changes, as far as the record and the clocks looked at so far say.
    var steady: Steadiness
    /// Whether somebody else owes something once the office opens or closes.
    var officeDecidesOwner = false
    /// Whether something else is owed once the office opens or closes.
    var officeDecidesNeed = false
    /// Who was allocated to the child, and when.
    lazy var allocated: [AllocatedSpan] = child.allocations.compactMap(AllocatedSpan.init)
    /// Whether the office is open now.
    lazy var isOfficeOpenNow: Bool = officeHours.isOpen(at: now, in: calendars)
    /// Nil for a course of one episode.
    let life: Life?
    /// When a trigger fired for the child, asked anew each time: a firing may follow from the end of one before.
    let firings: (String) -> [Firing]
    /// How another duty stood over time; each is worked out once.
    var dutySpans: (String) -> [DutySpan] = { _ in [] }
    /// What was worked out of them.
    var knownSpans: [String: [DutySpan]] = [:]

    /// `episodes` are the child's; the one itself may be among them.
    init(
        _ episode: Episode, child: Child, others episodes: [Episode], at now: Instant, calendars: Calendars,
        officeHours: OfficeHours, firings: @escaping (String) -> [Firing] = { _ in [] }
    ) {
        self.now = now
        self.episode = episode.id
        life = nil
        self.firings = firings
        self.child = child.facts
        self.episodes = episodes
        self.calendars = calendars
        self.officeHours = officeHours
        steady = Steadiness(at: now)
        marks = Course.past(episode.history, &steady)
        childMarks = Course.past(child.history, &steady)
        words = Course.words(of: marks)
        childWords = Course.words(of: childMarks)
        facts = Course.fold(marks, lookedAfter: episode.facts.lookedAfter)
        final = facts[marks.count]
        childTurns = marks.isEmpty ? [] : child.facts.turns(after: marks[0].clockTime, &steady)
        knots = Course.knots(marks, childTurns)
    }

    /// The child's whole record as one course: their own events and those of all their episodes, in order.
    init(
        of child: Child, episodes: [Episode], at now: Instant, calendars: Calendars, officeHours: OfficeHours,
        firings: @escaping (String) -> [Firing] = { _ in [] }
    ) {
        self.now = now
        episode = nil
        self.child = child.facts
        self.episodes = episodes
        self.calendars = calendars
        self.officeHours = officeHours
        self.firings = firings
        let merged = Life.merge(child, episodes, upTo: now)
        steady = merged.steady
        marks = merged.marks
        facts = merged.facts
        final = facts[marks.count]
        life = merged.life
        // Everything stands among the marks already.
        childMarks = []
        childWords = .none
        words = Course.words(of: marks)
        childTurns = marks.isEmpty ? [] : child.facts.turns(after: marks[0].clockTime, &steady)
        knots = Course.knots(marks, childTurns)
    }

    /// What had happened by now, in order.
    private static func past(_ history: History, _ steady: inout Steadiness) -> [Mark] {
        let standing = history.standing
        guard let last = standing.last else { return [] }
        if last.clockTime <= steady.now {
            steady.changes(at: last.clockTime)
            return standing
        }
        let count = standing.firstIndex { steady.now < $0.clockTime } ?? standing.count
        steady.changes(at: standing[count].clockTime)
        if count > 0 { steady.changes(at: standing[count - 1].clockTime) }
        return Array(standing[..<count])
    }

    private static func words(of marks: [Mark]) -> EventWords {
        var words = EventWords.none
        for place in marks.indices { words.insert(marks[place].word) }
        return words
    }

    /// How many of the child's other episodes are such, by what follows from all that is recorded of them.
    func countOthers(_ isSuch: (borrowing EpisodeFacts) -> Bool) -> Int {
        var count = 0
        for place in episodes.indices where isOther(place) && isSuch(episodes[place].facts) { count += 1 }
        return count
    }

    /// Whether the episode with this place among all is another than the course's own.
    func isOther(_ place: Int) -> Bool { episodes[place].id != episode }

    /// Whether one of these marks changed what follows from them.
    func changesFacts(from first: Int, to end: Int) -> Bool {
        // In a whole record, another episode may have become the newest.
        guard life == nil else { return first < end }
        for place in first..<end where EpisodeFacts.words.contains(marks[place].word) { return true }
        return false
    }

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

    private static func knots(_ marks: [Mark], _ turns: [Instant]) -> [Moment.Knot] {
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
    fileprivate func turns(after first: Instant, _ steady: inout Steadiness) -> [Instant] {
        var turns: [Instant] = []
        func add(_ instant: Instant?) {
            guard let instant, first < instant else { return }
            steady.changes(at: instant)
            if instant <= steady.now { turns.append(instant) }
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
