// SPDX-License-Identifier: MIT

/// One way of sorting episodes into bands: what a figure counts by, and what it may be split by.
///
/// Every band takes its lower limit and not its upper. An episode whose value is not known stands in no band and is
/// counted beside them. This is the only definition of the measure, wherever the rows come from.
public struct Dimension: Sendable {
    /// A name for addresses and files, such as `length`.
    public let id: String
    public let title: String
    /// What is counted and how: the glossary line.
    public let definition: String
    let source: Source

    enum Source: Sendable {
        /// The values of a column, each a band of its own.
        case code(CodeColumn)
        /// Years in a byte, in bands that begin at each limit after the first.
        case years(CodeColumn, limits: [UInt8], labels: [String])
        /// Numbers in bands that begin at each limit after the first.
        case number(NumberColumn, limits: [Int32], labels: [String])
        /// The names of a column, in the order of their letters.
        case name(NameColumn)
        /// Something of the day on which the episode began.
        case day(@Sendable (Int32) -> Int?, labels: [String])
        /// Something worked out of several columns, for every row of the table.
        case derived(@Sendable (EpisodeTable) -> [UInt16], labels: [String])
        /// Whole days from the start to the end.
        case days(limits: [Int32], labels: [String])
    }

    init(_ id: String, _ title: String, _ definition: String, _ source: Source) {
        (self.id, self.title, self.definition, self.source) = (id, title, definition, source)
    }

    /// The bands in the order in which they are shown; those of a column of names are the names that the table holds.
    public func labels(in table: EpisodeTable) -> [String] {
        switch source {
        case .code(let column): column.labels
        case .years(_, _, let labels), .number(_, _, let labels), .day(_, let labels), .days(_, let labels),
            .derived(_, let labels):
            labels
        case .name(let column): table.names(of: column).sorted()
        }
    }

    /// The band of each row by its place among the labels; their count stands for a value that is not known.
    func bands(in table: EpisodeTable, of rows: EpisodeRows) -> [UInt16] {
        switch source {
        case .code(let column):
            let unknown = UInt16(column.labels.count)
            return rows.map(table[column]) { $0 == CodeColumn.unknown ? unknown : UInt16($0) }
        case .years(let column, let limits, let labels):
            let unknown = UInt16(labels.count)
            return rows.map(table[column]) { value in
                if value == CodeColumn.unknown { return unknown }
                var band: UInt16 = 0
                for limit in limits where limit <= value { band += 1 }
                return band
            }
        case .number(let column, let limits, let labels):
            return Dimension.banded(rows, table[column], limits, unknown: UInt16(labels.count))
        case .name(let column):
            let names = table.names(of: column)
            let order = names.indices.sorted { names[$0] < names[$1] }
            var place = Array(repeating: UInt16(names.count), count: names.count + 1)
            for (rank, name) in order.enumerated() { place[name + 1] = UInt16(clamping: rank) }
            return rows.map(table[column]) { place[Int($0) + 1] }
        case .day(let band, let labels):
            return Dimension.ofDays(rows, table[.began], band, unknown: UInt16(labels.count))
        case .derived(let bands, _): return rows.map(bands(table)) { $0 }
        case .days(let limits, let labels):
            let days = zip(table[.began], table[.ended]).map { began, ended in
                began == NumberColumn.unknown || ended == NumberColumn.unknown || ended < began
                    ? NumberColumn.unknown : ended - began
            }
            return Dimension.banded(rows, days, limits, unknown: UInt16(labels.count))
        }
    }

    private static func banded(
        _ rows: EpisodeRows, _ column: [Int32], _ limits: [Int32], unknown: UInt16
    ) -> [UInt16] {
        // Few limits, so that adding up comparisons takes less time than searching, and none of it depends on a branch.
        let padded = limits + Array(repeating: Int32.max, count: max(0, 5 - limits.count))
        guard padded.count == 5 else {
            return rows.map(column) { value in
                value == NumberColumn.unknown ? unknown : UInt16(limits.count { $0 <= value })
            }
        }
        let (one, two, three, four, five) = (padded[0], padded[1], padded[2], padded[3], padded[4])
        return rows.map(column) { value in
            let first = UInt16(one <= value ? 1 : 0) &+ UInt16(two <= value ? 1 : 0) &+ UInt16(three <= value ? 1 : 0)
            let band = first &+ UInt16(four <= value ? 1 : 0) &+ UInt16(five <= value ? 1 : 0)
            return value == NumberColumn.unknown ? unknown : band
        }
    }

    /// The days of a table are few, so each is looked up once.
    private static func ofDays(
        _ rows: EpisodeRows, _ days: [Int32], _ band: (Int32) -> Int?, unknown: UInt16
    ) -> [UInt16] {
        var (first, last) = (Int32.max, Int32.min)
        for day in days where day != NumberColumn.unknown { (first, last) = (min(first, day), max(last, day)) }
        guard first <= last else { return rows.map(days) { _ in unknown } }
        guard last - first < 100_000 else {
            return rows.map(days) { $0 == NumberColumn.unknown ? unknown : band($0).map(UInt16.init) ?? unknown }
        }
        let table = (first...last).map { band($0).map(UInt16.init) ?? unknown }
        return rows.map(days) { $0 == NumberColumn.unknown ? unknown : table[Int($0 - first)] }
    }
}
