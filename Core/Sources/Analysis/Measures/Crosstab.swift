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
        // Blocks that fit near the processor, so that nothing large is made on the way.
        let ownBands = dimension.bander(in: table)
        let otherBands = split?.bander(in: table)
        let width = UInt32(columns.count + 2)
        let lastRow = UInt32(bands.count + 1) * width
        let all = place(nil, nil)
        for block in rows.blocks {
            let own = ownBands(block)
            tally.addAll(block, table.children, at: all)
            guard let others = otherBands?(block) else {
                tally.add(own, block, table.children)
                continue
            }
            tally.add(UInt32.cells(own, others, width: width), block, table.children)
            tally.add(own.map { UInt32($0) * width + width - 1 }, block, table.children)
            tally.add(others.map { lastRow + UInt32($0) }, block, table.children)
        }
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
        let own = dimension.bander(in: table)(rows)
        let others = split.map { $0.bander(in: table)(rows) }
        return zip(rows.places, own.indices).compactMap { place, index in
            if let band, Int(own[index]) != band { return nil }
            if let column, let others, Int(others[index]) != column { return nil }
            return place
        }
    }
}
