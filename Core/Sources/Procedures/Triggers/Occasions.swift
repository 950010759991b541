// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The occasions on which children were away together: their episodes overlap, and one names the other child, or both
/// name the same other people.
struct Occasions {
    /// The occasions of each set of children, whose numbers are in order.
    let byGroup: [[ChildID]: [CountedEpisode]]

    init(among episodes: [Episode], by instant: Instant, filter: EpisodeFilter) {
        let away = episodes.compactMap { Away($0, at: instant) }
        var sets = MergedSets(count: away.count)
        let byChild = Dictionary(grouping: away.indices) { away[$0].child }
        for index in away.indices {
            for other in away[index].withChildren {
                for theirs in byChild[other] ?? [] where away[index].overlaps(away[theirs]) {
                    sets.merge(index, theirs)
                }
            }
        }
        let named = Dictionary(grouping: away.indices.filter { !away[$0].with.isEmpty }) { away[$0].with }
        for indices in named.values {
            var longest: Int?
            for index in indices.sorted(by: { away[$0].start < away[$1].start }) {
                if let longest, away[longest].overlaps(away[index]) { sets.merge(longest, index) }
                if longest.map({ away[$0].end < away[index].end }) ?? true { longest = index }
            }
        }
        var groups: [[ChildID]: [CountedEpisode]] = [:]
        for members in Dictionary(grouping: away.indices, by: { sets.root(of: $0) }).values {
            let parts = members.map { away[$0] }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
            let children = Set(parts.flatMap { [$0.child] + $0.withChildren }).sorted()
            // All of them are away together once the last has gone.
            guard children.count > 1, let newest = parts.last, parts.contains(where: { filter.counts($0.facts) }) else {
                continue
            }
            groups[children, default: []].append(
                CountedEpisode(
                    id: newest.id, child: newest.child, start: newest.start, also: parts.dropLast().map(\.id)))
        }
        byGroup = groups
    }

    /// The episodes that anybody else may have shared: those that name somebody, and those of children named.
    static func linked(_ episodes: [Episode]) -> [Episode] {
        var named: Set<ChildID> = []
        var naming: Set<EpisodeID> = []
        for episode in episodes {
            for mark in episode.history.recorded {
                let children = mark.details.numbers(.withChildren)
                guard !children.isEmpty || !mark.details.words(.with).isEmpty else { continue }
                naming.insert(episode.id)
                named.formUnion(children.compactMap { UInt32(exactly: $0) }.map { ChildID(number: $0) })
            }
        }
        return episodes.filter { naming.contains($0.id) || named.contains($0.child) }
    }
}

/// One child's time away, with whom.
private struct Away {
    let id: EpisodeID
    let child: ChildID
    let start: Instant
    let end: Instant
    let facts: EpisodeFacts
    let withChildren: [ChildID]
    /// The others, in one order and in small letters, so that the same people read the same.
    let with: [String]

    init?(_ episode: Episode, at instant: Instant) {
        guard let facts = episode.facts(at: instant), let start = facts.start, start <= instant else { return nil }
        let marks = episode.history.standing.filter { $0.clockTime <= instant }
        let own = episode.child
        let children = marks.flatMap { $0.details.numbers(.withChildren) }
        id = episode.id
        child = own
        self.start = start
        self.facts = facts
        end = [facts.returnedAt, facts.closedAt].compactMap { $0 }.min() ?? instant
        withChildren = Set(children.compactMap { UInt32(exactly: $0) }.map { ChildID(number: $0) })
            .filter { $0 != own }.sorted()
        with = Set(marks.flatMap { $0.details.words(.with) }.map { $0.lowercased() }).sorted()
    }

    func overlaps(_ other: Away) -> Bool { start <= other.end && other.start <= end }
}

/// Sets that are merged until each holds all that belongs together.
private struct MergedSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func merge(_ first: Int, _ second: Int) { parents[root(of: first)] = root(of: second) }

    func root(of index: Int) -> Int {
        var root = index
        while parents[root] != root { root = parents[root] }
        return root
    }
}
