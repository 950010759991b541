// SPDX-License-Identifier: MIT

/// One cell of a report.
public enum ReportCell: Hashable, Sendable {
    case text(String)
    case count(Int)
    /// A share of a whole.
    case share(Proportion)
    /// Tenths of the unit that the heading names.
    case tenths(Int)
    /// Kept back, so that nobody is told of whom few there are.
    case hidden
    /// There is nothing to say.
    case none

    public init(count: Int?) { self = count.map { .count($0) } ?? .hidden }
    public init(share: Proportion?) { self = share.map { .share($0) } ?? .hidden }

    /// What stands in place of a number that is kept back: the mark that national statistics use for confidential.
    public static let hiddenMark = "[c]"

    /// As it is printed.
    public var spoken: String {
        switch self {
        case .text(let text): text
        case .count(let count): count.grouped
        case .share(let share): percentage(share.part, of: share.whole)
        case .tenths(let tenths):
            tenths % 10 == 0 ? (tenths / 10).grouped : "\((tenths / 10).grouped).\(abs(tenths % 10))"
        case .hidden: ReportCell.hiddenMark
        case .none: "–"
        }
    }

    /// For a file of tables.
    var data: DataTable.Cell {
        switch self {
        case .text(let text): .text(text)
        case .count(let count): .number(count)
        // To a tenth of a per cent, as it is printed at its finest: a longer fraction would tell what it was made of.
        case .share(let share): share.share.map { .decimal(($0 * 1_000).rounded() / 10) } ?? .blank
        case .tenths(let tenths): .decimal(Double(tenths) / 10)
        case .hidden: .text(ReportCell.hiddenMark)
        case .none: .blank
        }
    }

    var isText: Bool { if case .text = self { true } else { false } }
}

/// A table of a report: a label and cells in each row, the columns in groups.
public struct ReportTable: Sendable {
    public struct Group: Hashable, Sendable {
        /// Empty where the columns speak for themselves.
        public let title: String
        public let columns: [String]

        public init(_ title: String, _ columns: [String]) { (self.title, self.columns) = (title, columns) }
    }

    public struct Row: Hashable, Sendable {
        public enum Weight: Hashable, Sendable { case plain, total, unknown }

        public let label: String
        public let cells: [ReportCell]
        public let weight: Weight

        public init(_ label: String, _ cells: [ReportCell], _ weight: Weight = .plain) {
            (self.label, self.cells, self.weight) = (label, cells, weight)
        }
    }

    /// For a sheet of a workbook, and for addresses.
    public let id: String
    public let title: String
    public let groups: [Group]
    public let rows: [Row]
    /// What was counted and how: the glossary line.
    public let definition: String?

    public init(id: String, title: String, groups: [Group], rows: [Row], definition: String? = nil) {
        let width = groups.reduce(0) { $0 + $1.columns.count }
        precondition(rows.allSatisfy { $0.cells.count == width }, "each row has a cell for each column")
        (self.id, self.title, self.groups, self.rows, self.definition) = (id, title, groups, rows, definition)
    }

    /// Each column by itself: "Missing: episodes".
    public var columns: [String] {
        groups.flatMap { group in
            group.columns.map { group.title.isEmpty ? $0 : "\(group.title): \($0.lowercased())" }
        }
    }

    /// The same for a file of tables.
    public var data: DataTable {
        DataTable(id, columns: [title] + columns, rows: rows.map { row in [.text(row.label)] + row.cells.map(\.data) })
    }

    public var html: HTML {
        let hasGroups = groups.contains { !$0.title.isEmpty }
        let over: HTML =
            hasGroups
            ? "<tr><td></td>\(groups.map { "<th scope=\"colgroup\" colspan=\"\($0.columns.count)\">\($0.title)</th>" as HTML })</tr>"
            : ""
        let heads = groups.flatMap(\.columns).enumerated().map { column, head -> HTML in
            let isWords = rows.contains { $0.cells[column].isText }
            return "<th scope=\"col\"\(" class=\"words\"", when: isWords)>\(head)</th>"
        }
        return """
            <div class="wide" role="region" tabindex="0" aria-label="\(title)"><table class="figure counts\(rows.count < 16 ? " short" : "")"><caption>\(title)</caption>\
            <thead>\(over)<tr><td></td>\(heads)</tr></thead><tbody>\(rows.map(drawn))</tbody></table></div>
            """
    }

    private func drawn(_ row: Row) -> HTML {
        let style: HTML =
            switch row.weight {
            case .plain: ""
            case .total: " class=\"total\""
            case .unknown: " class=\"unknown\""
            }
        let cells = row.cells.map { cell -> HTML in
            switch cell {
            case .hidden: "<td><abbr title=\"kept back, so that nobody can be told\">\(cell.spoken)</abbr></td>"
            case .text(let text): "<td class=\"words\">\(text)</td>"
            default: "<td>\(cell.spoken)</td>"
            }
        }
        return "<tr\(style)><th scope=\"row\">\(row.label)</th>\(cells)</tr>"
    }
}

extension Report {
    /// All tables as one, a line a cell: for a single file of plain text.
    public var long: DataTable {
        var long = DataTable(id, columns: ["table", "row", "column", "value"])
        for table in tables {
            for row in table.rows {
                for (column, cell) in zip(table.columns, row.cells) {
                    long.add([.text(table.title), .text(row.label), .text(column), cell.data])
                }
            }
        }
        return long
    }
}
