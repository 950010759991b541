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
    /// The same as bits, for what conditions ask most often.
    let factBits: [FactBits]
    /// What follows from everything that had happened by now.
    let final: EpisodeFacts
    let child: ChildFacts
    /// The child's episodes, in any order; this one may be among them.
    let episodes: [Episode]
    /// The child's other episodes, in any order.
    lazy var others: [Episode] = episodes.filter { $0.id != episode }
    /// Those of them that have started, by what follows from all that is recorded of them.
    lazy var otherStarts: [StartedEpisode] = {
        var started: [StartedEpisode] = []
        started.reserveCapacity(episodes.count)
        for place in episodes.indices where isOther(place) {
            if let one = StartedEpisode(episodes[place].facts) { started.append(one) }
        }
        return started
    }()
    /// What the start was taken to be after any of the steps, each once.
    lazy var starts: [Instant] = {
        var starts: [Instant] = []
        for place in facts.indices {
            if let start = facts[place].start, starts.last != start, !starts.contains(start) { starts.append(start) }
        }
        return starts
    }()
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

    /// What has been worked out of the record, looked at by a pack's calendars and office hours.
    init(
        _ parts: CourseParts, calendars: Calendars, officeHours: OfficeHours,
        firings: @escaping (String) -> [Firing] = { _ in [] }
    ) {
        now = parts.now
        episode = parts.episode
        life = parts.life
        self.firings = firings
        child = parts.child
        episodes = parts.episodes
        self.calendars = calendars
        self.officeHours = officeHours
        steady = parts.steady
        marks = parts.marks
        childMarks = parts.childMarks
        words = parts.words
        childWords = parts.childWords
        facts = parts.facts
        factBits = parts.factBits
        final = parts.facts[parts.marks.count]
        childTurns = parts.childTurns
        knots = parts.knots
    }

    /// `episodes` are the child's; the one itself may be among them.
    convenience init(
        _ episode: Episode, child: Child, others episodes: [Episode], at now: Instant, calendars: Calendars,
        officeHours: OfficeHours, firings: @escaping (String) -> [Firing] = { _ in [] }
    ) {
        self.init(
            CourseParts(episode, child: child, others: episodes, at: now), calendars: calendars,
            officeHours: officeHours, firings: firings)
    }

    /// The child's whole record as one course: their own events and those of all their episodes, in order.
    convenience init(
        of child: Child, episodes: [Episode], at now: Instant, calendars: Calendars, officeHours: OfficeHours,
        firings: @escaping (String) -> [Firing] = { _ in [] }
    ) {
        self.init(
            CourseParts(of: child, episodes: episodes, at: now), calendars: calendars, officeHours: officeHours,
            firings: firings)
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
        Moment.Knot(at: instant, count: marks.place(after: instant))
    }

    /// These knots with others put between them, each instant once.
    func knots(with extra: [Instant]) -> [Moment.Knot] {
        guard let first else { return [] }
        let added = extra.filter { first < $0 && $0 <= now }.sorted()
        guard !added.isEmpty else { return knots }
        var merged: [Moment.Knot] = []
        merged.reserveCapacity(knots.count + added.count)
        var place = 0
        for instant in added {
            while place < knots.count, knots[place].at <= instant {
                merged.append(knots[place])
                place += 1
            }
            guard let last = merged.last, last.at < instant else { continue }
            merged.append(Moment.Knot(at: instant, count: last.count))
        }
        merged += knots[place...]
        return merged
    }
}

extension Moment {
    /// An instant at which something may have changed, and how many marks there were by then.
    struct Knot {
        let at: Instant
        let count: Int
    }
}
