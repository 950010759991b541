// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A part of the course of an episode, in the order in which a readable protocol tells it.
public enum ProtocolStage: String, CaseIterable, Hashable, Sendable {
    case before
    case report
    case police
    case away
    case found
    case afterwards
    case repeats
    case education

    public var title: String {
        switch self {
        case .before: "Before a report"
        case .report: "When the child is reported"
        case .police: "What police decide and do"
        case .away: "While the child is away"
        case .found: "When the child is found or comes back"
        case .afterwards: "Afterwards"
        case .repeats: "When it happens again"
        case .education: "Missing from education"
        }
    }

    /// What the stage is about, as one sentence.
    public var says: String {
        switch self {
        case .before: "A child may go, or is not where they should be, and nobody has reported it yet."
        case .report: "Somebody has reported that the child is not where they should be."
        case .police: "Decisions and searches that are for police."
        case .away: "Who keeps looking, keeps in touch, meets and plans until the child is found."
        case .found: "Safe first: what is owed within a day of the child being found or coming back."
        case .afterwards: "Listening to the child, and changing what made them go."
        case .repeats: "The child has been away before, or often."
        case .education: "A child does not come to school and nobody knows why."
        }
    }
}

extension Duty {
    /// The part of an episode's course in which the duty is owed.
    ///
    /// Told from its clock, its condition and what discharges it: a pack doesn't say it.
    public var stage: ProtocolStage {
        let asks = when.wanted
        if isAboutEducation(asks) { return .education }
        if asks.contains(where: { ["episodes", "earlier-episodes", "triggered"].contains($0.name) }) {
            return .repeats
        }
        if isBefore(asks) { return .before }
        if isAfter(asks) { return FlowSpan(of: self).isWithinADay && !isListening ? .found : .afterwards }
        if who.isPolice { return .police }
        if case .report = clock.start, isNotice || FlowSpan(of: self) == .hour { return .report }
        return .away
    }

    private func isAboutEducation(_ asks: [WantedPredicate]) -> Bool {
        if [.school, .educationWelfare, .cmeOfficer].contains(who) { return true }
        return asks.contains { $0.name.hasSuffix("kind") && $0.values == [CareKind.missingFromEducation.rawValue] }
    }

    private func isBefore(_ asks: [WantedPredicate]) -> Bool {
        if asks.contains(where: { $0.name == "stage" && $0.values.contains(EpisodeFacts.Stage.checking.rawValue) }) {
            return true
        }
        switch clock.start {
        case .checks: return true
        case .each(let match), .event(let match, _, _): return match.words.allSatisfy { $0.form.about == .child }
        default: return when.denies("pen-picture")
        }
    }

    private func isAfter(_ asks: [WantedPredicate]) -> Bool {
        switch clock.start {
        case .located, .returned, .locatedOrReturned: return true
        case .event(let match, _, _), .each(let match): return match.words.allSatisfy(\.isOnceBack)
        default: break
        }
        return asks.contains { ask in
            ["located", "returned", "back", "closed"].contains(ask.name)
                || ask.name == "happened" && !ask.words.isEmpty && ask.words.allSatisfy(\.isOnceBack)
        }
    }

    /// Whether it is about listening to the child, whatever its length.
    private var isListening: Bool {
        doneBy.named.contains {
            $0.rawValue.hasPrefix("interview-") || $0 == .findingsShared || $0 == .parentsViewOffered
        }
    }

    private var isNotice: Bool { doneBy.named.allSatisfy { $0 == .notified || $0 == .reported } }
}

extension Discharge {
    /// Every event word named.
    public var named: [EventWord] {
        switch self {
        case .event(let match): match.words
        case .any(let parts), .all(let parts): parts.flatMap(\.named)
        }
    }
}

extension EventWord {
    /// Whether it tells that the child was found or came back, or follows from it.
    var isOnceBack: Bool {
        switch self {
        case .located, .returned, .conversationHeld, .findingsShared, .parentsViewOffered, .closed: true
        default: rawValue.hasPrefix("interview-") || rawValue.hasPrefix("safe-and-well-")
        }
    }
}
