// SPDX-License-Identifier: MIT

import Casework
import Procedures

/// What people record when they see to a duty: the acts that its protocol asks for, with the details that it asks for.
struct Discharging {
    struct Step {
        let word: EventWord
        let details: Details
        let by: Role
    }

    /// What decides how a story goes on, or counts in a figure: never made up afterwards.
    private static let untold: Set<EventWord> = [
        .reported, .accountReceived, .located, .returned, .sighted, .classified, .reclassified,
        .decidedByIncidentManager, .riskGraded, .checksCompleted, .safeAndWellChecked, .safeAndWellNotHeld,
        .interviewAccepted, .interviewDeclined, .interviewHeld, .interviewOffered, .accommodated, .placementStarted,
        .policeProtectionEnded, .transferAccepted, .transferRefused, .handOverAccepted, .handOverRefused,
        .statusStarted, .penPictureWritten, .agreed, .pupilTraced, .closed, .placedOnAgenda,
    ]
    /// What leaves something to be followed up, taken only where nothing else will do.
    private static let followedUp: Set<EventWord> = [.actionAgreed, .meetingArranged, .strategyAgreed]

    let standing: DutyStanding

    /// What sees to the duty; nil where nobody could do it in hindsight.
    func steps(of discharge: Discharge) -> [Step]? {
        switch discharge {
        case .event(let match):
            let fit = match.words.filter { !Self.untold.contains($0) }
            let ordered = fit.filter { !Self.followedUp.contains($0) } + fit.filter(Self.followedUp.contains)
            return ordered.lazy.compactMap { step($0, match) }.first.map { [$0] }
        case .any(let parts):
            let found = parts.compactMap { steps(of: $0) }
            return found.first { steps in !steps.contains { Self.followedUp.contains($0.word) } } ?? found.first
        case .all(let parts):
            let found = parts.compactMap { steps(of: $0) }
            return found.count == parts.count ? found.flatMap { $0 } : nil
        }
    }

    private func step(_ word: EventWord, _ match: Match) -> Step? {
        var details = Details()
        for test in match.details {
            guard word.form.carries(test.key), let value = Self.value(of: test) else { return nil }
            details[test.key] = value
        }
        for key in match.given + word.form.requires where details[key] == nil {
            guard word.form.carries(key), let value = Made.detail(key, of: word, for: standing.duty) else { return nil }
            details[key] = value
        }
        for key in Made.besides(word) where details[key] == nil && !match.lacks.contains(key) {
            details[key] = Made.detail(key, of: word, for: standing.duty)
        }
        return Step(word: word, details: details, by: role(match))
    }

    private func role(_ match: Match) -> Role {
        let owner = standing.owedBy
        guard !match.by.isEmpty, !match.by.contains(where: { $0.includes(owner) }) else { return owner }
        return Role.allCases.first { role in match.by.contains { $0.includes(role) } } ?? owner
    }

    private static func value(of test: Match.Test) -> DetailValue? {
        guard let first = test.allowed.first else { return nil }
        switch test.key.holds {
        case .word: return .word(first)
        case .words: return .words([first])
        case .flag: return .flag(first == "true")
        case .text: return .text(first)
        default: return nil
        }
    }
}
