// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ProtocolPack {
    /// The rule that ``refusal(of:_:)`` names.
    public static let vocabularyRule = "vocabulary"

    /// Why a decision may not be recorded in this word: it is none of those in force; nil where it is one of them.
    ///
    /// An episode is governed by the pack in force when it started, so its decisions stay in that pack's words.
    func refusal(of word: EventWord, _ details: Details) -> GuardrailRefusal? {
        guard let allowed = vocabulary.words(for: word), let given = details.word(.as), !allowed.contains(given) else {
            return nil
        }
        let kind = word == .riskGraded ? "grades of risk" : "police categories"
        let since = inForceFrom.map { " since \(Spoken.fullDate($0))" } ?? ""
        let choices = allowed.map { "“\($0.replacingHyphens)”" }.joined(separator: ", ")
        let renamed = sections.crosswalk.first { $0.was == given }?.now.flatMap { allowed.contains($0) ? $0 : nil }
        let way =
            renamed.map { "Record “\($0.replacingHyphens)”, the word for it now." } ?? "Choose one of these words."
        return GuardrailRefusal(
            rule: ProtocolPack.vocabularyRule,
            says: "“\(given.replacingHyphens)” is none of the \(kind) in force\(since): they are \(choices).",
            source: vocabulary.source ?? title, needs: [], wayOn: way)
    }
}
