// SPDX-License-Identifier: MIT

/// An SSDA903 return as read: typed where a rule or a figure asks, and as written everywhere else.
///
/// A table that was not given is nil, which is not the same as a table without rows: a rule whose tables were
/// not given cannot be run.
public struct Return903: Sendable {
    /// The identifiers of the children, each once, in the order in which they were first met.
    public private(set) var children: [String] = []
    private var numbers: [String: ChildNumber] = [:]

    public var header: [HeaderRow]?
    public var episodes: [CareRow]?
    public var missing: [MissingRow]?
    /// The Missing table of the year before.
    public var missingLastYear: [MissingRow]?
    /// Of every other table, the child of each row.
    public var others: [Table903: [ChildNumber]] = [:]

    public init() {}

    /// The number of the child with this identifier, which is new where it was not met before.
    public mutating func number(of child: String) -> ChildNumber {
        if let known = numbers[child] { return known }
        let number = ChildNumber(children.count)
        children.append(child)
        numbers[child] = number
        return number
    }

    /// The identifier of the child with this number.
    public func identifier(of child: ChildNumber) -> String {
        children[Int(child)]
    }

    /// The number of the blank identifier, where a row has one.
    var blankChild: ChildNumber? { numbers[""] }

    /// The child of each row of a table, or nil where the table was not given.
    func childrenOfRows(in table: Table903) -> [ChildNumber]? {
        switch table {
        case .header: header.map { rows in rows.indices.map { rows[$0].child } }
        case .episodes: episodes.map { rows in rows.indices.map { rows[$0].child } }
        case .missing: missing.map { rows in rows.indices.map { rows[$0].child } }
        default: others[table]
        }
    }
}
