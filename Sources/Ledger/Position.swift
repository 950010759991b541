// SPDX-License-Identifier: MIT
/// An entry's place in the ledger: the first entry is 1, and no number is ever left out.
public struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let number: Int64

    /// Refuses nothing; a position below 1 is no entry's.
    public init(_ number: Int64) {
        self.number = number
    }

    /// The place before the first entry: the head of an empty ledger.
    public static let beginning = Position(0)

    /// The place of the first entry.
    public static let first = Position(1)

    public var next: Position { Position(number + 1) }

    public func advanced(by count: Int) -> Position { Position(number + Int64(count)) }

    public static func < (earlier: Position, later: Position) -> Bool { earlier.number < later.number }

    public var description: String { String(number) }
}
