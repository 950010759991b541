// SPDX-License-Identifier: MIT

/// Chance that can be had again: the same seed gives the same draws on every machine and in every version.
///
/// SplitMix64. The standard library's own helpers are not used, because how they draw may change.
public struct SeededRandom: Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    /// Chance for one part of a whole, so that a change in one part leaves the others as they were.
    public init(seed: UInt64, part: UInt64) {
        var mixing = SeededRandom(seed: seed &+ part &* 0xD1B5_4A32_D192_ED03)
        state = mixing.next()
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Evenly drawn from 0 up to, not with, 1.
    public mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// Evenly drawn from `range`, both ends included.
    public mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// True in `share` of all cases, 0 to 1.
    public mutating func chance(_ share: Double) -> Bool { fraction() < share }

    /// One of `choices`, each as likely as the others. There has to be one.
    public mutating func pick<T>(_ choices: [T]) -> T {
        precondition(!choices.isEmpty, "there is something to pick from")
        return choices[number(0...(choices.count - 1))]
    }

    /// One of `choices`, each as likely as its weight says.
    public mutating func pick<T>(weighted choices: [(T, Double)]) -> T {
        precondition(!choices.isEmpty, "there is something to pick from")
        var left = fraction() * choices.reduce(0) { $0 + $1.1 }
        for (choice, weight) in choices {
            left -= weight
            if left < 0 { return choice }
        }
        return choices[choices.count - 1].0
    }

    /// `choices` in another order.
    public mutating func shuffled<T>(_ choices: [T]) -> [T] {
        var order = choices
        for place in order.indices.dropFirst().reversed() { order.swapAt(place, number(0...place)) }
        return order
    }
}
