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

/// A place in the ledger: the first entry stands at 1.
public struct Position: Hashable, Comparable, Sendable {
    public let number: UInt64
    public init(_ number: UInt64) { self.number = number }
    public static let beginning = Position(0)
    public var next: Position { Position(number + 1) }
    public static func < (first: Position, second: Position) -> Bool { first.number < second.number }
}
