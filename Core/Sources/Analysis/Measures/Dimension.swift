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

    /// Gives the band of each row by its place among the labels; their count stands for a value that is not known. What is
    /// the same for all rows is worked out once, here.
    func bander(in table: EpisodeTable) -> (EpisodeRows) -> [UInt16] {
        switch source {
        case .code(let column):
            let (codes, unknown) = (table[column], UInt16(column.labels.count))
            return { rows in rows.map(codes) { $0 == CodeColumn.unknown ? unknown : UInt16($0) } }
        case .years(let column, let limits, let labels):
            let (codes, unknown) = (table[column], UInt16(labels.count))
            // A byte has few values, so each is looked up.
            let bands = (0...255).map { value in
                value == Int(CodeColumn.unknown) ? unknown : UInt16(limits.count { Int($0) <= value })
            }
            return { rows in rows.map(codes) { bands[Int($0)] } }
        case .number(let column, let limits, let labels):
            return Dimension.banded(table[column], limits, unknown: UInt16(labels.count))
        case .name(let column):
            let (codes, names) = (table[column], table.names(of: column))
            let order = names.indices.sorted { names[$0] < names[$1] }
            var place = Array(repeating: UInt16(names.count), count: names.count + 1)
            for (rank, name) in order.enumerated() { place[name + 1] = UInt16(clamping: rank) }
            return { [place] rows in rows.map(codes) { place[Int($0) + 1] } }
        case .day(let band, let labels):
            return Dimension.ofDays(table[.began], band, unknown: UInt16(labels.count))
        case .derived(let bands, _):
            let all = bands(table)
            return { rows in rows.map(all) { $0 } }
        case .days(let limits, let labels):
            let days = zip(table[.began], table[.ended]).map { began, ended in
                began == NumberColumn.unknown || ended == NumberColumn.unknown || ended < began
                    ? NumberColumn.unknown : ended - began
            }
            return Dimension.banded(days, limits, unknown: UInt16(labels.count))
        }
    }

    private static func banded(
        _ column: [Int32], _ limits: [Int32], unknown: UInt16
    ) -> (EpisodeRows) -> [UInt16] {
        // Few limits, so that adding up comparisons takes less time than searching, and none of it depends on a branch.
        let padded = limits + Array(repeating: Int32.max, count: max(0, 5 - limits.count))
        guard padded.count == 5 else {
            return { rows in
                rows.map(column) { value in
                    value == NumberColumn.unknown ? unknown : UInt16(limits.count { $0 <= value })
                }
            }
        }
        let (one, two, three, four, five) = (padded[0], padded[1], padded[2], padded[3], padded[4])
        return { rows in
            rows.map(column) { value in
                let first = Int32(one <= value ? 1 : 0) &+ Int32(two <= value ? 1 : 0) &+ Int32(three <= value ? 1 : 0)
                let band = first &+ Int32(four <= value ? 1 : 0) &+ Int32(five <= value ? 1 : 0)
                return UInt16(truncatingIfNeeded: value == NumberColumn.unknown ? Int32(unknown) : band)
            }
        }
    }

    /// The days of a table are few, so each is looked up once.
    private static func ofDays(
        _ days: [Int32], _ band: @escaping (Int32) -> Int?, unknown: UInt16
    ) -> (EpisodeRows) -> [UInt16] {
        var (first, last) = (Int32.max, Int32.min)
        for day in days {
            first = min(first, day == NumberColumn.unknown ? .max : day)
            last = max(last, day)
        }
        guard first <= last else { return { rows in rows.map(days) { _ in unknown } } }
        guard Int64(last) - Int64(first) < 100_000 else {
            return { rows in
                rows.map(days) { $0 == NumberColumn.unknown ? unknown : band($0).map(UInt16.init) ?? unknown }
            }
        }
        let bands = (first...last).map { band($0).map(UInt16.init) ?? unknown }
        return { [first] rows in
            rows.map(days) { $0 == NumberColumn.unknown ? unknown : bands[Int($0 &- first)] }
        }
    }
}
