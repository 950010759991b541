// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Asks how some duties of an episode stood each time that something about them changed, where that doesn't follow from
/// how they stand now: a later word moved their clocks, or they look at other duties.
final class DutyWatch {
    private let book: DutyBook
    private let whole: Reckoning
    private let parts: CourseParts
    private let episode: Episode
    private let child: Child
    private(set) var changes: [DutyPast.Change] = []
    /// The first instant after now at which one of them may stand otherwise.
    private(set) var until: Instant?

    init(_ book: DutyBook, _ whole: Reckoning, _ parts: CourseParts, _ episode: Episode, _ child: Child) {
        (self.book, self.whole, self.parts, self.episode, self.child) = (book, whole, parts, episode, child)
    }

    func watch(_ duties: [Int]) {
        let needed = whole.plan.withAwaited(duties)
        if startsOnce, needed.allSatisfy({ !whole.plan.rules[$0].asksOthers }) {
            let instants = instants
            var place = 0
            follow(duties) { instant, count in
                let view = Course(
                    CourseParts(parts, upTo: instant), calendars: book.calendars, officeHours: book.pack.officeHours)
                let reckoning = Reckoning(whole, upTo: view, needed)
                for (place, duty) in duties.enumerated() {
                    for standing in reckoning.standings(of: duty) { count(place, standing.state) }
                }
                while place < instants.count, instants[place] <= instant { place += 1 }
                if place < instants.count { view.steady.changes(at: instants[place]) }
                return DutyOutlook(standings: [], view).until
            }
        } else {
            follow(duties) { instant, count in
                let (course, firings) = book.course(
                    of: episode, child: child, episodes: parts.episodes, at: instant)
                return withExtendedLifetime(firings) {
                    let reckoning = Reckoning(course, pack: book.pack, withReasons: false, only: duties)
                    for (place, duty) in duties.enumerated() {
                        for standing in reckoning.standings(of: duty) { count(place, standing.state) }
                    }
                    book.noteOthers(parts.episodes, firings, in: course)
                    return DutyOutlook(standings: [], course).until
                }
            }
        }
    }

    /// Goes from the first instant to now, each time to when something may be otherwise. `ask` counts how each duty
    /// stands, and says until when.
    private func follow(_ duties: [Int], _ ask: (Instant, (Int, DutyState) -> Void) -> Instant?) {
        var stood = Array(repeating: 0, count: duties.count * DutyState.allCases.count)
        var next = parts.marks.first?.clockTime
        while let instant = next, instant <= parts.now {
            var stands = Array(repeating: 0, count: stood.count)
            next = ask(instant) { stands[DutyTotals.place(of: $0, $1)] += 1 }
            if stands != stood { note(stands, since: stood, of: duties, at: instant) }
            stood = stands
        }
        until = next
    }

    private func note(_ stands: [Int], since stood: [Int], of duties: [Int], at instant: Instant) {
        for (place, duty) in duties.enumerated() {
            for state in DutyState.allCases {
                let change = stands[DutyTotals.place(of: place, state)] - stood[DutyTotals.place(of: place, state)]
                guard change != 0 else { continue }
                changes.append(DutyPast.Change(at: instant, duty: duty, state: state, by: change))
            }
        }
    }

    /// Whether no later word moved the start: when conditions turned was then known at the time as it is now.
    private var startsOnce: Bool {
        var known: Instant?
        for facts in parts.facts {
            guard let start = facts.start else { continue }
            if let known, known != start { return false }
            known = start
        }
        return true
    }

    /// Every instant at which the record alone may turn something, in order.
    private var instants: [Instant] {
        let turns = whole.truth.knots.map(\.at) + parts.childMarks.map(\.clockTime)
        return (turns + parts.episodes.compactMap(\.facts.start)).sorted()
    }
}
