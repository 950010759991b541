// SPDX-License-Identifier: MIT

import WorkingTime

/// Two children of one register who may be one child.
public struct DuplicatePair: Sendable, Hashable {
    /// Rows of the register, the lower first.
    public let first: Int
    public let second: Int
    /// Natural logarithm of the odds that they are one; before `settled`, under an assumed share of repeats.
    public let logOdds: Float
}

/// Finds the children whom a register holds more than once.
///
/// Rows are looked at one by one, each against those before it, so that a shell may share them out.
public struct DuplicatePairs: Sendable {
    private let register: MatchRegister
    private let weights: Weights
    /// What it weighs that two records are of two children.
    private let unknown: Float

    /// How much seldomer a child of a register is in it again than a child who is reported is in it at all, as a
    /// logarithm, before the register itself was asked: about one in twenty, against six in seven.
    private static let seldomer: Float = 4.7
    /// Pairs below this are not told of: what the register itself says of its repeats may still lift them.
    private static let leastLogOdds: Float = -11

    public init(_ register: MatchRegister, weights: Weights) {
        self.register = register
        self.weights = weights
        unknown = weights.weightOfUnknown(among: register.count) + DuplicatePairs.seldomer
    }

    /// The pairs that are likelier one child than two, when it is considered how much this register repeats itself.
    ///
    /// That share is the one under which it is what the pairs themselves make likely.
    public static func settled(_ pairs: [DuplicatePair], among count: Int) -> [DuplicatePair] {
        let assumed = 1.0 / 20
        var share = assumed
        for _ in 0..<20 {
            let shift = NaturalLogarithm.of(share / assumed)
            let expected = pairs.reduce(0.0) { sum, pair in
                sum + 1 / (1 + NaturalLogarithm.exponential(-(Double(pair.logOdds) + shift)))
            }
            share = min(5, max(0.001, expected / Double(max(1, count))))
        }
        let shift = Float(NaturalLogarithm.of(share / assumed))
        return pairs.compactMap { pair in
            pair.logOdds + shift < 0
                ? nil : DuplicatePair(first: pair.first, second: pair.second, logOdds: pair.logOdds + shift)
        }
    }

    /// The pairs whose second row is one of `rows`, in order.
    public func pairs(of rows: Range<Int>) -> [DuplicatePair] {
        var pairs: [DuplicatePair] = []
        var memo = LikenessMemo(places: 1 << 16)
        var others: [UInt32] = []
        for row in rows {
            collect(row, &others)
            if others.isEmpty { continue }
            let sought = register.sought(row: row)
            for other in others {
                let other = Int(other)
                if !mayBeOne(sought, other) { continue }
                let there = weight(sought, other, &memo)
                if there - unknown < DuplicatePairs.leastLogOdds - 4 { continue }
                let back = weight(register.sought(row: other), row, &memo)
                let logOdds = (there + back) / 2 - unknown
                if logOdds >= DuplicatePairs.leastLogOdds {
                    pairs.append(DuplicatePair(first: other, second: row, logOdds: logOdds))
                }
            }
        }
        return pairs
    }

    /// What speaks for and against the two being one, of the lower row by what the higher one says.
    public func evidence(for pair: DuplicatePair) -> Evidence {
        var memo = LikenessMemo()
        return register.evidence(register.sought(row: pair.second), row: pair.first, on: nil, &memo)
    }

    /// Whether anything besides the names speaks for it: without that, two records of one register are namesakes.
    private func mayBeOne(_ sought: Sought, _ row: Int) -> Bool {
        let core = register.store.cores[row]
        if let said = sought.born, core.born != RowCore.unknownBirth {
            let birth = BirthLikeness.of(
                said, isAssumed: sought.core.isBirthDateAssumed,
                BirthParts(core.born), isAssumed: core.isBirthDateAssumed)
            if !birth.isDisagreement || birth == .assumedNearYear { return true }
        }
        let isNumberSame =
            sought.core.nhsNumber != 0 && sought.core.nhsNumber == core.nhsNumber
            || sought.core.pupilNumber != 0 && sought.core.pupilNumber == core.pupilNumber
            || sought.core.caseReference != 0 && sought.core.caseReference == core.caseReference
        return isNumberSame || HomeLikeness.of(sought, row: row, in: register.store).isHousehold
    }

    private func weight(_ sought: Sought, _ row: Int, _ memo: inout LikenessMemo) -> Float {
        weights.weight(of: register.evidence(sought, row: row, on: nil, &memo))
    }

    /// The rows before `row` that share a key with it, each once.
    private func collect(_ row: Int, _ others: inout [UInt32]) {
        others.removeAll(keepingCapacity: true)
        let index = register.index
        Keys.each(of: row, in: register.store) { kind, key in
            let range = index.range(of: key)
            if range.count < 2 || range.count > DuplicatePairs.longestList(kind) { return }
            for place in range {
                let other = index.row(at: place)
                if other >= row { break }
                others.append(UInt32(truncatingIfNeeded: other))
            }
        }
        if others.count < 2 { return }
        others.sort()
        var kept = 1
        for place in 1..<others.count where others[place] != others[kept - 1] {
            others[kept] = others[place]
            kept += 1
        }
        others.removeLast(others.count - kept)
    }

    /// A key that more children share says too little to compare them all with each other.
    private static func longestList(_ kind: Keys.Kind) -> Int {
        switch kind {
        case .nhsNumber, .pupilNumber, .caseReference: 50
        case .birthAndSound: 40
        case .postcode, .house: 60
        case .pairInYear: 25
        case .birth: 0
        case .pair: 12
        }
    }
}
