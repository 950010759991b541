// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PredicateForm {
    /// What police hold the child as, and how high they take the risk to be.
    static let policePredicates: [PredicateForm] = [
        words(
            "category", "The police category now.", takes: "absent", among: categoryWords,
            on: .facts, facts: FactBits.categories,
            holds: { $0.hasEpisode && $1.contains($0.facts.category.rawValue) },
            says: { moment, _ in "police hold the child as \(moment.facts.category.spoken)" }),
        words(
            "category-ever", "The police category now, or at any time before.", takes: "missing", among: categoryWords,
            on: .facts, facts: FactBits.categoriesEver,
            holds: { moment, words in
                moment.episodeFacts.contains { words.contains($0.category.rawValue) }
            },
            says: { _, words in "police hold or held the child as \(words.joined(separator: " or "))" }),
        words(
            "risk", "The grade of risk; `ungraded` before any.", takes: "high",
            among: ["ungraded"] + RiskGrade.allCases.map(\.rawValue), on: .facts, facts: FactBits.grades,
            holds: { $0.hasEpisode && $1.contains($0.facts.grade?.rawValue ?? "ungraded") },
            says: { moment, _ in "the risk is \(moment.facts.grade.map { "graded \($0.spoken)" } ?? "not graded yet")" }
        ),
        words(
            "risk-at-least", "The risk is graded so, or higher.", takes: "medium",
            among: RiskGrade.allCases.map(\.rawValue), on: .facts, facts: FactBits.gradesAtLeast,
            holds: { moment, words in
                guard let grade = moment.facts.grade else { return false }
                return words.contains { RiskGrade(rawValue: $0).map { $0 <= grade } ?? false }
            },
            says: { moment, _ in "the risk is graded \(moment.facts.grade?.spoken ?? "")" }),
        flag(
            "unanswered-questions", "The newest answers to the risk questions leave some unanswered.",
            says: "risk questions could not be answered", on: .facts.and(.words([.questionsAnswered]))
        ) { moment in
            moment.episodeMarks.last { $0.word == .questionsAnswered }.map { !$0.details.words(.unanswered).isEmpty }
                ?? false
        },
        flag(
            "risk-learnt-while-absent",
            "Police hold the child as absent, and since then a risk was noted or graded medium or high (ruling 30).",
            says: "risk was learnt while police hold the child as absent",
            on: .facts.and(.child).and(.words([.riskGraded])), holds: learntRiskWhileAbsent),
    ]

    private static let categoryWords = PoliceCategory.allCases.map(\.rawValue)

    private static let decisions: [EventWord] = [.classified, .reclassified, .decidedByIncidentManager]

    @Sendable private static func learntRiskWhileAbsent(_ moment: Moment) -> Bool {
        guard moment.facts.category == .absent,
            let decided = moment.episodeMarks.lastIndex(where: { decisions.contains($0.word) })
        else { return false }
        let decidedAt = moment.episodeMarks[decided].clockTime
        let isGraded = moment.episodeMarks[decided...].contains { mark in
            guard mark.word == .riskGraded, let grade = mark.details.word(.as).flatMap(RiskGrade.init(rawValue:)) else {
                return false
            }
            return grade >= .medium
        }
        return isGraded || moment.child.risks.contains { decidedAt < $0.notedAt && $0.stands(at: moment.at) }
    }
}

extension KnownRisk {
    func stands(at instant: Instant) -> Bool {
        notedAt <= instant && (endedAt.map { instant < $0 } ?? true)
    }
}
