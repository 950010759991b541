// SPDX-License-Identifier: MIT

/// One dimension counted, alone or split by another: episodes and children in every cell, with what is not known.
///
/// A child with episodes in two bands counts in both, and once in the total: children do not add up, episodes do.
public struct Crosstab: Sendable {
    public let dimension: Dimension
    public let split: Dimension?
    /// The bands down the side. What is not known stands after them, under ``bandCount``.
    public let bands: [String]
    /// The bands across, likewise; empty where there is no split.
    public let columns: [String]
    private var tally: Tally

    public var bandCount: Int { bands.count }
    public var columnCount: Int { columns.count }

    /// What one cell counts. Nil stands for all bands, or all columns; ``bandCount`` and ``columnCount`` for those whose
    /// value is not known.
    public func count(_ band: Int?, _ column: Int? = nil) -> Count {
        tally.count(at: place(band, column))
    }

    public var total: Count { count(nil) }
    /// Of how many the value is not known.
    public var unknown: Count { count(bandCount) }

    /// Counts `rows` of a table.
    public init(_ dimension: Dimension, by split: Dimension? = nil, of table: EpisodeTable, rows: EpisodeRows) {
        self.dimension = dimension
        self.split = split
        bands = dimension.labels(in: table)
        columns = split?.labels(in: table) ?? []
        tally = Tally(places: (bands.count + 2) * (split == nil ? 1 : columns.count + 2))
        let own = dimension.bands(in: table, of: rows)
        let children = rows.map(table.children) { $0 }
        guard let split else {
            tally.add(own, children, all: place(nil, nil))
            return
        }
        let others = split.bands(in: table, of: rows)
        let width = UInt32(columns.count + 2)
        let cells = zip(own, others).map { UInt32($0) * width + UInt32($1) }
        tally.add(cells, children)
        tally.add(own.map { UInt32($0) * width + width - 1 }, children)
        let lastRow = UInt32(bands.count + 1) * width
        tally.add(others.map { lastRow + UInt32($0) }, children)
        tally.addAll(children, at: place(nil, nil))
    }

    /// Adds what another stretch of the same table's rows gives. Neither may have rows of a child of the other's.
    public mutating func add(_ other: Crosstab) {
        precondition(bands == other.bands && columns == other.columns, "both are of one table")
        tally.add(other.tally)
    }

    /// The place of a cell: what is not known stands after the bands, and all after that.
    private func place(_ band: Int?, _ column: Int?) -> Int {
        let row = band ?? bands.count + 1
        return split == nil ? row : row * (columns.count + 2) + (column ?? columns.count + 1)
    }

    /// The rows behind a cell, for who may see them.
    public func rows(_ band: Int?, _ column: Int? = nil, of table: EpisodeTable, among rows: EpisodeRows) -> [Int] {
        let own = dimension.bands(in: table, of: rows)
        let others = split.map { $0.bands(in: table, of: rows) }
        return zip(rows.places, own.indices).compactMap { place, index in
            if let band, Int(own[index]) != band { return nil }
            if let column, let others, Int(others[index]) != column { return nil }
            return place
        }
    }
}

/// Counts rows and distinct children place by place, over rows that are grouped by child.
struct Tally: Sendable {
    private var episodes: [Int32]
    private var children: [Int32]

    init(places: Int) {
        episodes = Array(repeating: 0, count: places)
        children = episodes
    }

    func count(at place: Int) -> Count { Count(episodes: Int(episodes[place]), children: Int(children[place])) }

    mutating func add(_ other: Tally) {
        for place in episodes.indices {
            episodes[place] += other.episodes[place]
            children[place] += other.children[place]
        }
    }

    /// Adds rows by the place of each, and all of them at one place more.
    mutating func add<Place: BinaryInteger>(_ places: [Place], _ owners: [Int32], all: Int) {
        add(places, owners)
        addAll(owners, at: all)
    }

    mutating func addAll(_ owners: [Int32], at place: Int) {
        episodes[place] += Int32(owners.count)
        var (last, distinct) = (Int32.min, Int32(0))
        for owner in owners {
            distinct &+= owner == last ? 0 : 1
            last = owner
        }
        children[place] += distinct
    }

    /// One pass without branches: a child counts at a place when the last one counted there was another.
    mutating func add<Place: BinaryInteger>(_ places: [Place], _ owners: [Int32]) {
        var last = Array(repeating: Int32.min, count: episodes.count)
        let count = episodes.count
        last.withUnsafeMutableBufferPointer { last in
            episodes.withUnsafeMutableBufferPointer { episodes in
                children.withUnsafeMutableBufferPointer { children in
                    places.withUnsafeBufferPointer { places in
                        owners.withUnsafeBufferPointer { owners in
                            for row in 0..<places.count {
                                let (place, owner) = (Int(truncatingIfNeeded: places[row]), owners[row])
                                precondition(UInt(bitPattern: place) < UInt(bitPattern: count), "a place of the tally")
                                episodes[place] &+= 1
                                children[place] &+= last[place] == owner ? 0 : 1
                                last[place] = owner
                            }
                        }
                    }
                }
            }
        }
    }
}
