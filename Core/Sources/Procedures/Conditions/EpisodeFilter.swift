// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Which episodes count: those of one of the care kinds, or of one of the police categories; all where neither is given.
struct EpisodeFilter: Hashable, Sendable {
    let kinds: [String]
    let categories: [PoliceCategory]
    /// The same as bits, by the places of the cases; all where neither is given.
    private let isWanted: (kinds: UInt64, categories: UInt64)

    init(kinds: [String], categories: [PoliceCategory]) {
        (self.kinds, self.categories) = (kinds, categories)
        let isEvery = kinds.isEmpty && categories.isEmpty
        isWanted = (
            CareKind.allCases.reduce(0) { isEvery || $1.isNamed(among: kinds) ? $0 | 1 << UInt64($1.place) : $0 },
            categories.reduce(0) { $0 | 1 << UInt64($1.place) }
        )
    }

    static func == (first: EpisodeFilter, second: EpisodeFilter) -> Bool {
        first.kinds == second.kinds && first.categories == second.categories
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(kinds)
        hasher.combine(categories)
    }

    /// An episode counts once, under the kind and category that it has as then known (ruling 18).
    func counts(_ facts: borrowing EpisodeFacts) -> Bool {
        isWanted.kinds & 1 << UInt64(facts.countedKind.place) != 0
            || isWanted.categories & 1 << UInt64(facts.category.place) != 0
    }

    func counts(_ started: StartedEpisode) -> Bool {
        isWanted.kinds & started.kind != 0 || isWanted.categories & started.category != 0
    }

    /// "missing episodes", "episodes".
    var spoken: String {
        let words = kinds + categories.map(\.rawValue).filter { !kinds.contains($0) }
        return words.isEmpty ? "episode" : "\(words.map(\.replacingHyphens).joined(separator: " or ")) episode"
    }
}

/// When another episode of the child's began, and under which kind and category it counts, as bits.
struct StartedEpisode {
    let start: Instant
    let date: CivilDate
    let kind: UInt64
    let category: UInt64

    /// Nil for one that has not started.
    init?(_ facts: borrowing EpisodeFacts) {
        guard let start = facts.start else { return nil }
        self.start = start
        date = London.date(of: start)
        kind = 1 << UInt64(facts.countedKind.place)
        category = 1 << UInt64(facts.category.place)
    }
}
