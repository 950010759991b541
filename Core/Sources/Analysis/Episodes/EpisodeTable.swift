// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Every episode of one source as columns: a byte or a number each, rows grouped by child, each child's by date.
///
/// All measures are computed from this table, wherever its rows came from: a return, a police extract, the record. The
/// children stand in the order of their numbers, so that distinct children are counted in one pass.
public struct EpisodeTable: Sendable {
    /// Whose episode each row is.
    public private(set) var children: [Int32] = []
    private var codes: [[UInt8]] = Array(repeating: [], count: CodeColumn.allCases.count)
    private var numbers: [[Int32]] = Array(repeating: [], count: NumberColumn.allCases.count)
    private var names: [[Int32]] = Array(repeating: [], count: NameColumn.allCases.count)
    private var tags: [[UInt64]] = Array(repeating: [], count: TagColumn.allCases.count)
    /// What of an episode comes in any number: who was told, who went along, where the child was seen.
    public private(set) var notices = ByChild<NoticeRow>()
    public private(set) var companions = ByChild<CompanionRow>()
    public private(set) var seen = ByChild<SeenRow>()
    private var lists: [WordList] = Array(repeating: WordList(), count: NameColumn.allCases.count)
    private var tagLists: [WordList] = Array(repeating: WordList(), count: TagColumn.allCases.count)
    public private(set) var noticeNames = WordList()
    public private(set) var seenNames = WordList()

    public init() {}

    /// A table of rows in any order.
    public init(_ rows: [AbsenceRow]) {
        self.init(inOrder: EpisodeTable.order(of: rows).map { rows[$0] })
    }

    /// A table of rows that are in order already.
    init(inOrder rows: [AbsenceRow]) { append(rows) }

    public var count: Int { children.count }

    public subscript(column: CodeColumn) -> [UInt8] { codes[column.rawValue] }
    public subscript(column: NumberColumn) -> [Int32] { numbers[column.rawValue] }
    public subscript(column: NameColumn) -> [Int32] { names[column.rawValue] }
    public subscript(column: TagColumn) -> [UInt64] { tags[column.rawValue] }

    /// The names of a column, by their codes, in the order in which they came.
    public func names(of column: NameColumn) -> [String] { lists[column.rawValue].words }
    /// The words of a column, by their bits.
    public func words(of column: TagColumn) -> [String] { tagLists[column.rawValue].words }

    /// The rows of a child.
    public func rows(of child: Int32) -> Range<Int> {
        children.firstPlace { $0 >= child }..<children.firstPlace { $0 > child }
    }

    /// The episode that a row counts, by its number in the record; nil where its source gives none.
    public func episode(at row: Int) -> EpisodeID? {
        UInt32(exactly: self[.episode][row]).flatMap { $0 == 0 ? nil : EpisodeID(number: $0) }
    }

    /// Puts these rows in place of what there was of the child, and leaves the rest as it is.
    public mutating func replace(_ child: Int32, with rows: [AbsenceRow]) {
        precondition(rows.allSatisfy { $0.child == child }, "all rows are the child's")
        let place = self.rows(of: child)
        let sorted = EpisodeTable.order(of: rows).map { rows[$0] }
        var other = EpisodeTable()
        (other.lists, other.tagLists) = (lists, tagLists)
        (other.noticeNames, other.seenNames) = (noticeNames, seenNames)
        other.append(sorted)
        children.replaceSubrange(place, with: other.children)
        for index in codes.indices { codes[index].replaceSubrange(place, with: other.codes[index]) }
        for index in numbers.indices { numbers[index].replaceSubrange(place, with: other.numbers[index]) }
        for index in names.indices { names[index].replaceSubrange(place, with: other.names[index]) }
        for index in tags.indices { tags[index].replaceSubrange(place, with: other.tags[index]) }
        notices.replace(child, with: other.notices.rows)
        companions.replace(child, with: other.companions.rows)
        seen.replace(child, with: other.seen.rows)
        (lists, tagLists) = (other.lists, other.tagLists)
        (noticeNames, seenNames) = (other.noticeNames, other.seenNames)
    }

    private mutating func append(_ rows: [AbsenceRow]) {
        children += rows.map(\.child)
        for column in CodeColumn.allCases {
            codes[column.rawValue] += rows.map { column.code(of: $0) }
        }
        for column in NumberColumn.allCases {
            numbers[column.rawValue] += rows.map { column.number(of: $0) }
        }
        for column in NameColumn.allCases {
            for row in rows {
                let code = column.name(of: row).map { lists[column.rawValue].code(of: $0) } ?? NameColumn.unknown
                names[column.rawValue].append(code)
            }
        }
        for column in TagColumn.allCases {
            for row in rows { tags[column.rawValue].append(tagLists[column.rawValue].bits(of: column.words(of: row))) }
        }
        for row in rows { appendMany(row) }
    }

    private mutating func appendMany(_ row: AbsenceRow) {
        guard let details = row.details else { return }
        for notice in details.notices {
            let minutes = notice.minutesToAcknowledge.flatMap(Int32.init(exactly:)) ?? NumberColumn.unknown
            notices.append(
                NoticeRow(
                    child: row.child, episode: row.episode, to: noticeNames.code(of: notice.to),
                    minutesToAcknowledge: minutes))
        }
        for other in details.companions {
            companions.append(CompanionRow(child: row.child, episode: row.episode, other: Int32(clamping: other)))
        }
        for district in details.seenDistricts {
            seen.append(SeenRow(child: row.child, episode: row.episode, district: seenNames.code(of: district)))
        }
    }

    /// By child, then by start; rows without a start last, and the first recorded first.
    static func order(of rows: [AbsenceRow]) -> [Int] {
        rows.indices.sorted { one, other in
            let (first, second) = (rows[one], rows[other])
            if first.child != second.child { return first.child < second.child }
            let (began, later) = (first.began?.daysSince1970 ?? .max, second.began?.daysSince1970 ?? .max)
            if began != later { return began < later }
            let (minute, laterMinute) = (first.beganAtMinute ?? -1, second.beganAtMinute ?? -1)
            if minute != laterMinute { return minute < laterMinute }
            return (first.episode, one) < (second.episode, other)
        }
    }

    /// A table of columns that were made elsewhere: for measuring. Rows must be grouped by child.
    public init(
        children: [Int32], codes: [CodeColumn: [UInt8]], numbers: [NumberColumn: [Int32]],
        names: [NameColumn: (codes: [Int32], words: [String])]
    ) {
        self.children = children
        let count = children.count
        for column in CodeColumn.allCases {
            self.codes[column.rawValue] = codes[column] ?? Array(repeating: CodeColumn.unknown, count: count)
        }
        for column in NumberColumn.allCases {
            self.numbers[column.rawValue] = numbers[column] ?? Array(repeating: NumberColumn.unknown, count: count)
        }
        for column in NameColumn.allCases {
            self.names[column.rawValue] = names[column]?.codes ?? Array(repeating: NameColumn.unknown, count: count)
            for word in names[column]?.words ?? [] { _ = lists[column.rawValue].code(of: word) }
        }
        for column in TagColumn.allCases { tags[column.rawValue] = Array(repeating: 0, count: count) }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first place from which on the condition holds, in a collection in which it holds from some place on.
    func firstPlace(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
