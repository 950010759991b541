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

    /// One mark among the others: of the child's own record at place -1.
    private struct Step {
        let time: Instant
        let position: Position
        let place: Int
        let index: Int
    }

    typealias Merged = (marks: [Mark], facts: [EpisodeFacts], life: Life, steady: Steadiness)

    /// Everything on the child's record and in their episodes, in the order in which it happened.
    ///
    /// What followed after each step is that of the newest episode begun by then; blank before any.
    static func merge(_ child: Child, _ episodes: [Episode], upTo now: Instant) -> Merged {
        let standing = [child.history.standing] + episodes.map(\.history.standing)
        var steady = Steadiness(at: now)
        var steps: [Step] = []
        steps.reserveCapacity(standing.reduce(0) { $0 + $1.count })
        for (place, marks) in standing.enumerated() {
            for index in marks.indices {
                let time = marks[index].clockTime
                steady.changes(at: time)
                if time <= now {
                    steps.append(Step(time: time, position: marks[index].position, place: place - 1, index: index))
                }
            }
        }
        steps.sort { ($0.time, $0.position) < ($1.time, $1.position) }
        let marks = steps.map { standing[$0.place + 1][$0.index] }
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
                own.take(marks[index])
                folded[step.place] = own
            }
            facts.append(newest.flatMap { folded[$0.place] } ?? facts[0])
            began.append(newest?.count)
        }
        let ids = steps.map { $0.place >= 0 ? episodes[$0.place].id : nil }
        return (marks, facts, Life(episodes: ids, began: began), steady)
    }
}
