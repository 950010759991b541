// SPDX-License-Identifier: MIT

extension EventWord {
    /// Whether an event of an episode may stand on the child's own record while they have no episode at all: what is
    /// done after a concern, before anybody goes missing.
    public var standsAlone: Bool {
        switch self {
        case .waived, .agreed, .noteAdded, .meetingArranged, .meetingHeld, .actionAgreed, .actionDone, .planUpdated,
            .riskAssessmentUpdated, .placementReviewed, .exploitationScreened, .radicalisationAssessed,
            .traffickingAssessed, .nrmReferred, .placedOnAgenda, .letterSent, .feedbackReceived, .supportOffered,
            .notified, .acknowledged, .referred, .takenOffAgenda, .actionChased, .actionChanged, .actionDropped,
            .feedbackAnswered, .childHandedOver, .handOverRead:
            true
        default: false
        }
    }
}
