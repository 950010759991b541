// SPDX-License-Identifier: MIT

/// Which of the texts that stay in the ledger an event carries, in eight bytes.
///
/// Rules ask whether a result or a description was given, and never what it says. The bits follow the order of
/// ``DetailKey`` and are never stored: a snapshot keeps the keys' names.
public struct TextSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    public init(arrayLiteral keys: DetailKey...) {
        for key in keys { insert(key) }
    }

    /// Those of `keys` that are texts.
    public init(_ keys: some Sequence<DetailKey>) {
        for key in keys { insert(key) }
    }

    /// The texts among these details.
    public init(_ details: Details) {
        for detail in details.all { insert(detail.key) }
    }

    public var isEmpty: Bool { bits == 0 }

    public func contains(_ key: DetailKey) -> Bool {
        guard let bit = TextSet.bits[Int(key.rawValue)] else { return false }
        return bits & bit != 0
    }

    /// The keys, in their order.
    public var keys: [DetailKey] { DetailKey.allCases.filter(contains) }

    public func union(_ other: TextSet) -> TextSet {
        var result = self
        result.bits |= other.bits
        return result
    }

    public func subtracting(_ other: TextSet) -> TextSet {
        var result = self
        result.bits &= ~other.bits
        return result
    }

    private mutating func insert(_ key: DetailKey) {
        if let bit = TextSet.bits[Int(key.rawValue)] { bits |= bit }
    }

    /// The bit of each key that is a text.
    private static let bits: [UInt64?] = {
        var next: UInt64 = 0
        let assigned = DetailKey.allCases.map { key -> UInt64? in
            guard key.isNarrative else { return nil }
            defer { next += 1 }
            return 1 << next
        }
        precondition(next <= 64, "a text set holds sixty-four kinds of text")
        return assigned
    }()
}
