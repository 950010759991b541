// SPDX-License-Identifier: MIT

import WorkingTime

/// Answers who a child is, with the reasons, the rival and how sure the answer is.
public struct Matcher: Sendable {
    public let register: MatchRegister
    public let weights: Weights
    /// The day by which an age is understood.
    public let date: CivilDate?
    /// What was added or changed since the register was made, and the references that it holds anew.
    private let newer: MatchRegister?
    private let replaced: Set<String>

    public init(register: MatchRegister, weights: Weights, on date: CivilDate?) {
        (self.register, self.weights, self.date) = (register, weights, date)
        (newer, replaced) = (nil, [])
    }

    /// - Parameters:
    ///   - newer: A register that stands beside the first.
    ///   - replaced: References whose rows in the first count no more.
    public init(
        register: MatchRegister, newer: MatchRegister, replaced: Set<String>, weights: Weights, on date: CivilDate?
    ) {
        (self.register, self.weights, self.date) = (register, weights, date)
        (self.newer, self.replaced) = (newer, replaced)
    }

    /// Above this, nobody who shares neither home, number nor birth date with the child can still be a rival.
    private static let beyondRivals = 10.0

    /// The likeliest children first, at most `limit`; those that are far from likely are left out.
    public func answer(_ child: SoughtChild, limit: Int = 10) -> MatchAnswer {
        var memo = LikenessMemo()
        var newerMemo = LikenessMemo(places: newer == nil ? 1 : 2_048)
        let sought = register.sought(child)
        let newerSought = newer?.sought(child)
        func answer(_ candidates: (Sought, MatchRegister) -> [Int]) -> MatchAnswer {
            var compared = compare(sought, candidates(sought, register), in: register, &memo)
            if let newer, let newerSought {
                compared.removeAll { replaced.contains($0.reference) }
                compared += compare(newerSought, candidates(newerSought, newer), in: newer, &newerMemo)
            }
            let population = newer?.population ?? register.population
            return MatchAnswer(compared, weightOfUnknown: weights.weightOfUnknown(among: population), limit: limit)
        }
        let nearest = answer { Candidates.nearest($0, in: $1) }
        if let best = nearest.candidates.first, best.logOdds >= Matcher.beyondRivals { return nearest }
        return answer { Candidates.of($0, in: $1, on: date) }
    }

    struct Compared {
        let reference: String
        let row: Int
        let evidence: Evidence
        let weight: Float
    }

    func compare(_ sought: Sought, _ memo: inout LikenessMemo) -> [Compared] {
        compare(sought, Candidates.of(sought, in: register, on: date), in: register, &memo)
    }

    private func compare(
        _ sought: Sought, _ rows: [Int], in register: MatchRegister, _ memo: inout LikenessMemo
    ) -> [Compared] {
        rows.map { row in
            let evidence = register.evidence(sought, row: row, on: date, &memo)
            return Compared(
                reference: register.references[row], row: row, evidence: evidence,
                weight: weights.weight(of: evidence))
        }
    }
}
