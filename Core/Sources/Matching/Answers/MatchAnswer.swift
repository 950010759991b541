// SPDX-License-Identifier: MIT

/// Who a child may be: the likeliest of the register first.
public struct MatchAnswer: Sendable {
    /// What may be done with the answer.
    public enum Band: String, Sendable, CaseIterable {
        /// So sure that it may be taken without asking a person.
        case certain
        /// A person has to say.
        case toDecide
        /// Nobody in the register is at all likely.
        case notKnown
    }

    /// One child of the register who may be the one.
    public struct Candidate: Sendable {
        public let reference: String
        public let evidence: Evidence
        /// How likely it is that this is the child, all rivals and nobody at all considered.
        public let probability: Double
        /// Natural logarithm of the odds of the same.
        public let logOdds: Double
        /// The same against nobody at all, as if there were no rivals: what may be shown to somebody from whom a rival
        /// is kept.
        public let logOddsAlone: Double
    }

    public let candidates: [Candidate]
    public let band: Band

    /// At and above this an answer is certain, unless something forbids it.
    static let certainLogOdds = 6.0
    /// Below this the best is not worth showing as a match.
    static let notKnownLogOdds = -3.0

    init(_ compared: [Matcher.Compared], weightOfUnknown: Float, limit: Int) {
        let unknown = Double(weightOfUnknown)
        let sorted = compared.sorted { (-$0.weight, $0.row) < (-$1.weight, $1.row) }
        let top = max(unknown, Double(sorted.first?.weight ?? -.infinity))
        let parts = sorted.map { NaturalLogarithm.exponential(Double($0.weight) - top) }
        let all = parts.reduce(NaturalLogarithm.exponential(unknown - top), +)
        candidates = sorted.prefix(limit).enumerated().map { index, one in
            let others = max(all - parts[index], 1e-300)
            return Candidate(
                reference: one.reference, evidence: one.evidence,
                probability: parts[index] / all,
                logOdds: Double(one.weight) - top - NaturalLogarithm.of(others),
                logOddsAlone: Double(one.weight) - unknown)
        }
        band = MatchAnswer.band(of: candidates)
    }

    private static func band(of candidates: [Candidate]) -> Band {
        guard let best = candidates.first, best.logOdds > notKnownLogOdds else { return .notKnown }
        let evidence = best.evidence
        let isSafe =
            !evidence.looksLikeTwin && !evidence.looksLikeSibling && !evidence.identifiersConflict
            && (evidence.forename.likeness.isAgreement || evidence.isIdentifierSame)
        return best.logOdds >= certainLogOdds && isSafe ? .certain : .toDecide
    }
}
