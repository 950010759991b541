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
        let (first, second) = (Packed.characters(one), Packed.characters(other))
        var differing = 0
        var places = (first: 0, second: 0)
        for index in 0..<16 where first[index] != second[index] {
            differing += 1
            if differing == 1 { places.first = index } else { places.second = index }
            if differing > 2 { return false }
        }
        if differing == 1 { return first[places.first] != 0 && second[places.first] != 0 }
        return differing == 2 && places.second == places.first + 1
            && first[places.first] == second[places.second] && first[places.second] == second[places.first]
    }
}
