// SPDX-License-Identifier: MIT

import Casework

/// The words in which police decide, from the date the pack is in force.
public struct PoliceVocabulary: Hashable, Sendable {
    public let categories: [PoliceCategory]
    public let grades: [RiskGrade]
    /// The clauses, where the pack gives them.
    public let source: String?

    public init(categories: [PoliceCategory], grades: [RiskGrade], source: String? = nil) {
        self.categories = categories
        self.grades = grades
        self.source = source
    }

    /// The words that a decision of this kind may use; nil for events that decide neither category nor grade.
    public func words(for word: EventWord) -> [String]? {
        switch word {
        case .classified, .reclassified, .decidedByIncidentManager: categories.map(\.rawValue)
        case .riskGraded: grades.map(\.rawValue)
        default: nil
        }
    }

    /// Whether a category or a grade is one of its words.
    public func holds(_ word: String) -> Bool {
        categories.contains { $0.rawValue == word } || grades.contains { $0.rawValue == word }
    }
}
