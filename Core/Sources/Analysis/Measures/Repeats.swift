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
        // So many of each of four kinds, sixteen bits each.
        var (counts, run, before) = (UInt64(0), 0, Int32.min)
        for block in rows.blocks {
            let kinds = block.map(table[.kind]) { UInt64(1) << (UInt64($0 & 3) << 4) }
            block.withOwners(table.children) { owners in
                for row in 0..<owners.count {
                    if owners[row] != before {
                        if run > 0 { take(counts, run) }
                        (counts, run, before) = (0, 0, owners[row])
                    }
                    counts &+= kinds[row]
                    run += 1
                }
            }
        }
        if run > 0 { take(counts, run) }
    }

    private mutating func take(_ counts: UInt64, _ sum: Int) {
        precondition(sum < 65_536, "nobody has had so many episodes")
        children += 1
        if sum == 1 { withOne += 1 }
        if sum > 3 { withMoreThanThree += 1 }
        all[Repeats.band(sum)].add(sum)
        var (rest, kind) = (counts, 0)
        while rest != 0 {
            let own = Int(rest & 0xffff)
            if own > 0 { byKind[kind][Repeats.band(own)].add(own) }
            rest >>= 16
            kind += 1
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
