// SPDX-License-Identifier: MIT

/// How good answers are, where it is known who was meant.
public struct MatchQuality: Sendable {
    /// One question: the answer's best child and how sure it was, and whether it was right.
    public struct Question: Sendable {
        /// Whether the child is in the register at all.
        public let isKnown: Bool
        /// Nil where the answer named nobody.
        public let logOdds: Double?
        public let isRight: Bool
        public let band: MatchAnswer.Band
        public let tags: [Substring]

        public init(_ answer: MatchAnswer, truth: String, tags: [Substring]) {
            isKnown = !truth.isEmpty
            logOdds = answer.candidates.first?.logOdds
            isRight = !truth.isEmpty && answer.candidates.first?.reference == truth
            band = answer.band
            self.tags = tags
        }
    }

    /// The share of known children who stand first.
    public let first: Double
    /// The best there is between taking wrong children and leaving right ones.
    public let bestF1: Double
    public let bestLogOdds: Double
    /// The share of known children who are found where 995 in 1,000 of those taken are right.
    public let foundAtPrecision995: Double
    public let questions: Int
    public let known: Int
    /// Answers in the band “certain”, and how many of them name a wrong child.
    public let certain: Int
    public let certainWrong: Int
    /// By word that the questions carry.
    public let tags: [Tag]

    public struct Tag: Sendable {
        public let name: String
        public let known: Int
        public let first: Double
        /// Found and taken at the best threshold.
        public let taken: Double
    }

    public init(_ questions: [Question]) {
        self.questions = questions.count
        let known = questions.filter(\.isKnown)
        self.known = known.count
        let all = Double(max(1, known.count))
        first = Double(known.filter(\.isRight).count) / all
        let sorted = questions.filter { $0.logOdds != nil }.sorted { ($1.logOdds ?? 0) < ($0.logOdds ?? 0) }
        var (right, wrong) = (0.0, 0.0)
        var (best, threshold, safe) = (0.0, 0.0, 0.0)
        for (index, question) in sorted.enumerated() {
            if question.isRight { right += 1 } else { wrong += 1 }
            if index + 1 < sorted.count, sorted[index + 1].logOdds == question.logOdds { continue }
            let (precision, recall) = (right / (right + wrong), right / all)
            let both = right == 0 ? 0 : 2 * precision * recall / (precision + recall)
            if both > best { (best, threshold) = (both, question.logOdds ?? 0) }
            if precision >= 0.995 { safe = recall }
        }
        (bestF1, bestLogOdds, foundAtPrecision995) = (best, threshold, safe)
        certain = questions.filter { $0.band == .certain }.count
        certainWrong = questions.filter { $0.band == .certain && !$0.isRight }.count
        var byTag: [Substring: (known: Int, first: Int, taken: Int)] = [:]
        for question in known {
            for tag in question.tags {
                byTag[tag, default: (0, 0, 0)].known += 1
                if !question.isRight { continue }
                byTag[tag, default: (0, 0, 0)].first += 1
                if (question.logOdds ?? 0) >= threshold { byTag[tag, default: (0, 0, 0)].taken += 1 }
            }
        }
        tags = byTag.sorted { $0.key < $1.key }.map { name, counts in
            let all = Double(counts.known)
            return Tag(
                name: String(name), known: counts.known, first: Double(counts.first) / all,
                taken: Double(counts.taken) / all)
        }
    }
}
