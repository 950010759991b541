// SPDX-License-Identifier: MIT

/// What a person decided about one passage.
public struct PassageDecision: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        case show
        case blackOut = "black-out"
        case withhold
    }

    public let outcome: Outcome
    /// The words to black out, as they stand in the passage.
    public let blackedOut: [String]
    public let exemption: Exemption?
    /// The reviewer's own reason.
    public let reason: String

    public init(outcome: Outcome, blackedOut: [String] = [], exemption: Exemption? = nil, reason: String = "") {
        (self.outcome, self.blackedOut) = (outcome, blackedOut)
        (self.exemption, self.reason) = (exemption, reason)
    }

    /// What is proposed for a passage: a person decides.
    public static func proposed(for passage: Passage, with findings: [PassageFinding]) -> PassageDecision {
        if passage.word.mayHoldIntelligence { return PassageDecision(outcome: .withhold, exemption: .crime) }
        let words = findings.filter(\.kind.isBlackedOutByDefault).map(\.words)
        return words.isEmpty
            ? PassageDecision(outcome: .show)
            : PassageDecision(outcome: .blackOut, blackedOut: words, exemption: .thirdParty)
    }

    /// What is wrong with the decision for this passage; nothing where it can stand.
    public func faults(for passage: Passage) -> [PassageDecisionFault] {
        switch outcome {
        case .show: return blackedOut.isEmpty ? [] : [.wordsAreShown]
        case .blackOut:
            var faults: [PassageDecisionFault] = blackedOut.isEmpty ? [.nothingIsBlackedOut] : []
            if exemption == nil { faults.append(.groundIsLacking) }
            faults += blackedOut.filter { !passage.text.holds($0) }.map { .wordsAreNotThere($0) }
            return faults
        case .withhold: return exemption == nil ? [.groundIsLacking] : []
        }
    }
}

/// Why a decision about a passage can't stand.
public enum PassageDecisionFault: Hashable, Sendable {
    case groundIsLacking
    case nothingIsBlackedOut
    /// To show it all and to black out words exclude each other.
    case wordsAreShown
    case wordsAreNotThere(String)

    public var says: String {
        switch self {
        case .groundIsLacking: "Choose the ground on which it is held back."
        case .nothingIsBlackedOut: "Choose the words to black out, or show the passage."
        case .wordsAreShown: "Either show the passage or black out words of it."
        case .wordsAreNotThere(let words): "“\(words)” does not stand in this passage."
        }
    }
}

extension EventWord {
    /// Whether the entry may hold what police keep to find out a crime.
    var mayHoldIntelligence: Bool { self == .intelligenceChecked || self == .jointPictureBuilt }
}
