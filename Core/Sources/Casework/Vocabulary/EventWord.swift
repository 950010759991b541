// SPDX-License-Identifier: MIT

/// The word for one kind of event: what scenarios write after `is:`, what the record stores, what the API says.
///
/// One list, documented once: ``form`` says what each word means and which details it carries, and
/// `docs/events.md` is generated from it. Words are never renamed or removed, since records are kept for decades.
public enum EventWord: String, CaseIterable, Hashable, Sendable {
    // The child's own record.
    case childRegistered = "child-registered"
    case childDetailsChanged = "child-details-changed"
    case addressChanged = "address-changed"
    case placementStarted = "placement-started"
    case placementEnded = "placement-ended"
    case statusStarted = "status-started"
    case statusEnded = "status-ended"
    case riskNoted = "risk-noted"
    case riskEnded = "risk-ended"
    case penPictureWritten = "pen-picture-written"
    case allocated
    case deallocated
    case personLinked = "person-linked"
    case concernRaised = "concern-raised"
    case alertReceived = "alert-received"
    case alertEnded = "alert-ended"
    case chanceOfRepeatAssessed = "chance-of-repeat-assessed"
    case jointPictureBuilt = "joint-picture-built"
    case agreementReviewed = "agreement-reviewed"
    case toldAboutChild = "told-about-child"
    case talkedWithChild = "talked-with-child"
    case preventionPlanReviewed = "prevention-plan-reviewed"
    case riskAssessed = "risk-assessed"
    case placementMatched = "placement-matched"
    case rightsExplained = "rights-explained"
    case safeguardingCaseOpened = "safeguarding-case-opened"
    case planEnded = "plan-ended"
    case statutoryReviewHeld = "statutory-review-held"
    // Who may see the child's record, how long it is kept, and what goes out of it.
    case accessRestricted = "access-restricted"
    case restrictionLifted = "restriction-lifted"
    case locationShielded = "location-shielded"
    case locationShieldLifted = "location-shield-lifted"
    case glassBroken = "glass-broken"
    case glassBreakReviewed = "glass-break-reviewed"
    case legalHoldPlaced = "legal-hold-placed"
    case legalHoldLifted = "legal-hold-lifted"
    case retentionDecided = "retention-decided"
    case subjectAccessRequested = "subject-access-requested"
    case subjectAccessExtended = "subject-access-extended"
    case subjectAccessAnswered = "subject-access-answered"
    case erasureProposed = "erasure-proposed"
    case erasureWithdrawn = "erasure-withdrawn"
    case linkGiven = "link-given"
    case linkWithdrawn = "link-withdrawn"
    case linkOpened = "link-opened"
    case childWrote = "child-wrote"
    case documentAdded = "document-added"
    // What ties the child to a place or a person of concern.
    case tiedToConcern = "tied-to-concern"
    case harbouringNoticeAsked = "harbouring-notice-asked"
    case harbouringNoticeServed = "harbouring-notice-served"
    case harbouringNoticeEnded = "harbouring-notice-ended"
    case childChose = "child-chose"
    case childCorrected = "child-corrected"
    case childAnswered = "child-answered"
    // Before and at the report.
    case checksStarted = "checks-started"
    case checksCompleted = "checks-completed"
    case reported
    case accountReceived = "account-received"
    case accountSettled = "account-settled"
    case careKindDecided = "care-kind-decided"
    // Police decisions.
    case questionsAnswered = "questions-answered"
    case intelligenceChecked = "intelligence-checked"
    case deploymentGraded = "deployment-graded"
    case classified
    case reclassified
    case disputed
    case decidedByIncidentManager = "decided-by-incident-manager"
    case riskGraded = "risk-graded"
    case reviewAgreed = "review-agreed"
    case reviewed
    case examinedByCommand = "examined-by-command"
    case publicityDecided = "publicity-decided"
    case policeProtectionStarted = "police-protection-started"
    case orderSought = "order-sought"
    case orderObtained = "order-obtained"
    case transferOffered = "transfer-offered"
    case transferAccepted = "transfer-accepted"
    case transferRefused = "transfer-refused"
    case policeRecordCompleted = "police-record-completed"
    case policeRecordClosed = "police-record-closed"
    case recordRestricted = "record-restricted"
    case forcibleRemovalReported = "forcible-removal-reported"
    case policeProtectionEnded = "police-protection-ended"
    // While the child is away.
    case notified
    case acknowledged
    case strategyAgreed = "strategy-agreed"
    case contactAttempted = "contact-attempted"
    case contactedChild = "contacted-child"
    case visited
    case sighted
    case actionAgreed = "action-agreed"
    case actionDone = "action-done"
    case nrmReferred = "nrm-referred"
    case traffickingAssessed = "trafficking-assessed"
    case meetingArranged = "meeting-arranged"
    case meetingHeld = "meeting-held"
    case handOverOffered = "hand-over-offered"
    case handOverAccepted = "hand-over-accepted"
    case handOverRefused = "hand-over-refused"
    case familyTold = "family-told"
    case locationDisclosed = "location-disclosed"
    case returnFearedUnsafe = "return-feared-unsafe"
    case assessmentDecided = "assessment-decided"
    case accommodationAssessed = "accommodation-assessed"
    case accommodated
    case earlyHelpOffered = "early-help-offered"
    case wentTogether = "went-together"
    // Found, and back.
    case located
    case returned
    case safeAndWellChecked = "safe-and-well-checked"
    case safeAndWellNotHeld = "safe-and-well-not-held"
    case conversationHeld = "conversation-held"
    case interviewOffered = "interview-offered"
    case interviewContacted = "interview-contacted"
    case interviewAccepted = "interview-accepted"
    case interviewDeclined = "interview-declined"
    case interviewHeld = "interview-held"
    case interviewNotArranged = "interview-not-arranged"
    case parentsViewOffered = "parents-view-offered"
    case findingsShared = "findings-shared"
    case planUpdated = "plan-updated"
    case riskAssessmentUpdated = "risk-assessment-updated"
    case placementReviewed = "placement-reviewed"
    case exploitationScreened = "exploitation-screened"
    case radicalisationAssessed = "radicalisation-assessed"
    case placedOnAgenda = "placed-on-agenda"
    case letterSent = "letter-sent"
    case feedbackReceived = "feedback-received"
    case reportSigned = "report-signed"
    case supportOffered = "support-offered"
    case closed
    case takenOffAgenda = "taken-off-agenda"
    case actionChased = "action-chased"
    case actionChanged = "action-changed"
    case actionDropped = "action-dropped"
    case feedbackAnswered = "feedback-answered"
    // The return interview: who has it, what came of it, how good it was.
    case interviewAssigned = "interview-assigned"
    case interviewNotAttended = "interview-not-attended"
    case interviewWrittenForChild = "interview-written-for-child"
    case interviewAudited = "interview-audited"
    case sharingAgreed = "sharing-agreed"
    case findingRecorded = "finding-recorded"
    case findingNeedsNoAction = "finding-needs-no-action"
    case intelligenceSubmitted = "intelligence-submitted"
    case intelligenceReceived = "intelligence-received"
    case intelligenceNotSubmitted = "intelligence-not-submitted"
    // Duties and corrections.
    case waived
    case agreed
    case corrected
    case noteAdded = "note-added"
    // From one shift to the next.
    case childHandedOver = "child-handed-over"
    case handOverRead = "hand-over-read"
    // Missing from education.
    case absenceNoted = "absence-noted"
    case parentsContacted = "parents-contacted"
    case referred
    case enquiryMade = "enquiry-made"
    case homeVisited = "home-visited"
    case leaveAuthorised = "leave-authorised"
    case attended
    case removedFromRoll = "removed-from-roll"
    case transferFileUploaded = "transfer-file-uploaded"
    case pupilInformationSent = "pupil-information-sent"
    case pupilTraced = "pupil-traced"
    case vulnerabilityAssessed = "vulnerability-assessed"
    case parentsAskedToReport = "parents-asked-to-report"
    case policeReportVerified = "police-report-verified"
    case caseClosed = "case-closed"
    // The partnership.
    case agencyAdded = "agency-added"
    case agencyChanged = "agency-changed"
    case workerAdded = "worker-added"
    case workerLeft = "worker-left"
    case protocolAdopted = "protocol-adopted"
    case fileImported = "file-imported"
    case areaDutyDone = "area-duty-done"
    case childErased = "child-erased"
    case meetingCalled = "meeting-called"
    case meetingChanged = "meeting-changed"
    case meetingCancelled = "meeting-cancelled"
    case attendanceNoted = "attendance-noted"
    case planLineWritten = "plan-line-written"
    case planLineChanged = "plan-line-changed"
    case planLineProgressed = "plan-line-progressed"
    case planLineEnded = "plan-line-ended"
    // Two records that may be of one child.
    case childrenCompared = "children-compared"
    case comparisonWithdrawn = "comparison-withdrawn"
    case childrenJoined = "children-joined"
    case childrenParted = "children-parted"
    // Places and people of concern, and places that take a child in at any hour.
    case placeOfConcernEntered = "place-of-concern-entered"
    case personOfConcernEntered = "person-of-concern-entered"
    case entryOfConcernChanged = "entry-of-concern-changed"
    case entryOfConcernReviewed = "entry-of-concern-reviewed"
    case entryOfConcernEnded = "entry-of-concern-ended"
    case entryOfConcernRestricted = "entry-of-concern-restricted"
    case entryOfConcernOpened = "entry-of-concern-opened"
    case placeRestricted = "place-restricted"
    case placeRestrictionEnded = "place-restriction-ended"
    case entriesOfConcernLinked = "entries-of-concern-linked"
    case emergencyPlaceEntered = "emergency-place-entered"
    case emergencyPlaceChanged = "emergency-place-changed"
    case emergencyPlaceChecked = "emergency-place-checked"
    case emergencyPlaceEnded = "emergency-place-ended"
    // The service of return interviews.
    case catalogueConfirmed = "catalogue-confirmed"
    case catalogueDoubted = "catalogue-doubted"
    case trainingRecorded = "training-recorded"
    // From one shift to the next.
    case briefingMade = "briefing-made"
    case briefingAccepted = "briefing-accepted"
    case briefingEscalated = "briefing-escalated"

    /// The word as it is said in a sentence: "risk graded".
    public var spoken: String { rawValue.replacingHyphens }
}
