// SPDX-License-Identifier: MIT

import Casework

/// The headings under which an assessment is written, each with a line of its own. They say what the source asks to be
/// looked at, and none of them is a score.
enum Headings {
    /// Of an assessment whose answers are not the call handler's questions; nil of every other act.
    static func of(_ word: EventWord) -> [Choice]? {
        switch word {
        case .chanceOfRepeatAssessed: chanceOfRepeat
        case .jointPictureBuilt: jointPicture
        case .riskAssessed: sixteenIssues
        case .statutoryReviewHeld: statutoryReview
        default: nil
        }
    }

    /// What a heading says, for reading an entry back.
    static func says(_ id: String, of word: EventWord) -> String? { of(word)?.first { $0.code == id }?.says }

    /// Source: SG ¶35.
    private static let chanceOfRepeat = [
        Choice("circumstances", "Their circumstances, the family’s among them"),
        Choice("motivation", "What made them go"),
        Choice("destinations", "Where they may go, and to whom"),
        Choice("pattern", "How often and how they were away of late"),
        Choice("found", "How they were found, or came back"),
        Choice("characteristics", "What makes them vulnerable: learning, mental health, low mood, anything else"),
    ]

    /// Source: SG ¶36; BI, follow up.
    private static let jointPicture = [
        Choice("why", "Why did the child go?"),
        Choice("what-happened", "What happened while they were away?"),
        Choice("with-whom-and-where", "With whom were they, and where were they found?"),
        Choice("support", "What support do they need now?"),
        Choice("review", "Is a review of the care plan needed?"),
    ]

    /// Source: BC 8.
    private static let sixteenIssues = [
        Choice("age", "Age, and how vulnerable in general"),
        Choice("medication", "Essential medicine or treatment"),
        Choice("interaction", "Sight, learning or other difficulty with people or strange places"),
        Choice("mental-illness", "A diagnosed mental illness"),
        Choice("self-harm", "Suicide threatened or tried, or self-harm"),
        Choice("substances", "Misuse of substances"),
        Choice("earlier-harm", "Missing before, and harmed while missing"),
        Choice("exploitation", "Sexual exploitation, known or feared"),
        Choice("threat-to-others", "Threatened somebody before going"),
        Choice("contact-with-risk", "Likely to be with somebody who poses a risk to children"),
        Choice("poses-risk", "May pose a risk to children themselves"),
        Choice("bullied", "Bullied or harassed of late"),
        Choice("confrontation", "A violent or heated incident just before"),
        Choice("unusual-behaviour", "Behaved unusually just before"),
        Choice("state-of-mind", "Anything else on their state of mind"),
        Choice("circumstances", "The hour, the weather and the rest"),
    ]

    /// Source: SG ¶55–56; BI, looked-after children.
    private static let statutoryReview = [
        Choice("episodes", "Each time missing or away since the last review"),
        Choice("interviews", "Were return interviews offered and held, and what did the child say?"),
        Choice("reasons", "Does the care plan answer the reasons?"),
        Choice("placement", "Does the placement keep the child from harm?"),
        Choice("exploitation", "Sexual exploitation, trafficking, crime or gangs"),
        Choice("strategy", "What makes another time less likely, and how far the child agrees"),
        Choice("responsibilities", "Who does what: services, parents, other adults"),
        Choice("risk-assessment", "Is the risk assessment up to date?"),
        Choice("contributions", "What police and others put in"),
        Choice("school", "Was the school, or the virtual school, told?"),
    ]
}
