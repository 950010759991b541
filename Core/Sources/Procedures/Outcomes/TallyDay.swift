// SPDX-License-Identifier: MIT

/// One day of a tally: what changed on it altogether, and each step with its second.
struct TallyDay: Sendable {
    /// For each duty and state, how many more instances stand so at the day's end than at its beginning; empty where
    /// nothing changed.
    private(set) var changes: [Int32] = []
    /// Each step in four bytes: the second of the day in the lower 17 bits, and what changed above them.
    private var turns: [UInt32] = []
    /// Those that don't fit, of a pack with hundreds of duties.
    private var others: [DutyTurn] = []

    private static let secondBits: UInt32 = 17
    private static let second: UInt32 = 1 << secondBits - 1
    static let mostCodes: Int32 = 1 << (32 - Int32(secondBits))

    /// The bytes that it holds.
    var bytes: Int { changes.count * 4 + turns.count * 4 + others.count * 16 }

    /// `counts` is how many counts there are; `mostCodes` how many changes fit, fewer in tests.
    mutating func add(_ turn: DutyTurn, second: Int, counts: Int, mostCodes: Int32) {
        sum(turn, by: 1, counts)
        if turn.code < mostCodes {
            turns.append(UInt32(turn.code) << Self.secondBits | UInt32(second))
        } else {
            others.append(turn)
        }
    }

    /// Takes off what was added before, in the same steps or in others that come to the same.
    mutating func remove(_ turn: DutyTurn, second: Int, counts: Int, mostCodes: Int32) {
        let packed = turn.code < mostCodes ? UInt32(turn.code) << Self.secondBits | UInt32(second) : nil
        if let packed, let place = turns.lastIndex(of: packed) {
            turns.swapAt(place, turns.count - 1)
            turns.removeLast()
        } else if packed == nil, let place = others.lastIndex(of: turn) {
            others.swapAt(place, others.count - 1)
            others.removeLast()
        } else {
            return add(turn.reversed, second: second, counts: counts, mostCodes: mostCodes)
        }
        sum(turn, by: -1, counts)
    }

    mutating func join(_ other: TallyDay) {
        if changes.isEmpty {
            changes = other.changes
        } else {
            for key in other.changes.indices { changes[key] += other.changes[key] }
        }
        turns += other.turns
        others += other.others
    }

    /// What changed on the day up to a second of it, into `totals`.
    func count(through second: Int, into totals: inout DutyTotals) {
        for packed in turns where Int(packed & Self.second) <= second {
            totals.add(DutyTurn(at: 0, code: Int32(packed >> Self.secondBits)))
        }
        for turn in others where TallyDay.second(of: turn.at) <= second { totals.add(turn) }
    }

    /// Gives back the room that was taken for more.
    mutating func trim() {
        turns = turns.withUnsafeBufferPointer { Array($0) }
    }

    /// The day since 1970 in which an instant lies, as the world's clock counts them.
    static func day(of at: Int64) -> Int { Int((at - (at < 0 ? 86_399 : 0)) / 86_400) }

    static func second(of at: Int64) -> Int { Int(at - Int64(day(of: at)) * 86_400) }

    private mutating func sum(_ turn: DutyTurn, by count: Int32, _ counts: Int) {
        if changes.isEmpty { changes = Array(repeating: 0, count: counts) }
        let places = turn.places
        if let from = places.from { changes[from] -= count }
        if let to = places.to { changes[to] += count }
    }
}
