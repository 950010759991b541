// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Which of some episodes counted, as was known at one instant after the other: at each only those are looked at anew
/// of which something was recorded, or happened, since the one before.
struct KnownCounts {
    /// Those that count, in the order of their starts.
    private(set) var inOrder: [CountedEpisode] = []
    private var counted: [CountedEpisode?]
    private let episodes: [Episode]
    private let count: (Episode, Episode?, Instant) -> CountedEpisode?
    /// When something may turn, and for which of the episodes; in order.
    private let turns: [(at: Instant, place: Int)]
    private var next = 0

    /// `count` gives the episode as it counts, when so much of it is known at an instant.
    init(_ episodes: [Episode], count: @escaping (Episode, Episode?, Instant) -> CountedEpisode?) {
        self.episodes = episodes
        self.count = count
        counted = Array(repeating: nil, count: episodes.count)
        turns = episodes.indices.flatMap { place in
            episodes[place].history.recorded.flatMap(\.turns).map { (at: $0, place: place) }
        }.sorted { $0.at < $1.at }
    }

    /// Moves on to an instant that is later than the one before. Gives the place from which on the order is another.
    mutating func move(to instant: Instant) -> Int {
        var changed: Set<Int> = []
        while next < turns.count, turns[next].at <= instant {
            changed.insert(turns[next].place)
            next += 1
        }
        var first = inOrder.count
        for place in changed {
            let now = count(episodes[place], episodes[place].asKnown(at: instant), instant)
            guard now?.start != counted[place]?.start else { continue }
            if let before = counted[place] {
                let gone = inOrder.place(of: before)
                inOrder.remove(at: gone)
                first = min(first, gone)
            }
            if let now {
                let added = inOrder.place(of: now)
                inOrder.insert(now, at: added)
                first = min(first, added)
            }
            counted[place] = now
        }
        return first
    }
}

extension Mark {
    /// The instants at which what is known of an episode may be otherwise for this mark.
    fileprivate var turns: [Instant] {
        [recordedAt, clockTime]
            + [details.time(.at), details.time(.missingSince)].compactMap { $0?.earliest }
    }
}
