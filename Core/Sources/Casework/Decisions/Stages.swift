// SPDX-License-Identifier: MIT

extension EventWord {
    /// When in an episode the event can happen.
    enum Season {
        /// It may open an episode.
        case opens
        /// While the child is away.
        case whileAway
        /// Once the child is back.
        case onceBack
        /// At any time of the episode.
        case anyTime
    }

    var season: Season {
        switch self {
        case .checksStarted, .reported, .absenceNoted, .leaveAuthorised: .opens
        case .checksCompleted, .questionsAnswered, .classified, .reclassified, .disputed, .decidedByIncidentManager,
            .reviewAgreed, .examinedByCommand, .strategyAgreed, .contactAttempted, .sighted, .located, .returned,
            .transferOffered, .transferAccepted, .transferRefused, .deploymentGraded:
            .whileAway
        case .safeAndWellChecked, .safeAndWellNotHeld, .conversationHeld, .interviewHeld,
            .interviewNotAttended, .interviewWrittenForChild, .interviewAudited:
            .onceBack
        default: .anyTime
        }
    }
}
