// SPDX-License-Identifier: MIT

/// Episodes, and the children who had them: always said together.
public struct Count: Hashable, Sendable {
    public var episodes = 0
    public var children = 0

    public init(episodes: Int = 0, children: Int = 0) {
        self.episodes = episodes
        self.children = children
    }

    public static func + (one: Count, other: Count) -> Count {
        Count(episodes: one.episodes + other.episodes, children: one.children + other.children)
    }
}

/// One measure by kind: what it counts, its bands, and how many rows had no value to count.
public struct Figure: Sendable {
    /// Of the kinds in the table, and of all together.
    public struct Band: Hashable, Sendable {
        public let label: String
        public let byKind: [Count]
        public let all: Count
    }

    /// A name for addresses and files, such as `length`.
    public let id: String
    public let title: String
    /// What is counted and how: the glossary line.
    public let definition: String
    /// The kinds that `byKind` follows.
    public let kinds: [AbsenceKind]
    public let bands: [Band]
    /// Rows whose value was blank or unreadable; they stand in no band.
    public let valueMissing: Band
    /// True where the bands share out the children, false where they share out the episodes.
    public let sharesAreOfChildren: Bool
}

extension Figure {
    /// A dimension counted over rows of a table, by kind.
    public init(_ dimension: Dimension, of table: EpisodeTable, rows: EpisodeRows, kinds: [AbsenceKind]) {
        let counted = Crosstab(dimension, by: .kind, of: table, rows: rows)
        func band(_ place: Int, _ label: String) -> Band {
            Band(label: label, byKind: kinds.map { counted.count(place, $0.rawValue) }, all: counted.count(place))
        }
        self.init(
            id: dimension.id, title: dimension.title, definition: dimension.definition, kinds: kinds,
            bands: counted.bands.enumerated().map { band($0.offset, $0.element) },
            valueMissing: band(counted.bandCount, "Not known"), sharesAreOfChildren: false)
    }
}
