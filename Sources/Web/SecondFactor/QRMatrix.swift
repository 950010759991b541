// SPDX-License-Identifier: MIT

/// The square of a QR code while it is drawn.
struct QRMatrix {
    let size: Int
    private(set) var dark: [Bool]
    /// Modules that belong to the patterns and hold no data.
    private var isPattern: [Bool]

    /// The patterns alone.
    init(_ version: QRVersion) {
        size = version.size
        dark = Array(repeating: false, count: size * size)
        isPattern = dark
        for place in 0..<size {
            set(6, place, place % 2 == 0)
            set(place, 6, place % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        let centres = version.alignment
        for row in centres {
            for column in centres where !Self.isCorner(row, column, centres) { drawAlignment(row, column) }
        }
        drawFormat(mask: 0)
        if version.number >= 7 { drawVersion(version.number) }
    }

    /// The patterns, the codewords under the mask, and the format that says which mask.
    func filled(with codewords: [UInt8], mask: Int) -> QRMatrix {
        var result = self
        var bit = 0
        for right in stride(from: size - 1, through: 1, by: -2) {
            let right = right <= 6 ? right - 1 : right
            for step in 0..<size {
                let isUpwards = (right + 1) & 2 == 0
                let row = isUpwards ? size - 1 - step : step
                for column in [right, right - 1] where !isPattern[row * size + column] {
                    let isSet = bit < codewords.count * 8 && codewords[bit / 8] >> (7 - bit % 8) & 1 == 1
                    result.dark[row * size + column] = isSet != Self.isFlipped(mask, row, column)
                    bit += 1
                }
            }
        }
        result.drawFormat(mask: mask)
        return result
    }

    /// How hard it is to read, by the four rules of the standard.
    var penalty: Int {
        let rows = (0..<size).map { row in (0..<size).map { dark[row * size + $0] } }
        let columns = (0..<size).map { column in (0..<size).map { dark[$0 * size + column] } }
        let lines = (rows + columns).reduce(0) { $0 + Self.penalty(ofLine: $1) }
        var blocks = 0
        for row in 0..<size - 1 {
            for column in 0..<size - 1 {
                let first = rows[row][column]
                if rows[row][column + 1] == first, rows[row + 1][column] == first, rows[row + 1][column + 1] == first {
                    blocks += 3
                }
            }
        }
        let total = size * size
        let share = abs(dark.count(where: \.self) * 20 - total * 10)
        return lines + blocks + ((share + total - 1) / total - 1) * 10
    }

    /// Runs of five and more, and what looks like a finder.
    private static func penalty(ofLine line: [Bool]) -> Int {
        var (penalty, run) = (0, 0)
        for place in line.indices {
            run = place > 0 && line[place] == line[place - 1] ? run + 1 : 1
            if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
        }
        let finder = [true, false, true, true, true, false, true]
        let quiet = [Bool](repeating: false, count: 4)
        for pattern in [quiet + finder, finder + quiet] {
            for start in 0...(line.count - pattern.count) where Array(line[start..<start + pattern.count]) == pattern {
                penalty += 40
            }
        }
        return penalty
    }

    private static func isFlipped(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }

    /// Where a finder stands there is no alignment pattern.
    private static func isCorner(_ row: Int, _ column: Int, _ centres: [Int]) -> Bool {
        let (first, last) = (centres.first, centres.last)
        return (row == first && (column == first || column == last)) || (row == last && column == first)
    }

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        dark[row * size + column] = isDark
        isPattern[row * size + column] = true
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for across in -4...4 {
                let (at, over) = (row + down, column + across)
                guard (0..<size).contains(at), (0..<size).contains(over) else { continue }
                let distance = max(abs(down), abs(across))
                set(at, over, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignment(_ row: Int, _ column: Int) {
        for down in -2...2 {
            for across in -2...2 { set(row + down, column + across, max(abs(down), abs(across)) != 1) }
        }
    }

    /// Level M and the mask, in fifteen bits that correct themselves, twice.
    private mutating func drawFormat(mask: Int) {
        var rest = mask
        for _ in 0..<10 { rest = (rest << 1) ^ ((rest >> 9) * 0x537) }
        let bits = (mask << 10 | rest) ^ 0x5412
        let isSet = { (place: Int) in bits >> place & 1 == 1 }
        for place in 0...5 { set(place, 8, isSet(place)) }
        set(7, 8, isSet(6))
        set(8, 8, isSet(7))
        set(8, 7, isSet(8))
        for place in 9..<15 { set(8, 14 - place, isSet(place)) }
        for place in 0..<8 { set(8, size - 1 - place, isSet(place)) }
        for place in 8..<15 { set(size - 15 + place, 8, isSet(place)) }
        set(size - 8, 8, true)
    }

    private mutating func drawVersion(_ number: Int) {
        var rest = number
        for _ in 0..<12 { rest = (rest << 1) ^ ((rest >> 11) * 0x1F25) }
        let bits = number << 12 | rest
        for place in 0..<18 {
            let (near, far) = (place / 3, size - 11 + place % 3)
            set(near, far, bits >> place & 1 == 1)
            set(far, near, bits >> place & 1 == 1)
        }
    }
}
