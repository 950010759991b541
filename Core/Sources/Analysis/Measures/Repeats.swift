// SPDX-License-Identifier: MIT

/// Children by how many episodes they had: of each kind apart, and of all kinds together.
public struct Repeats: Sendable {
    public static let bands = ["1–2", "3–5", "6–8", "9–19", "20 and more"]
    public static let id = "repeats"
    public static let title = "How often"
    public static let definition =
        "Children by the number of their episodes. Under each kind only episodes of that kind count, so a child may stand "
        + "in one band for missing, another for away, and a higher one for both together."

    /// By band.
    public private(set) var all: [Count]
    /// By kind, in the order of ``AbsenceKind``, and band.
    public private(set) var byKind: [[Count]]
    public private(set) var children = 0
    /// Children with exactly one episode.
    public private(set) var withOne = 0
    /// Persistent: children with more than three. Source: TCS.
    public private(set) var withMoreThanThree = 0

    public init(of table: EpisodeTable, rows: EpisodeRows) {
        all = Array(repeating: Count(), count: Repeats.bands.count)
        byKind = Array(repeating: all, count: AbsenceKind.allCases.count)
        let owners = rows.map(table.children) { $0 }
        let kinds = rows.map(table[.kind]) { $0 }
        var counts = SIMD4<Int32>.zero
        for row in owners.indices {
            counts[Int(kinds[row] & 3)] &+= 1
            if row + 1 == owners.count || owners[row] != owners[row + 1] {
                take(counts)
                counts = .zero
            }
        }
    }

    private mutating func take(_ counts: SIMD4<Int32>) {
        let sum = Int(counts.wrappedSum())
        children += 1
        if sum == 1 { withOne += 1 }
        if sum > 3 { withMoreThanThree += 1 }
        all[Repeats.band(sum)].add(sum)
        for kind in 0..<4 where counts[kind] > 0 {
            byKind[kind][Repeats.band(Int(counts[kind]))].add(Int(counts[kind]))
        }
    }

    /// Adds what another stretch of the same table's rows gives.
    public mutating func add(_ other: Repeats) {
        all = zip(all, other.all).map { $0 + $1 }
        byKind = zip(byKind, other.byKind).map { zip($0, $1).map { $0 + $1 } }
        children += other.children
        withOne += other.withOne
        withMoreThanThree += other.withMoreThanThree
    }

    public static func band(_ number: Int) -> Int {
        switch number {
        case ...2: 0
        case 3...5: 1
        case 6...8: 2
        case 9...19: 3
        default: 4
        }
    }

    func figure(_ kinds: [AbsenceKind]) -> Figure {
        Figure(
            id: Repeats.id, title: Repeats.title, definition: Repeats.definition, kinds: kinds,
            bands: Repeats.bands.indices.map { band in
                Figure.Band(
                    label: Repeats.bands[band], byKind: kinds.map { byKind[$0.rawValue][band] }, all: all[band])
            },
            valueMissing: Figure.Band(
                label: "Not known", byKind: Array(repeating: Count(), count: kinds.count), all: Count()),
            sharesAreOfChildren: true)
    }
}

extension Count {
    /// One more child, with this many episodes.
    fileprivate mutating func add(_ episodes: Int) {
        self.episodes += episodes
        children += 1
    }
}
