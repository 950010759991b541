// SPDX-License-Identifier: MIT

@testable import Analysis

extension Attacker {
    /// The least and the most that each variable can be, as far as looking at one sum after the other gets until nothing
    /// new comes of it.
    func ranges() -> [ClosedRange<Int>] {
        let top = 1_000_000
        var low = printed.map { $0 ?? 1 }
        var high = printed.map { $0 ?? top }
        var (hasChanged, rounds) = (true, 0)
        while hasChanged, rounds < 200 {
            (hasChanged, rounds) = (false, rounds + 1)
            for sum in sums {
                let most = sum.terms.reduce(0) { $0 + ($1.factor > 0 ? high : low)[$1.variable] * $1.factor }
                let least = sum.terms.reduce(0) { $0 + ($1.factor > 0 ? low : high)[$1.variable] * $1.factor }
                for (variable, factor) in sum.terms where printed[variable] == nil {
                    // What the others can give at most and at least bounds this one.
                    let othersMost = most - (factor > 0 ? high : low)[variable] * factor
                    let othersLeast = least - (factor > 0 ? low : high)[variable] * factor
                    var (from, to) = (low[variable], high[variable])
                    if factor > 0 {
                        from = max(from, Attacker.ceiling(-othersMost, factor))
                        if sum.isExact { to = min(to, Attacker.floor(-othersLeast, factor)) }
                    } else {
                        to = min(to, Attacker.floor(othersMost, -factor))
                        if sum.isExact { from = max(from, Attacker.ceiling(othersLeast, -factor)) }
                    }
                    if from > low[variable] || to < high[variable] {
                        (low[variable], high[variable], hasChanged) = (from, to, true)
                        break
                    }
                }
            }
        }
        return zip(low, high).map { $0...max($0, $1) }
    }

    /// The hidden variables that the exact sums alone determine, by elimination: those that a combination of sums leaves
    /// alone. Reckoned modulo a large prime, which is exact but for chance of one in a billion.
    func solved() -> Set<Int> {
        let unknown = printed.indices.filter { printed[$0] == nil }
        let column = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($0.element, $0.offset) })
        var rows: [[UInt64]] = sums.filter(\.isExact).compactMap { sum in
            var row = Array(repeating: UInt64(0), count: unknown.count)
            for (variable, factor) in sum.terms {
                if let place = column[variable] {
                    row[place] = Attacker.modulo(Int64(factor) + Int64(bitPattern: row[place]))
                }
            }
            return row.contains { $0 != 0 } ? row : nil
        }
        var rank = 0
        for place in unknown.indices {
            guard let pivot = (rank..<rows.count).first(where: { rows[$0][place] != 0 }) else { continue }
            rows.swapAt(rank, pivot)
            let inverse = Attacker.power(rows[rank][place], Attacker.prime - 2)
            rows[rank] = rows[rank].map { $0 * inverse % Attacker.prime }
            for other in rows.indices where other != rank && rows[other][place] != 0 {
                let factor = Attacker.prime - rows[other][place]
                for index in unknown.indices where rows[rank][index] != 0 {
                    rows[other][index] = (rows[other][index] + factor * rows[rank][index]) % Attacker.prime
                }
            }
            rank += 1
        }
        let alone = rows[..<rank].filter { row in row.count { $0 != 0 } == 1 }
        return Set(alone.compactMap { row in row.firstIndex { $0 != 0 }.map { unknown[$0] } })
    }

    /// Whether numbers fit everything that is printed and everything that is known.
    func fits(_ values: [Int]) -> Bool {
        for (value, print) in zip(values, printed) {
            if let print { if print != value { return false } } else if value < 1 { return false }
        }
        return sums.allSatisfy { sum in
            let total = sum.terms.reduce(0) { $0 + $1.factor * values[$1.variable] }
            return sum.isExact ? total == 0 : total >= 0
        }
    }

    private static let prime: UInt64 = 2_147_483_647

    private static func modulo(_ value: Int64) -> UInt64 {
        let rest = value % Int64(prime)
        return UInt64(rest < 0 ? rest + Int64(prime) : rest)
    }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, factor, rest) = (UInt64(1), base % prime, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = result * factor % prime }
            factor = factor * factor % prime
            rest >>= 1
        }
        return result
    }

    private static func floor(_ value: Int, _ by: Int) -> Int {
        value >= 0 ? value / by : -((-value + by - 1) / by)
    }

    private static func ceiling(_ value: Int, _ by: Int) -> Int { -floor(-value, by) }
}
