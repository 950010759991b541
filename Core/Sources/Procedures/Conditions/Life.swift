// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What the course of a child's whole record knows beside its marks: which episode each belongs to.
struct Life {
    /// The episode of each mark; nil for one of the child's own record.
    let episodes: [EpisodeID?]
    /// After so many marks, how many there were once the newest episode had begun; nil where none had.
    let began: [Int?]

    private init(episodes: [EpisodeID?], began: [Int?]) { (self.episodes, self.began) = (episodes, began) }

    /// The same after so many marks.
    init(_ whole: Life, upTo count: Int) {
        episodes = Array(whole.episodes[..<count])
        began = Array(whole.began[...count])
    }

    typealias Merged = (marks: [Mark], facts: [EpisodeFacts], life: Life, steady: Steadiness)

    /// Everything on the child's record and in their episodes, in the order in which it happened.
    ///
    /// What followed after each step is that of the newest episode begun by then; blank before any.
    static func merge(_ child: Child, _ episodes: [Episode], upTo now: Instant) -> Merged {
        var steps = child.history.standing.map { (mark: $0, place: -1) }
        for (place, episode) in episodes.enumerated() {
            steps += episode.history.standing.map { (mark: $0, place: place) }
        }
        var steady = Steadiness(at: now)
        for step in steps { steady.changes(at: step.mark.clockTime) }
        steps.removeAll { now < $0.mark.clockTime }
        steps.sort { ($0.mark.clockTime, $0.mark.position) < ($1.mark.clockTime, $1.mark.position) }
        var folded: [EpisodeFacts?] = Array(repeating: nil, count: episodes.count)
        var newest: (place: Int, count: Int)?
        var facts = [EpisodeFacts(lookedAfter: false)]
        var began: [Int?] = [nil]
        facts.reserveCapacity(steps.count + 1)
        began.reserveCapacity(steps.count + 1)
        for (index, step) in steps.enumerated() {
            if step.place >= 0 {
                if folded[step.place] == nil { newest = (step.place, index + 1) }
                var own = folded[step.place] ?? EpisodeFacts(lookedAfter: episodes[step.place].facts.lookedAfter)
                own.take(step.mark)
                folded[step.place] = own
            }
            facts.append(newest.flatMap { folded[$0.place] } ?? facts[0])
            began.append(newest?.count)
        }
        let ids = steps.map { $0.place >= 0 ? episodes[$0.place].id : nil }
        return (steps.map(\.mark), facts, Life(episodes: ids, began: began), steady)
    }
}
