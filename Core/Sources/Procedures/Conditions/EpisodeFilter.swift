// SPDX-License-Identifier: MIT

import Casework

/// Which episodes count: those of one of the care kinds, or of one of the police categories; all where neither is given.
struct EpisodeFilter: Hashable, Sendable {
    let kinds: [String]
    let categories: [PoliceCategory]

    /// An episode counts once, under the kind and category that it has as then known (ruling 18).
    func counts(_ facts: borrowing EpisodeFacts) -> Bool {
        if kinds.isEmpty && categories.isEmpty { return true }
        return facts.countedKind.isNamed(among: kinds) || categories.contains(facts.category)
    }

    /// "missing episodes", "episodes".
    var spoken: String {
        let words = kinds + categories.map(\.rawValue).filter { !kinds.contains($0) }
        return words.isEmpty ? "episode" : "\(words.map(\.replacingHyphens).joined(separator: " or ")) episode"
    }
}
