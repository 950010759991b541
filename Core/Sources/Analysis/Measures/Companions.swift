// SPDX-License-Identifier: MIT

/// Who went together, by what the record says of each episode.
public struct Companions: Sendable {
    public static let id = "together-pairs"
    public static let title = "Children who went together"
    public static let definition =
        "Two children of whom an entry of the record says that they went, were seen or were found together, with the number "
        + "of episodes of either that say so. A group is all who are joined by such pairs, directly or through others."

    public struct Pair: Hashable, Sendable {
        public let first: Int32
        public let second: Int32
        /// Episodes of either child that name the other.
        public let episodes: Int
    }

    /// The pair named most often first.
    public let pairs: [Pair]
    /// Children joined by pairs, each group in the order of their numbers; the largest group first.
    public let groups: [[Int32]]

    /// Of the episodes counted, and of the children whom `includes` takes in: an entry may name one whose record has been
    /// erased since. A child with no episode among them may stand in a pair.
    public init(of table: EpisodeTable, rows: EpisodeRows, includes: (Int32) -> Bool = { _ in true }) {
        let counted = Set(rows.map(table[.episode]) { $0 })
        var found: [Key: Int] = [:]
        for row in table.companions.rows where counted.contains(Int32(clamping: row.episode)) {
            guard includes(row.child), includes(row.other) else { continue }
            let key = Key(first: min(row.child, row.other), second: max(row.child, row.other))
            found[key, default: 0] += 1
        }
        pairs = found.map { Pair(first: $0.key.first, second: $0.key.second, episodes: $0.value) }
            .sorted { ($1.episodes, $0.first, $0.second) < ($0.episodes, $1.first, $1.second) }
        groups = Companions.groups(of: pairs)
    }

    private static func groups(of pairs: [Pair]) -> [[Int32]] {
        var head: [Int32: Int32] = [:]
        func root(_ child: Int32) -> Int32 {
            var place = child
            while let above = head[place], above != place { place = above }
            return place
        }
        for pair in pairs {
            let (one, other) = (root(pair.first), root(pair.second))
            head[one] = min(one, other)
            head[other] = min(one, other)
        }
        let members = Set(pairs.flatMap { [$0.first, $0.second] })
        return Dictionary(grouping: members, by: root).values.map { $0.sorted() }
            .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }

    private struct Key: Hashable {
        let first: Int32
        let second: Int32
    }
}
