// SPDX-License-Identifier: MIT

import Casework

/// The English of every predicate, by name: what its argument, as the pack writes it, asks.
enum PredicatePhrases {
    typealias Saying = @Sendable (Argument) -> Phrase

    /// What stands behind the predicate's name. It has been read without a fault already.
    struct Argument: Sendable {
        let node: PackNode

        var words: [String] { node.items.compactMap(\.scalar) }
        var text: String { node.scalar ?? "" }
        var number: Int { Int(text) ?? 0 }
        /// "missing from home or care, or absent"
        var either: String { PlainWord.either(words) }

        func match(alsoKnown: [String] = []) -> Match? { Faults().match(node, alsoKnown: alsoKnown) }
    }

    static let byName: [String: Saying] = episode.merging(police) { $1 }.merging(child) { $1 }
        .merging(time) { $1 }.merging(happening) { $1 }

    static func phrase(_ name: String, _ node: PackNode) -> Phrase? { byName[name]?(Argument(node: node)) }

    private static func fixed(_ holds: String, not fails: String) -> Saying { { _ in Phrase(holds, not: fails) } }

    private static let episode: [String: Saying] = [
        "always": { _ in .always },
        "reported": fixed("the child was reported", not: "nobody has reported the child"),
        "open": fixed("the child is reported and not back", not: "the child is back, or was never reported"),
        "located": fixed("the child has been located", not: "the child has not been located"),
        "returned": fixed("the child has returned", not: "the child has not returned"),
        "back": fixed(
            "the child has been located or has returned", not: "the child has neither been located nor returned"),
        "closed": fixed("the episode is closed", not: "the episode is not closed"),
        "stage": { (argument: Argument) in
            let standing = Sentences.list(argument.words.map { word in stages[word] ?? word }, by: "or")
            return Phrase("the episode stands at “\(standing)”", not: "the episode does not stand at “\(standing)”")
        },
        "kind": kind, "care-kind": kind,
        "kind-ever": { argument in
            Phrase(
                "the child counts or once counted as \(argument.either)",
                not: "the child has never counted as \(argument.either)")
        },
        "went-from": { argument in
            Phrase(
                "the child went missing from \(argument.either)",
                not: "the child did not go missing from \(argument.either)")
        },
        "imminent-risk": fixed("risk was said to be imminent", not: "nobody has said that risk is imminent"),
        "with-others": fixed("the child is with others", not: "the child is with nobody, as far as is known"),
        "with-other-children": fixed(
            "another child of the record is with them", not: "no other child of the record is with them"),
    ]

    private static let stages = [
        "checking": "first checks", "away": "away", "located": "located", "returned": "back", "closed": "closed",
    ]

    private static let kind: Saying = { argument in
        Phrase("the child counts as \(argument.either)", not: "the child does not count as \(argument.either)")
    }

    private static let police: [String: Saying] = [
        "category": { argument in
            if argument.words == [PoliceCategory.unclassified.rawValue] {
                return Phrase(
                    "police have not decided on a category", not: "police have decided on a category")
            }
            let words = categories(argument)
            return Phrase("police hold the child as \(words)", not: "police do not hold the child as \(words)")
        },
        "category-ever": { argument in
            let words = categories(argument)
            return Phrase(
                "police hold or have held the child as \(words)", not: "police have never held the child as \(words)")
        },
        "risk": { argument in
            if argument.words == ["ungraded"] {
                return Phrase("the risk has not been graded", not: "the risk has been graded")
            }
            return Phrase("the risk is graded \(argument.either)", not: "the risk is not graded \(argument.either)")
        },
        "risk-at-least": { argument in
            Phrase(
                "the risk is graded \(argument.either) or higher",
                not: "the risk is graded lower than \(argument.either), or not at all")
        },
        "unanswered-questions": fixed(
            "risk questions were left unanswered", not: "no risk question that was asked was left unanswered"),
        "risk-learnt-while-absent": fixed(
            "a risk has come to light while police hold the child as absent",
            not: "no risk has come to light while police hold the child as absent"),
    ]

    /// Police say “missing” of a child at home or in care alike.
    static func categories(_ argument: Argument) -> String {
        Sentences.list(
            argument.words.map { PoliceCategory(rawValue: $0)?.spoken ?? $0.replacingHyphens }, by: "or")
    }
}
