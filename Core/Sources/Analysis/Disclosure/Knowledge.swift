// SPDX-License-Identifier: MIT

/// What anybody may know of the numbers of a publication without being shown them: which cells make up which, and within
/// which bounds a cell's children and episodes lie.
struct Knowledge: Sendable {
    /// Episodes and children, or a difference of both.
    struct Pair: Hashable, Sendable {
        var episodes: Int
        var children: Int

        static let none = Pair(episodes: 0, children: 0)
        static func + (one: Pair, other: Pair) -> Pair {
            Pair(episodes: one.episodes + other.episodes, children: one.children + other.children)
        }
        static prefix func - (pair: Pair) -> Pair { Pair(episodes: -pair.episodes, children: -pair.children) }
    }

    /// That some cells make up a whole: episodes add up, children only where none can be in two of the parts.
    struct Whole: Sendable {
        let whole: Int
        let parts: [Int]
        let partsChildren: Bool
        /// The cells of it that may be changed: what is none is always shown.
        let movable: [Int]
    }

    /// The keys of the cells in their order.
    let keys: [CellKey]
    let values: [Pair]
    private(set) var wholes: [Whole] = []
    /// By cell: the wholes that it is a part of, with 1, or is itself, with -1.
    private(set) var standsIn: [[(whole: Int, factor: Int)]] = []
    private let bounds: [Publication.EpisodeBounds?]

    init(_ publication: Publication) {
        keys = publication.cells.keys.sorted()
        values = keys.map { key in
            let count = publication.cells[key] ?? Count()
            return Pair(episodes: count.episodes, children: count.children)
        }
        bounds = keys.map { publication.bounds[$0] }
        let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element, $0.offset) })
        for partition in publication.partitions {
            for (cell, key) in keys.enumerated() { note(partition, cell, key, places) }
        }
        standsIn = Array(repeating: [], count: keys.count)
        for (number, whole) in wholes.enumerated() {
            standsIn[whole.whole].append((number, -1))
            for part in whole.parts { standsIn[part].append((number, 1)) }
        }
    }

    private mutating func note(
        _ partition: Publication.Partition, _ cell: Int, _ key: CellKey, _ places: [CellKey: Int]
    ) {
        if let whole = partition.whole {
            guard key.has(partition.name, whole) else { return }
        } else if key.has(partition.name + "\u{1F}") {
            return
        }
        let parts = partition.parts.compactMap { places[key.with(partition.name, $0, insteadOf: partition.whole)] }
        guard parts.count == partition.parts.count else { return }
        wholes.append(
            Whole(
                whole: cell, parts: parts, partsChildren: partition.partsChildren,
                movable: (parts + [cell]).filter { values[$0].episodes > 0 }))
    }

    /// Whether a cell that is not none may have these numbers, as far as itself goes: at least one, no more children than
    /// episodes, and of a band of how often no fewer and no more episodes than the band has.
    func mayHave(_ cell: Int, _ pair: Pair) -> Bool {
        guard pair.children >= 1, pair.episodes >= pair.children * (bounds[cell]?.least ?? 1) else { return false }
        return bounds[cell]?.most.map { pair.episodes <= pair.children * $0 } ?? true
    }

    /// Whether the numbers of every whole that some cells stand in hold together after these differences.
    func holds(_ changes: [Int: Pair]) -> Bool {
        let touched = Set(changes.keys.flatMap { standsIn[$0].map(\.whole) })
        func value(_ cell: Int) -> Pair { values[cell] + (changes[cell] ?? .none) }
        return touched.allSatisfy { number in
            let whole = wholes[number]
            let sum = whole.parts.reduce(Pair.none) { $0 + value($1) }
            let all = value(whole.whole)
            guard sum.episodes == all.episodes else { return false }
            if whole.partsChildren { return sum.children == all.children }
            return sum.children >= all.children && whole.parts.allSatisfy { value($0).children <= all.children }
        }
    }
}
