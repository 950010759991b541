// SPDX-License-Identifier: MIT

extension EventWord {
    /// The part of the record to which it belongs that this happened at all.
    ///
    /// What is said about it may belong to another: that an interview was held is part of the episode, what the child
    /// said in it is not. Events of the partnership are part of no child's record; they count as `existence`.
    public var part: RecordPart {
        switch self {
        case .childRegistered, .childDetailsChanged, .penPictureWritten, .personLinked: .identity
        case .tiedToConcern, .harbouringNoticeAsked, .harbouringNoticeServed, .harbouringNoticeEnded: .intelligence
        case .addressChanged, .placementStarted, .placementEnded, .locationShielded, .locationShieldLifted,
            .locationDisclosed, .accommodated:
            .location
        case .reported, .located, .returned, .closed: .outline
        case .statusStarted, .statusEnded, .riskNoted, .riskEnded, .chanceOfRepeatAssessed, .agreementReviewed,
            .preventionPlanReviewed, .riskAssessed, .placementMatched, .rightsExplained, .talkedWithChild,
            .orderSought, .orderObtained, .assessmentDecided, .accommodationAssessed, .earlyHelpOffered,
            .supportOffered, .planUpdated, .riskAssessmentUpdated, .placementReviewed, .documentAdded,
            .planEnded, .statutoryReviewHeld:
            .plans
        case .jointPictureBuilt, .intelligenceChecked, .nrmReferred, .traffickingAssessed, .exploitationScreened,
            .radicalisationAssessed, .intelligenceSubmitted, .intelligenceReceived:
            .intelligence
        case .allocated, .deallocated, .concernRaised, .alertReceived, .alertEnded, .toldAboutChild,
            .safeguardingCaseOpened, .checksStarted, .checksCompleted, .accountReceived, .accountSettled,
            .careKindDecided, .questionsAnswered, .deploymentGraded, .classified, .reclassified, .disputed,
            .decidedByIncidentManager, .riskGraded, .reviewAgreed, .reviewed, .examinedByCommand, .publicityDecided,
            .policeProtectionStarted, .policeProtectionEnded, .wentTogether, .transferOffered, .transferAccepted,
            .transferRefused, .policeRecordCompleted,
            .policeRecordClosed, .recordRestricted, .forcibleRemovalReported, .notified, .acknowledged,
            .strategyAgreed, .contactAttempted, .contactedChild, .visited, .sighted, .actionAgreed, .actionDone,
            .meetingArranged, .meetingHeld, .handOverOffered, .handOverAccepted, .handOverRefused, .familyTold,
            .returnFearedUnsafe, .safeAndWellChecked, .safeAndWellNotHeld, .conversationHeld, .interviewOffered,
            .interviewContacted, .interviewAccepted, .interviewDeclined, .interviewHeld, .interviewNotArranged,
            .parentsViewOffered, .findingsShared, .placedOnAgenda, .letterSent, .feedbackReceived, .reportSigned,
            .waived, .agreed, .corrected, .noteAdded, .referred, .linkGiven, .linkWithdrawn, .linkOpened,
            .takenOffAgenda, .actionChased, .actionChanged, .actionDropped,
            .feedbackAnswered,
            .interviewAssigned, .interviewNotAttended, .interviewWrittenForChild, .interviewAudited, .sharingAgreed,
            .findingRecorded, .findingNeedsNoAction,
            .intelligenceNotSubmitted,
            .childHandedOver,
            .handOverRead:
            .episode
        case .absenceNoted, .parentsContacted, .enquiryMade, .homeVisited, .leaveAuthorised, .attended,
            .removedFromRoll, .transferFileUploaded, .pupilInformationSent, .pupilTraced, .vulnerabilityAssessed,
            .parentsAskedToReport, .policeReportVerified, .caseClosed:
            .education
        case .childWrote, .childChose, .childCorrected, .childAnswered: .ownWords
        case .accessRestricted, .restrictionLifted, .glassBroken, .glassBreakReviewed, .legalHoldPlaced,
            .legalHoldLifted, .retentionDecided, .subjectAccessRequested, .subjectAccessExtended,
            .subjectAccessAnswered, .erasureProposed, .erasureWithdrawn:
            .audit
        case .agencyAdded, .agencyChanged, .workerAdded, .workerLeft, .protocolAdopted, .fileImported, .areaDutyDone,
            .childErased, .meetingCalled, .meetingChanged, .meetingCancelled, .attendanceNoted, .planLineWritten,
            .planLineChanged, .planLineProgressed, .planLineEnded, .placeOfConcernEntered, .personOfConcernEntered,
            .entryOfConcernChanged,
            .entryOfConcernReviewed, .entryOfConcernEnded, .entryOfConcernRestricted, .entryOfConcernOpened,
            .placeRestricted, .placeRestrictionEnded, .entriesOfConcernLinked, .emergencyPlaceEntered,
            .emergencyPlaceChanged, .emergencyPlaceChecked, .emergencyPlaceEnded, .catalogueConfirmed,
            .catalogueDoubted,
            .trainingRecorded, .briefingMade, .briefingAccepted, .briefingEscalated, .childrenCompared,
            .comparisonWithdrawn, .childrenJoined, .childrenParted:
            .existence
        }
    }

    /// The part to which what is said about it belongs, where the detail itself doesn't say otherwise.
    public var contentPart: RecordPart {
        switch self {
        case .interviewHeld, .findingsShared, .interviewWrittenForChild, .interviewAudited, .findingRecorded,
            .findingNeedsNoAction, .intelligenceNotSubmitted:
            .interview
        case .meetingHeld: .minutes
        case .feedbackReceived, .feedbackAnswered: .ownWords
        // Of a report or a return those who see the outline see that it was, and when; the rest is the episode's.
        case .reported, .located, .returned, .closed: .episode
        default: part
        }
    }

    /// Whether recording it binds others, or only says what happened.
    public var act: RecordAct {
        switch self {
        case .classified, .reclassified, .decidedByIncidentManager, .riskGraded, .publicityDecided,
            .accountSettled, .careKindDecided, .waived, .agreed, .closed, .caseClosed, .policeRecordClosed,
            .recordRestricted, .transferOffered, .transferAccepted, .transferRefused, .handOverOffered,
            .handOverAccepted, .handOverRefused, .safeAndWellNotHeld, .assessmentDecided, .riskEnded, .allocated,
            .deallocated, .accessRestricted, .restrictionLifted, .locationShielded, .locationShieldLifted,
            .locationDisclosed, .glassBreakReviewed, .legalHoldPlaced, .legalHoldLifted, .retentionDecided,
            .subjectAccessExtended, .subjectAccessAnswered, .erasureProposed, .erasureWithdrawn, .leaveAuthorised,
            .removedFromRoll:
            .decide
        default: .add
        }
    }

    /// The part of the record to which a detail of such an event belongs.
    public func part(of key: DetailKey) -> RecordPart { key.ownPart ?? contentPart }
}
