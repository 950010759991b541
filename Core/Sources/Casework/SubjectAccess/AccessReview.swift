// SPDX-License-Identifier: MIT

/// How far the review of a record that somebody asked for has come: nothing is given that nobody decided on.
public struct AccessReview: Sendable {
    /// A passage with what was found in it and what was decided, if anything was.
    public struct Item: Sendable {
        public let passage: Passage
        public let findings: [PassageFinding]
        public let decision: PassageDecision?

        public init(passage: Passage, findings: [PassageFinding], decision: PassageDecision?) {
            (self.passage, self.findings) = (passage, findings)
            // What no longer fits the passage was never decided on this text.
            self.decision = decision.flatMap { $0.faults(for: passage).isEmpty ? $0 : nil }
        }

        /// What the person who asks is given; nil where it is withheld, or nobody has decided.
        public var given: RedactedText? {
            switch decision?.outcome {
            case .show: RedactedText(passage.text, without: [])
            case .blackOut: RedactedText(passage.text, without: decision?.blackedOut ?? [], findings: findings)
            case .withhold, nil: nil
            }
        }
    }

    public let items: [Item]

    /// `decisions` by the passages' ids.
    public init(_ passages: [Passage], finder: PassageFinder, decisions: [String: PassageDecision]) {
        items = passages.map {
            Item(passage: $0, findings: finder.findings(in: $0.text, beside: $0.labels), decision: decisions[$0.id])
        }
    }

    public var undecided: [Item] { items.filter { $0.decision == nil } }
    public var isComplete: Bool { undecided.isEmpty }

    /// How many passages were withheld, and how many words or names blacked out, by ground.
    public var heldBack: [(exemption: Exemption, withheld: Int, boxes: Int)] {
        Exemption.allCases.compactMap { exemption in
            let of = items.filter { $0.decision?.exemption == exemption }
            let withheld = of.filter { $0.decision?.outcome == .withhold }.count
            let boxes = of.filter { $0.decision?.outcome == .blackOut }.reduce(0) { $0 + ($1.given?.boxes.count ?? 0) }
            return withheld + boxes == 0 ? nil : (exemption, withheld, boxes)
        }
    }
}
