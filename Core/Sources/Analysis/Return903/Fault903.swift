// SPDX-License-Identifier: MIT

/// One row of a return that breaks one rule.
public struct Fault903: Hashable, Sendable {
    public let table: Table903
    /// Counted from 0, the header line not counted.
    public let row: Int
    public let rule: Rule903
    /// The identifier of the child, empty where the row has none.
    public let child: String
    /// What is wrong with this row.
    public let says: String
    /// How to put it right.
    public var mend: String { rule.mend }
}

/// What checking a return came to.
public struct Check903: Sendable {
    /// In the order of table, row and rule.
    public let faults: [Fault903]
    /// Rules that could not be run, with the tables that were not given.
    public let notRun: [(rule: Rule903, lacking: [String])]

    /// The check of something that is no return.
    public static let nothingRun = Check903(faults: [], notRun: [])
}
