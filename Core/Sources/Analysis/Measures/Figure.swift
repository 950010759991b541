// SPDX-License-Identifier: MIT

/// Episodes, and the children who had them: always said together.
public struct Count: Hashable, Sendable {
    public var episodes = 0
    public var children = 0

    public init(episodes: Int = 0, children: Int = 0) {
        self.episodes = episodes
        self.children = children
    }
}

/// One measure: what it counts, its bands, and how many rows had no value to count.
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

/// Counts rows and distinct children band by band, in one pass over rows grouped by child.
struct Tally {
    private let kinds: [AbsenceKind]
    private let place: [Int?]
    private let width: Int
    private var counts: [Count]
    private var lastChild: [Int32]

    init(bands: Int, kinds: [AbsenceKind]) {
        self.kinds = kinds
        width = kinds.count + 1
        place = AbsenceKind.allCases.map { kinds.firstIndex(of: $0) }
        counts = Array(repeating: Count(), count: (bands + 1) * width)
        lastChild = Array(repeating: -1, count: counts.count)
    }

    /// Adds a row to a band, or to the missing values where `band` is nil. Rows of one child come together.
    mutating func add(_ row: AbsenceRow, to band: Int?) {
        let start = (band.map { $0 + 1 } ?? 0) * width
        count(row.child, at: start)
        if let kind = place[row.kind.rawValue] { count(row.child, at: start + 1 + kind) }
    }

    private mutating func count(_ child: Int32, at index: Int) {
        counts[index].episodes += 1
        if lastChild[index] != child {
            lastChild[index] = child
            counts[index].children += 1
        }
    }

    func band(_ index: Int?, label: String) -> Figure.Band {
        let start = (index.map { $0 + 1 } ?? 0) * width
        return Figure.Band(label: label, byKind: Array(counts[(start + 1)..<(start + width)]), all: counts[start])
    }
}
