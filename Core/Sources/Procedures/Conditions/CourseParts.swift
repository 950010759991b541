// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What a course is made of before anybody says by which pack it is looked at: worked out once for several.
struct CourseParts {
    let now: Instant
    /// Nil for a child's whole record.
    let episode: EpisodeID?
    let child: ChildFacts
    let episodes: [Episode]
    let marks: [Mark]
    let facts: [EpisodeFacts]
    let factBits: [FactBits]
    let childMarks: [Mark]
    let words: EventWords
    let childWords: EventWords
    let childTurns: [Instant]
    let knots: [Moment.Knot]
    let life: Life?
    let steady: Steadiness

    /// Of one episode up to an instant. `episodes` are the child's; the one itself may be among them.
    init(_ episode: Episode, child: Child, others episodes: [Episode], at now: Instant) {
        self.now = now
        self.episode = episode.id
        self.child = child.facts
        self.episodes = episodes
        life = nil
        var steady = Steadiness(at: now)
        marks = CourseParts.past(episode.history, &steady)
        childMarks = CourseParts.past(child.history, &steady)
        words = CourseParts.words(of: marks)
        childWords = CourseParts.words(of: childMarks)
        facts = CourseParts.fold(marks, lookedAfter: episode.facts.lookedAfter)
        factBits = FactBits.all(after: facts)
        childTurns = marks.isEmpty ? [] : child.facts.turns(after: marks[0].clockTime, &steady)
        knots = CourseParts.knots(marks, childTurns)
        self.steady = steady
    }

    /// Of a child's whole record: their own events and those of all their episodes, in order.
    init(of child: Child, episodes: [Episode], at now: Instant) {
        self.now = now
        episode = nil
        self.child = child.facts
        self.episodes = episodes
        let merged = Life.merge(child, episodes, upTo: now)
        var steady = merged.steady
        marks = merged.marks
        facts = merged.facts
        factBits = FactBits.all(after: facts, began: merged.life.began)
        life = merged.life
        // Everything stands among the marks already.
        childMarks = []
        childWords = .none
        words = CourseParts.words(of: marks)
        childTurns = marks.isEmpty ? [] : child.facts.turns(after: marks[0].clockTime, &steady)
        knots = CourseParts.knots(marks, childTurns)
        self.steady = steady
    }

    /// The same as it was at an earlier instant, by all that is known now.
    init(_ whole: CourseParts, upTo instant: Instant) {
        now = instant
        (episode, child, episodes) = (whole.episode, whole.child, whole.episodes)
        var steady = Steadiness(at: instant)
        let count = whole.marks.place(after: instant)
        marks = whole.marks.upTo(count)
        let childCount = whole.childMarks.place(after: instant)
        childMarks = whole.childMarks.upTo(childCount)
        facts = count == whole.marks.count ? whole.facts : Array(whole.facts[...count])
        factBits = count == whole.marks.count ? whole.factBits : Array(whole.factBits[...count])
        words = count == whole.marks.count ? whole.words : CourseParts.words(of: marks)
        childWords = childCount == whole.childMarks.count ? whole.childWords : CourseParts.words(of: childMarks)
        childTurns = whole.childTurns.filter { $0 <= instant }
        knots = Array(whole.knots[..<whole.knots.firstPlace(after: instant)])
        life = whole.life.map { Life($0, upTo: count) }
        for (all, next) in [(whole.marks, count), (whole.childMarks, childCount)] {
            if next > 0 { steady.changes(at: all[next - 1].clockTime) }
            if next < all.count { steady.changes(at: all[next].clockTime) }
        }
        for turn in whole.childTurns { steady.changes(at: turn) }
        self.steady = steady
    }

    /// What had happened by now, in order.
    private static func past(_ history: History, _ steady: inout Steadiness) -> [Mark] {
        let standing = history.standing
        guard let last = standing.last else { return [] }
        if last.clockTime <= steady.now {
            steady.changes(at: last.clockTime)
            return standing
        }
        let count = standing.place(after: steady.now)
        steady.changes(at: standing[count].clockTime)
        if count > 0 { steady.changes(at: standing[count - 1].clockTime) }
        return Array(standing[..<count])
    }

    private static func words(of marks: [Mark]) -> EventWords {
        var words = EventWords.none
        for place in marks.indices { words.insert(marks[place].word) }
        return words
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

extension [Mark] {
    /// The place of the first that happened after an instant, of marks in order.
    func place(after instant: Instant) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].clockTime <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }

    fileprivate func upTo(_ end: Int) -> [Mark] { end == count ? self : Array(self[..<end]) }
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
