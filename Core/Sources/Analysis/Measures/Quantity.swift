// SPDX-License-Identifier: MIT

/// A measured length or distance, of which figures give the median and the 90th centile.
public struct Quantity: Sendable {
    public let id: String
    public let title: String
    public let definition: String
    /// The unit of what ``QuantitySummary`` gives.
    public let unit: String
    let column: NumberColumn

    init(_ id: String, _ title: String, _ unit: String, _ definition: String, _ column: NumberColumn) {
        (self.id, self.title, self.unit, self.definition, self.column) = (id, title, unit, definition, column)
    }

    public static let length = Quantity(
        "length-median", "Length", "minutes", "Elapsed time from start to end, where both times are known.",
        .lengthMinutes)
    public static let toContact = Quantity(
        "to-contact", "From the return to the first contact", "minutes",
        "From the return to the first contact, offer or interview. A first step before the return has no length.",
        .minutesToContact)
    public static let toOffer = Quantity(
        "to-offer", "From the return to the offer", "minutes",
        "From the return to the first offer of an interview, or what shows that there was one.", .minutesToOffer)
    public static let toHold = Quantity(
        "to-hold", "From the return to the interview", "minutes", "From the return to the interview.", .minutesToHold)
    public static let milesFromPlacement = Quantity(
        "miles-placement", "Distance from the placement", "tenths of a mile",
        Dimension.distanceFromPlacement.definition, .milesTenthsFromPlacement)
    public static let milesFromHome = Quantity(
        "miles-home", "Distance from home", "tenths of a mile", Dimension.distanceFromHome.definition,
        .milesTenthsFromHome)

    public static let all = [length, toContact, toOffer, toHold, milesFromPlacement, milesFromHome]

    /// The quantity over some rows.
    public func summary(of table: EpisodeTable, rows: EpisodeRows) -> QuantitySummary {
        QuantitySummary(table[column], rows)
    }

    /// The quantity in each band of a dimension; what is not known last.
    public func summaries(
        by dimension: Dimension, of table: EpisodeTable, rows: EpisodeRows
    ) -> [(label: String, summary: QuantitySummary)] {
        let labels = dimension.labels(in: table) + ["Not known"]
        var values = Array(repeating: [Int32](), count: labels.count)
        let numbers = rows.map(table[column]) { $0 }
        for (band, number) in zip(dimension.bander(in: table)(rows), numbers) { values[Int(band)].append(number) }
        return zip(labels, values).map { ($0, QuantitySummary($1)) }
    }
}

/// The middle and the long end of many values.
///
/// A centile is a value that occurs: the smallest that at least that share of the values do not exceed.
public struct QuantitySummary: Hashable, Sendable {
    /// How many had a value, and how many had none.
    public let known: Int
    public let unknown: Int
    public let median: Int?
    public let ninetieth: Int?

    init(_ given: [Int32]) { self.init(given, EpisodeRows(0..<given.count)) }

    init(_ column: [Int32], _ rows: EpisodeRows) {
        let values = RankedValues(column, rows)
        known = values.count
        unknown = rows.count - known
        let found = values.values(at: [QuantitySummary.rank(50, of: known), QuantitySummary.rank(90, of: known)])
        (median, ninetieth) = (found.first.map(Int.init), found.last.map(Int.init))
    }

    /// The place, from 0, of the smallest value that at least so many per cent do not exceed.
    static func rank(_ percent: Int, of count: Int) -> Int { max(0, (count * percent + 99) / 100 - 1) }
}

/// Finds values by their rank without sorting them all. Those that are not known are passed over.
struct RankedValues {
    /// How many are known.
    let count: Int
    private let column: [Int32]
    private let rows: EpisodeRows
    private let low: Int32
    private let shift: Int64
    private let counts: [Int32]

    init(_ column: [Int32], _ rows: EpisodeRows) {
        (self.column, self.rows) = (column, rows)
        var (low, high, known) = (Int32.max, Int32.min, 0)
        rows.forEach(column) { value in
            let isKnown = value != NumberColumn.unknown
            low = min(low, isKnown ? value : .max)
            high = max(high, value)
            known &+= isKnown ? 1 : 0
        }
        (count, self.low) = (known, low)
        let span = known == 0 ? 1 : Int64(high) - Int64(low) + 1
        var shift: Int64 = 0
        while span >> shift > 32_768 { shift += 1 }
        self.shift = shift
        // What is not known is counted past the end.
        let size = Int(span >> shift) + 1
        var counts = Array(repeating: Int32(0), count: size + 1)
        counts.withUnsafeMutableBufferPointer { counts in
            rows.forEach(column) { value in
                let bucket = Int((Int64(value) &- Int64(low)) >> shift)
                counts[value == NumberColumn.unknown ? size : bucket] &+= 1
            }
        }
        self.counts = counts
    }

    /// The values at these ranks, from 0; none where no value is known.
    func values(at ranks: [Int]) -> [Int32] { count == 0 ? [] : ranks.map(value) }

    private func value(at rank: Int) -> Int32 {
        var (bucket, before) = (0, 0)
        while before + Int(counts[bucket]) <= rank {
            before += Int(counts[bucket])
            bucket += 1
        }
        if shift == 0 { return low + Int32(bucket) }
        var own: [Int32] = []
        rows.forEach(column) { value in
            if value != NumberColumn.unknown, (Int64(value) - Int64(low)) >> shift == Int64(bucket) {
                own.append(value)
            }
        }
        own.sort()
        return own[rank - before]
    }
}
