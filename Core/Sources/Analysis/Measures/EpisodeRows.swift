// SPDX-License-Identifier: MIT

import WorkingTime

/// Which rows of a table a figure counts: all, or some in their order, so that they stay grouped by child.
public struct EpisodeRows: Sendable {
    /// Nil for a whole stretch of rows.
    private let chosen: [Int32]?
    private let stretch: Range<Int>

    /// A whole stretch. Measures of stretches that part no child's rows may be added up.
    public init(_ stretch: Range<Int>) {
        (chosen, self.stretch) = (nil, stretch)
    }

    /// Rows in ascending order.
    public init(_ rows: [Int32]) {
        precondition(zip(rows, rows.dropFirst()).allSatisfy(<), "rows are in their order, none twice")
        (chosen, stretch) = (rows, 0..<0)
    }

    public var count: Int { chosen?.count ?? stretch.count }

    /// The rows' places in the table.
    public var places: [Int] { chosen.map { $0.map(Int.init) } ?? Array(stretch) }

    /// Something of each chosen row's value in a column.
    @inline(__always)
    func map<Value, Result>(_ column: [Value], _ transform: (Value) -> Result) -> [Result] {
        if let chosen {
            return column.withUnsafeBufferPointer { values in chosen.map { transform(values[Int($0)]) } }
        }
        return column.withUnsafeBufferPointer { values in
            let slice = UnsafeBufferPointer(rebasing: values[stretch])
            return [Result](unsafeUninitializedCapacity: slice.count) { buffer, count in
                for place in 0..<slice.count {
                    (buffer.baseAddress.unsafelyUnwrapped + place).initialize(to: transform(slice[place]))
                }
                count = slice.count
            }
        }
    }

    /// Those of these rows for which a condition holds.
    public func filter(_ holds: (Int) -> Bool) -> EpisodeRows {
        EpisodeRows(places.filter(holds).map(Int32.init))
    }
}

/// Which episodes a figure is asked about.
public struct EpisodeSelection: Sendable {
    /// The first and the last date on which an episode may have begun.
    public var period: ClosedRange<CivilDate>?
    /// Bands of dimensions by their labels: an episode must be in one of each.
    public var within: [(dimension: Dimension, labels: Set<String>)] = []

    public init(period: ClosedRange<CivilDate>? = nil) { self.period = period }

    /// The same, only within one band of a dimension.
    public func within(_ dimension: Dimension, _ labels: String...) -> EpisodeSelection {
        var narrower = self
        narrower.within.append((dimension, Set(labels)))
        return narrower
    }
}

extension EpisodeTable {
    public var all: EpisodeRows { EpisodeRows(0..<count) }

    /// The rows that a selection takes in; of the children whom `includes` takes in.
    public func rows(_ selection: EpisodeSelection, includes: ((Int32) -> Bool)? = nil) -> EpisodeRows {
        var rows = all
        if let period = selection.period {
            let began = self[.began]
            let (first, last) = (period.lowerBound.daysSince1970, period.upperBound.daysSince1970)
            rows = rows.filter { first <= began[$0] && began[$0] <= last }
        }
        for (dimension, labels) in selection.within {
            let wanted = Set(
                dimension.labels(in: self).enumerated().filter { labels.contains($0.element) }.map(\.offset))
            let bands = dimension.bands(in: self, of: rows)
            rows = EpisodeRows(zip(rows.places, bands).filter { wanted.contains(Int($0.1)) }.map { Int32($0.0) })
        }
        guard let includes else { return rows }
        return rows.filter { includes(children[$0]) }
    }
}
