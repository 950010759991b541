// SPDX-License-Identifier: MIT

/// Puts together which records are of one child, the surest pairs first, and keeps apart what cannot be one.
///
/// A chain of likenesses is no proof: a group never takes in two records that contradict each other, by two identifiers
/// of one kind or by two certain birth dates, however many pairs connect them.
public struct DuplicateClusters: Sendable {
    /// The rows of each group, in order; only groups of two and more.
    public let groups: [[Int]]
    /// The pairs that were kept out because they would have put contradicting records together.
    public let refused: [DuplicatePair]

    public init(_ pairs: [DuplicatePair], in register: MatchRegister) {
        var groupOfRow: [Int: Int] = [:]
        var groups: [Int: [Int]] = [:]
        var refused: [DuplicatePair] = []
        let sorted = pairs.sorted { (-$0.logOdds, $0.first, $0.second) < (-$1.logOdds, $1.first, $1.second) }
        for pair in sorted {
            let one = groupOfRow[pair.first] ?? pair.first
            let other = groupOfRow[pair.second] ?? pair.second
            if one == other { continue }
            let (members, joining) = (groups[one] ?? [one], groups[other] ?? [other])
            if DuplicateClusters.contradict(members, joining, in: register) {
                refused.append(pair)
                continue
            }
            groups[one] = members + joining
            groups[other] = nil
            for row in members + joining { groupOfRow[row] = one }
        }
        self.groups = groups.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
        self.refused = refused
    }

    /// Every two records of one group: with the odds that were found, else with those of the weakest pair that holds
    /// the group together.
    public func pairs(of found: [DuplicatePair]) -> [DuplicatePair] {
        var groupOfRow: [Int: Int] = [:]
        for (number, group) in groups.enumerated() {
            for row in group { groupOfRow[row] = number }
        }
        var byGroup: [Int: [Int64: Float]] = [:]
        for pair in found {
            guard let number = groupOfRow[pair.first], number == groupOfRow[pair.second] else { continue }
            byGroup[number, default: [:]][DuplicateClusters.key(pair.first, pair.second)] = pair.logOdds
        }
        return groups.indices.flatMap { number -> [DuplicatePair] in
            let odds = byGroup[number] ?? [:]
            let weakest = odds.values.min() ?? 0
            return groups[number].indices.flatMap { place in
                groups[number][(place + 1)...].map { second in
                    let first = groups[number][place]
                    return DuplicatePair(
                        first: first, second: second, logOdds: odds[DuplicateClusters.key(first, second)] ?? weakest)
                }
            }
        }
    }

    private static func key(_ first: Int, _ second: Int) -> Int64 { Int64(first) << 32 | Int64(second) }

    private static func contradict(_ some: [Int], _ others: [Int], in register: MatchRegister) -> Bool {
        for one in some {
            for other in others where contradict(one, other, in: register) { return true }
        }
        return false
    }

    /// Whether two records say of themselves that they are of two children.
    static func contradict(_ one: Int, _ other: Int, in register: MatchRegister) -> Bool {
        let (first, second) = (register.store.cores[one], register.store.cores[other])
        if conflict(first.nhsNumber, second.nhsNumber) || conflict(first.pupilNumber, second.pupilNumber) {
            return true
        }
        // One number for both, or a slip of it, outweighs a date that somebody may have mistyped.
        if isSame(first.nhsNumber, second.nhsNumber) || isSame(first.pupilNumber, second.pupilNumber)
            || isSame(first.caseReference, second.caseReference)
        {
            return false
        }
        if first.born == RowCore.unknownBirth || second.born == RowCore.unknownBirth { return false }
        let likeness = BirthLikeness.of(
            BirthParts(first.born), isAssumed: first.isBirthDateAssumed,
            BirthParts(second.born), isAssumed: second.isBirthDateAssumed)
        return likeness == .different || likeness == .sameYear
    }

    private static func isSame(_ one: UInt64, _ other: UInt64) -> Bool {
        one != 0 && other != 0 && (one == other || Slips.isOne(one, other))
    }

    private static func conflict(_ one: UInt64, _ other: UInt64) -> Bool {
        one != 0 && other != 0 && one != other && !Slips.isOne(one, other)
    }
}
