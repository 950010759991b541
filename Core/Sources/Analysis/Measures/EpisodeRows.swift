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

    private init(inOrder rows: [Int32]) { (chosen, stretch) = (rows, 0..<0) }

    /// The same rows in pieces that are small enough to stay near the processor.
    var blocks: [EpisodeRows] {
        let size = 8_192
        guard let chosen else {
            return stride(from: stretch.lowerBound, to: stretch.upperBound, by: size).map {
                EpisodeRows($0..<min($0 + size, stretch.upperBound))
            }
        }
        return stride(from: 0, to: chosen.count, by: size).map {
            EpisodeRows(inOrder: Array(chosen[$0..<min($0 + size, chosen.count)]))
        }
    }

    /// Something of each row's value in a column.
    @inline(__always)
    func map<Value, Result>(_ column: [Value], _ transform: (Value) -> Result) -> [Result] {
        if let chosen {
            return column.withUnsafeBufferPointer { values in chosen.map { transform(values[Int($0)]) } }
        }
        return column.withUnsafeBufferPointer { values in
            let slice = UnsafeBufferPointer(rebasing: values[stretch])
            return [Result](unsafeUninitializedCapacity: slice.count) { buffer, count in
                for place in 0..<slice.count { buffer.initializeElement(at: place, to: transform(slice[place])) }
                count = slice.count
            }
        }
    }

    /// Each row's value in a column, one after the other.
    @inline(__always)
    func forEach<Value>(_ column: [Value], _ body: (Value) -> Void) {
        column.withUnsafeBufferPointer { values in
            if let chosen {
                for row in chosen { body(values[Int(row)]) }
            } else {
                for value in UnsafeBufferPointer(rebasing: values[stretch]) { body(value) }
            }
        }
    }

    /// Whose each row is, without a copy where that can be.
    @inline(__always)
    func withOwners<Result>(_ children: [Int32], _ body: (UnsafeBufferPointer<Int32>) -> Result) -> Result {
        guard chosen != nil else {
            return children.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[stretch])) }
        }
        return map(children) { $0 }.withUnsafeBufferPointer(body)
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
            let bands = dimension.bander(in: self)(rows)
            rows = EpisodeRows(zip(rows.places, bands).filter { wanted.contains(Int($0.1)) }.map { Int32($0.0) })
        }
        guard let includes else { return rows }
        return rows.filter { includes(children[$0]) }
    }

    /// The last of each child's rows among these: a child stands where their latest episode stands, and in one band only.
    public func latest(among rows: EpisodeRows) -> EpisodeRows {
        let places = rows.places
        return EpisodeRows(
            places.indices.filter { index in
                index + 1 == places.count || children[places[index]] != children[places[index + 1]]
            }.map { Int32(places[$0]) })
    }
}
