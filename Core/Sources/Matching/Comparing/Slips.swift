// SPDX-License-Identifier: MIT

/// How many slips of a typist lie between two words: a letter wrong, wanting, too many, or two neighbours exchanged.
enum Slips {
    /// Optimal string alignment by bits (Hyyrö 2003): each letter of the second word in a dozen instructions.
    static func between(_ one: Letters, _ other: Letters) -> Int {
        let count = one.count
        if count == 0 { return other.count }
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 32) { places in
            places.initialize(repeating: 0)
            for index in 0..<count { places[Int(one[index])] |= 1 << UInt32(index) }
            let lastBit: UInt32 = 1 << UInt32(count - 1)
            var (up, down) = (UInt32.max, UInt32(0))
            var (diagonal, before) = (UInt32(0), UInt32(0))
            var slips = count
            for index in 0..<other.count {
                let here = places[Int(other[index])]
                let exchanged = ((~diagonal & here) << 1) & before
                diagonal = (((here & up) &+ up) ^ up) | here | down | exchanged
                var right = down | ~(diagonal | up)
                var left = diagonal & up
                if right & lastBit != 0 { slips += 1 }
                if left & lastBit != 0 { slips -= 1 }
                right = right << 1 | 1
                left <<= 1
                up = left | ~(diagonal | right)
                down = right & diagonal
                before = here
            }
            return slips
        }
    }

    /// Whether two packed identifiers or postcodes are one slip apart: a character wrong, or two neighbours exchanged.
    static func isOne(_ one: UInt64, _ other: UInt64) -> Bool {
        let apart = one ^ other
        if apart == 0 { return false }
        let first = UInt64(apart.trailingZeroBitCount / 6 * 6)
        let rest = (apart >> first) >> 6
        let here = (one: (one >> first) & 63, other: (other >> first) & 63)
        if rest == 0 { return here.one != 0 && here.other != 0 }
        let next = (one: ((one >> first) >> 6) & 63, other: ((other >> first) >> 6) & 63)
        return rest >> 6 == 0 && here.one == next.other && here.other == next.one
    }
}
