// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Tells a look that was noted a moment ago from a new one: a page that is loaded twice, or refreshes itself, is one look.
struct RecentLooks: Sendable {
    /// The same again within this is one look.
    static let sameSeconds: Int64 = 60
    /// A page that refreshes itself, and a child who stands on a list, are noted again after this.
    static let keptOpenSeconds: Int64 = 1_800
    private static let most = 20_000

    private struct Key: Hashable {
        let worker: String?
        let kind: LookKind
        let child: ChildID?
        let episode: EpisodeID?
        let part: RecordPart?
        /// Nothing where any page with the same content counts.
        let route: String?
        /// What was searched for and fits nobody. Where somebody is found, the letters typed on the way to a name are one
        /// search.
        let words: String?
    }

    private var seen: [Key: Instant] = [:]

    /// Whether `look` says nothing that was not noted already. `isByItself`: the page asked, nobody did.
    func covers(_ look: Look, isByItself: Bool) -> Bool {
        let isBroad = isByItself || look.kind == .listed
        guard let before = seen[isBroad ? broad(look) : exact(look)], before <= look.at else { return false }
        return (look.at - before).seconds < (isBroad ? Self.keptOpenSeconds : Self.sameSeconds)
    }

    mutating func take(_ look: Look) {
        if Self.most <= seen.count {
            seen = seen.filter { (look.at - $0.value).seconds < Self.keptOpenSeconds }
            if Self.most <= seen.count { seen.removeAll(keepingCapacity: true) }
        }
        seen[exact(look)] = look.at
        seen[broad(look)] = look.at
    }

    mutating func forget(_ look: Look) {
        seen[exact(look)] = nil
        seen[broad(look)] = nil
    }

    mutating func forget(_ child: ChildID) { seen = seen.filter { $0.key.child != child } }

    private func exact(_ look: Look) -> Key {
        Key(
            worker: look.by.worker, kind: look.kind, child: look.child, episode: look.episode, part: look.part,
            route: look.route ?? "", words: look.kind == .searched ? look.words : nil)
    }

    private func broad(_ look: Look) -> Key {
        Key(
            worker: look.by.worker, kind: look.kind, child: look.child, episode: look.episode, part: look.part,
            route: nil, words: nil)
    }
}
