// SPDX-License-Identifier: MIT

/// A set of event words in a few machine words: rules ask very often whether any of theirs has happened at all.
public struct EventWords: Hashable, Sendable, ExpressibleByArrayLiteral {
    @usableFromInline var bits: SIMD4<UInt64>

    public static let none = EventWords(bits: .zero)
    public static let all = EventWords(bits: SIMD4(repeating: .max))

    @usableFromInline init(bits: SIMD4<UInt64>) { self.bits = bits }

    public init(arrayLiteral words: EventWord...) { self.init(words) }

    public init(_ words: some Sequence<EventWord>) {
        bits = .zero
        for word in words { insert(word) }
    }

    @inlinable public var isEmpty: Bool { bits == .zero }

    @inlinable public func contains(_ word: EventWord) -> Bool {
        let ordinal = word.ordinal
        return bits[ordinal >> 6] & (1 << UInt64(ordinal & 63)) != 0
    }

    @inlinable public mutating func insert(_ word: EventWord) {
        let ordinal = word.ordinal
        bits[ordinal >> 6] |= 1 << UInt64(ordinal & 63)
    }

    @inlinable public func union(_ other: EventWords) -> EventWords { EventWords(bits: bits | other.bits) }

    @inlinable public func isDisjoint(with other: EventWords) -> Bool { bits & other.bits == .zero }
}

extension EventWord {
    /// The word's place among all words, below 256. It may be another in the next version, so it is never stored.
    @inlinable public var ordinal: Int {
        // An enumeration without payloads is one byte that counts its cases; a test walks through them all.
        Int(unsafeBitCast(self, to: UInt8.self))
    }
}
