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
        QuantitySummary(rows.map(table[column]) { $0 })
    }

    /// The quantity in each band of a dimension; what is not known last.
    public func summaries(
        by dimension: Dimension, of table: EpisodeTable, rows: EpisodeRows
    ) -> [(label: String, summary: QuantitySummary)] {
        let labels = dimension.labels(in: table) + ["Not known"]
        var values = Array(repeating: [Int32](), count: labels.count)
        let numbers = rows.map(table[column]) { $0 }
        for (band, number) in zip(dimension.bands(in: table, of: rows), numbers) { values[Int(band)].append(number) }
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

    init(_ given: [Int32]) {
        let values = given.contains(NumberColumn.unknown) ? given.filter { $0 != NumberColumn.unknown } : given
        known = values.count
        unknown = given.count - values.count
        let ranks = [QuantitySummary.rank(50, of: known), QuantitySummary.rank(90, of: known)]
        let found = RankedValues(values).values(at: ranks)
        (median, ninetieth) = (found.first.map(Int.init), found.last.map(Int.init))
    }

    /// The place, from 0, of the smallest value that at least so many per cent do not exceed.
    static func rank(_ percent: Int, of count: Int) -> Int { max(0, (count * percent + 99) / 100 - 1) }
}

/// Finds values by their rank without sorting them all.
struct RankedValues {
    private let values: [Int32]

    init(_ values: [Int32]) { self.values = values }

    /// The values at these ranks, from 0; none where there are no values.
    func values(at ranks: [Int]) -> [Int32] {
        guard let first = values.first else { return [] }
        guard values.count > 2_000 else {
            let sorted = values.sorted()
            return ranks.map { sorted[$0] }
        }
        var (low, high) = (first, first)
        for value in values { (low, high) = (min(low, value), max(high, value)) }
        let span = Int64(high) - Int64(low) + 1
        var shift: Int64 = 0
        while span >> shift > 32_768 { shift += 1 }
        var counts = Array(repeating: Int32(0), count: Int(span >> shift) + 1)
        counts.withUnsafeMutableBufferPointer { counts in
            for value in values { counts[Int((Int64(value) - Int64(low)) >> shift)] &+= 1 }
        }
        return ranks.map { rank in value(at: rank, counts, low, shift) }
    }

    private func value(at rank: Int, _ counts: [Int32], _ low: Int32, _ shift: Int64) -> Int32 {
        var (bucket, before) = (0, 0)
        while before + Int(counts[bucket]) <= rank {
            before += Int(counts[bucket])
            bucket += 1
        }
        if shift == 0 { return low + Int32(bucket) }
        let own = values.filter { (Int64($0) - Int64(low)) >> shift == Int64(bucket) }.sorted()
        return own[rank - before]
    }
}
