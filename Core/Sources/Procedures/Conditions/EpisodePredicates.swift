// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PredicateForm {
    /// How far the episode has come, and what care staff hold it as.
    static let episodePredicates: [PredicateForm] = [
        flag(
            "always", "Always, once the episode, or the child's record, has begun.", says: "it always applies",
            on: .time
        ) { _ in true },
        flag(
            "reported", "Somebody reported the child.", says: "the child was reported", on: .facts, facts: .reported
        ) {
            $0.facts.reportedAt != nil
        },
        flag(
            "open", "Reported, and neither back nor closed.", says: "the child is not back", on: .facts, facts: .open
        ) {
            $0.facts.reportedAt != nil && $0.facts.isOpen
        },
        flag(
            "located", "The child was located.", says: "the child was located", on: .facts, facts: .located
        ) {
            $0.facts.locatedAt != nil
        },
        flag(
            "returned", "The child returned.", says: "the child returned", on: .facts, facts: .returned
        ) { $0.facts.returnedAt != nil },
        flag(
            "back", "The child was located, or returned.", says: "the child was located or returned", on: .facts,
            facts: .located.union(.returned)
        ) {
            $0.facts.locatedAt != nil || $0.facts.returnedAt != nil
        },
        flag(
            "closed", "The episode was closed.", says: "the episode was closed", on: .facts, facts: .closed
        ) {
            $0.facts.closedAt != nil
        },
        words(
            "stage", "How far the episode has come.", takes: "away",
            among: EpisodeFacts.Stage.allCases.map(\.rawValue), on: .facts, facts: FactBits.stages,
            holds: { $0.hasEpisode && $1.contains($0.facts.stage.rawValue) },
            says: { moment, _ in "the episode stands at “\(moment.facts.stage.rawValue)”" }),
        kind("kind"), kind("care-kind"),
        words(
            "kind-ever", "The care kind now, or at any time before.", takes: "missing", among: kindWords, on: .facts,
            facts: FactBits.kindsEver,
            holds: { moment, words in
                // What the kind was taken to be before anybody had reported is nobody's word.
                moment.episodeFacts.contains {
                    $0.isKind(among: words) && ($0.reportedAt != nil || moment.facts.reportedAt == nil)
                }
            },
            says: { _, words in "the care kind is or was \(words.joined(separator: " or "))" }),
        words(
            "went-from", "Where they went missing from.", takes: "larch-house", among: nil, on: .facts,
            holds: { moment, words in moment.facts.from.map { words.contains($0) } ?? false },
            says: { moment, _ in "they went missing from \(moment.facts.from ?? "there")" }),
        said("imminent-risk", "The first checks or the report said that risk is imminent.", says: "risk is imminent") {
            $0.details.flag(.imminentRisk)
        },
        said("with-others", "Somebody was with them.", says: "the child is not alone") {
            !$0.details.words(.with).isEmpty || !$0.details.numbers(.withChildren).isEmpty
        },
        said("with-other-children", "Another child of the record is with them.", says: "another child is with them") {
            !$0.details.numbers(.withChildren).isEmpty
        },
    ]

    static let kindWords = ["missing"] + CareKind.allCases.map(\.rawValue)

    private static func kind(_ name: String) -> PredicateForm {
        words(
            name, "The care kind; `missing` stands for missing from home and from care.", takes: "missing-from-care",
            among: kindWords, on: .facts, facts: FactBits.kinds, holds: { $0.hasEpisode && $0.facts.isKind(among: $1) },
            says: { moment, _ in "the care kind is \(moment.facts.careKind.spoken)" })
    }

    /// Holds once any event of the episode has said so.
    private static func said(
        _ name: String, _ means: String, says: String, by isSuch: @escaping @Sendable (Mark) -> Bool
    ) -> PredicateForm {
        flag(
            name, means, says: says, on: .facts.and(.words(.all)),
            event: FirstEvent(words: .all, isSuch: isSuch, inCourse: true, inEpisode: true),
            holds: { $0.episodeMarks.contains(where: isSuch) })
    }
}

extension EpisodeFacts {
    fileprivate func isKind(among words: [String]) -> Bool { careKind.isNamed(among: words) }
}

extension CareKind {
    /// Whether one of the words names this kind, alone or with others.
    func isNamed(among words: [String]) -> Bool {
        words.contains(rawValue)
            || ((self == .missingFromHome || self == .missingFromCare) && words.contains("missing"))
    }
}
