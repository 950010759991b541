// SPDX-License-Identifier: MIT

/// A child's number in this partnership's record. It says nothing about the child.
public struct ChildID: Hashable, Comparable, Sendable {
    public let number: UInt32
    public init(number: UInt32) { self.number = number }
    public static func < (first: ChildID, second: ChildID) -> Bool { first.number < second.number }
}

/// An episode's number in this partnership's record.
public struct EpisodeID: Hashable, Comparable, Sendable {
    public let number: UInt32
    public init(number: UInt32) { self.number = number }
    public static func < (first: EpisodeID, second: EpisodeID) -> Bool { first.number < second.number }
}

/// An agency by its short name: `eastmoor`, `larch-house`, `eastmoor-police`.
public struct AgencyID: Hashable, Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// An entry's place in the ledger: the first entry is 1, and no number is ever left out.
public struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let number: Int64

    public init(_ number: Int64) { self.number = number }

    /// The place before the first entry: the head of an empty ledger.
    public static let beginning = Position(0)
    public static let first = Position(1)

    public var next: Position { Position(number + 1) }
    public func advanced(by count: Int) -> Position { Position(number + Int64(count)) }
    public static func < (earlier: Position, later: Position) -> Bool { earlier.number < later.number }
    public var description: String { String(number) }
}
