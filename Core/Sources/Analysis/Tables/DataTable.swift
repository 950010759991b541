// SPDX-License-Identifier: MIT

import WorkingTime

/// A table to be taken out of the record: named columns, and rows of cells that still know what they are.
///
/// Numbers, dates and times stay such until a file is written, so that a spreadsheet can reckon with them and text is
/// never taken for a formula.
public struct DataTable: Hashable, Sendable {
    /// One cell.
    public enum Cell: Hashable, Sendable {
        case text(String)
        case number(Int)
        case decimal(Double)
        case date(CivilDate)
        /// Written as clocks in London show it.
        case time(Instant)
        case blank
    }

    /// For a file or a sheet, such as `missing`.
    public let name: String
    public let columns: [String]
    /// Each as wide as ``columns``.
    public private(set) var rows: [[Cell]]

    public init(_ name: String, columns: [String], rows: [[Cell]] = []) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "each row has a cell for each column")
        (self.name, self.columns, self.rows) = (name, columns, rows)
    }

    public mutating func add(_ row: [Cell]) {
        precondition(row.count == columns.count, "each row has a cell for each column")
        rows.append(row)
    }
}

extension DataTable.Cell {
    /// The text, or blank where there is none.
    public static func text(ifAny text: String?) -> DataTable.Cell { text.map { .text($0) } ?? .blank }
    public static func number(ifAny number: Int?) -> DataTable.Cell { number.map { .number($0) } ?? .blank }
    public static func date(ifAny date: CivilDate?) -> DataTable.Cell { date.map { .date($0) } ?? .blank }
    public static func time(ifAny time: Instant?) -> DataTable.Cell { time.map { .time($0) } ?? .blank }
    /// `yes` or `no`.
    public static func flag(_ flag: Bool) -> DataTable.Cell { .text(flag ? "yes" : "no") }

    /// As a file of plain text has it: dates as `2026-04-01`, times as `2026-04-01T22:10:00+01:00`.
    public var written: String {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .decimal(let number): "\(number)"
        case .date(let date): TimeText.write(date)
        case .time(let time): TimeText.write(time)
        case .blank: ""
        }
    }
}
