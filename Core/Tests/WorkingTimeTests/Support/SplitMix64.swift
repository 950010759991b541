// SPDX-License-Identifier: MIT

import WorkingTime

/// A small seeded generator, so that a failing property fails again the same way.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func instant(in years: ClosedRange<Int>) -> Instant {
        let first = London.startOfDay(CivilDate(year: years.lowerBound, month: 1, day: 1)!)
        let last = London.endOfDay(CivilDate(year: years.upperBound, month: 12, day: 31)!)
        return Instant(secondsSince1970: Int64.random(in: first.secondsSince1970...last.secondsSince1970, using: &self))
    }
}
