// SPDX-License-Identifier: MIT

import WorkingTime

/// Answers who a child is, with the reasons, the rival and how sure the answer is.
public struct Matcher: Sendable {
    public let register: MatchRegister
    public let weights: Weights
    /// The day by which an age is understood.
    public let date: CivilDate?

    public init(register: MatchRegister, weights: Weights, on date: CivilDate?) {
        self.register = register
        self.weights = weights
        self.date = date
    }

    /// The likeliest children first, at most `limit`; those that are far from likely are left out.
    public func answer(_ child: SoughtChild, limit: Int = 10) -> MatchAnswer {
        var memo = LikenessMemo()
        let compared = compare(register.sought(child), &memo)
        return MatchAnswer(compared, in: register, weights: weights, limit: limit)
    }

    struct Compared {
        let row: Int
        let evidence: Evidence
        let weight: Float
    }

    func compare(_ sought: Sought, _ memo: inout LikenessMemo) -> [Compared] {
        Candidates.of(sought, in: register, on: date).map { row in
            let evidence = register.evidence(sought, row: row, on: date, &memo)
            return Compared(row: row, evidence: evidence, weight: weights.weight(of: evidence))
        }
    }
}
