// SPDX-License-Identifier: MIT

import Casework

extension EventClause {
    /// Every event word as a clause.
    static let table: [EventWord: EventClause] = childActs.merging(reportActs) { $1 }.merging(awayActs) { $1 }
        .merging(returnActs) { $1 }.merging(afterActs) { $1 }.merging(otherActs) { $1 }
        .merging(preventionActs) { $1 }.merging(safeguardingActs) { $1 }.merging(accessActs) { $1 }
        .merging(meetingActs) { $1 }
        .merging(concernActs) { $1 }
        .merging(interviewActs) { $1 }

    private static let interviewActs: [EventWord: EventClause] = [
        .interviewAssigned: EventClause("an interviewer", "named for the return interview"),
        .interviewNotAttended: EventClause("the return interview", "missed by the child, who had accepted it"),
        .interviewWrittenForChild: EventClause("what the child may read of the interview", "written"),
        .interviewAudited: EventClause("the return interview", "audited"),
        .sharingAgreed: EventClause("who may hear what the child said", "agreed with the child"),
        .findingRecorded: EventClause("a finding of the interview", "recorded"),
        .findingNeedsNoAction: EventClause("a finding", "held to need no action, with a reason"),
        .intelligenceSubmitted: EventClause("intelligence", "submitted to police"),
        .intelligenceReceived: EventClause("the intelligence", "received by police, with a receipt"),
        .intelligenceNotSubmitted: EventClause("what was learnt", "kept out of police intelligence, with a reason"),
        .childChose: EventClause("the child", past: "chose", perfect: "chosen", present: "chooses"),
        .childCorrected: EventClause("what was written", "corrected by the child"),
        .childAnswered: EventClause("the child", "answered"),
        .catalogueConfirmed: EventClause("the words of a language", "confirmed by a translator"),
        .catalogueDoubted: EventClause("the words of a language", "no longer held to be confirmed"),
        .trainingRecorded: EventClause("somebody's training", "recorded"),
    ]

    private static let childActs: [EventWord: EventClause] = [
        .childRegistered: EventClause("the child", "entered into the record"),
        .childDetailsChanged: EventClause("the child's details", "changed", plural: true),
        .addressChanged: EventClause("the child's address", "changed"),
        .placementStarted: EventClause("a placement", past: "began", perfect: "begun", present: "begins"),
        .placementEnded: EventClause("a placement", past: "ended", perfect: "ended", present: "ends"),
        .statusStarted: EventClause("a status", past: "began", perfect: "begun", present: "begins"),
        .statusEnded: EventClause("a status", past: "ended", perfect: "ended", present: "ends"),
        .riskNoted: EventClause("a risk to the child", "noted"),
        .riskEnded: EventClause("a noted risk", "held to be over"),
        .penPictureWritten: EventClause("the pen picture", "written or renewed"),
        .allocated: EventClause("a worker", "allocated to the child"),
        .deallocated: EventClause("a worker", "released from the child's case"),
        .personLinked: EventClause("a person in the child's life", "named"),
        .concernRaised: EventClause("a concern that the child may go missing", "raised"),
    ]

    private static let reportActs: [EventWord: EventClause] = [
        .checksStarted: EventClause("first checks", "begun", plural: true),
        .checksCompleted: EventClause("first checks", "finished", plural: true),
        .reported: EventClause("the child", "reported"),
        .accountReceived: EventClause("another account of it", "received"),
        .accountSettled: EventClause("which account counts", "settled"),
        .careKindDecided: EventClause("the care kind", "decided"),
        .questionsAnswered: EventClause("the risk questions", "asked", plural: true),
        .intelligenceChecked: EventClause("intelligence", "checked"),
        .classified: EventClause("the child", "classified"),
        .reclassified: EventClause("the category", "changed"),
        .disputed: EventClause("the category", "disputed"),
        .decidedByIncidentManager: EventClause("the category", "settled by the force incident manager"),
        .riskGraded: EventClause("the risk", "graded"),
        .reviewAgreed: EventClause("the next review", "agreed"),
        .reviewed: EventClause("the category and the risk", "reviewed", plural: true),
        .examinedByCommand: EventClause("the enquiries", "examined by senior command", plural: true),
        .publicityDecided: EventClause("publicity", "decided on"),
        .policeProtectionStarted: EventClause("police protection", past: "began", perfect: "begun", present: "begins"),
        .orderObtained: EventClause("a court order", "obtained"),
        .transferOffered: EventClause("the transfer of police ownership", "offered"),
        .transferAccepted: EventClause("the transfer of police ownership", "accepted"),
        .transferRefused: EventClause("the transfer of police ownership", "refused"),
    ]

    private static let awayActs: [EventWord: EventClause] = [
        .notified: EventClause("somebody", "told"),
        .acknowledged: EventClause("the notice", "acknowledged"),
        .strategyAgreed: EventClause("how to find the child", "agreed"),
        .contactAttempted: EventClause("contact with the child", "tried"),
        .contactedChild: EventClause("the child", "heard from"),
        .visited: EventClause("an address", "visited"),
        .sighted: EventClause("the child", "sighted"),
        .actionAgreed: EventClause("an action", "agreed"),
        .actionDone: EventClause("an agreed action", "done"),
        .nrmReferred: EventClause("the child", "referred to the National Referral Mechanism"),
        .traffickingAssessed: EventClause("the likelihood of trafficking", "assessed"),
        .meetingArranged: EventClause("a meeting", "arranged"),
        .meetingHeld: EventClause("a meeting", "held"),
    ]

    private static let returnActs: [EventWord: EventClause] = [
        .located: EventClause("the child", "located"),
        .returned: EventClause("the child", past: "returned", perfect: "returned", present: "returns"),
        .safeAndWellChecked: EventClause("the safe and well check", "held"),
        .safeAndWellNotHeld: EventClause("the safe and well check", "decided against, with a reason"),
        .conversationHeld: EventClause("the carer's talk with the child", "held"),
        .interviewOffered: EventClause("a return interview", "offered"),
        .interviewContacted: EventClause("the child", "contacted about the return interview"),
        .interviewAccepted: EventClause("the return interview", "accepted by the child"),
        .interviewDeclined: EventClause("the return interview", "declined by the child"),
        .interviewHeld: EventClause("the return interview", "held"),
        .interviewNotArranged: EventClause("the return interview", "found impossible to arrange, with a reason"),
        .parentsViewOffered: EventClause("parents or carers", "offered to say what they know", plural: true),
        .findingsShared: EventClause("what was learnt", "shared"),
    ]

    private static let afterActs: [EventWord: EventClause] = [
        .planUpdated: EventClause("a plan of the child's", "updated"),
        .riskAssessmentUpdated: EventClause("the risk assessment", "updated"),
        .placementReviewed: EventClause("the placement", "reviewed, with the outcome"),
        .exploitationScreened: EventClause("the child", "screened for exploitation"),
        .radicalisationAssessed: EventClause("the risk of radicalisation", "assessed"),
        .placedOnAgenda: EventClause("the child", "put on an agenda"),
        .letterSent: EventClause("a letter", "sent"),
        .feedbackReceived: EventClause("an answer by or for the child", "received"),
        .reportSigned: EventClause("a report", "signed"),
        .supportOffered: EventClause("support", "offered"),
        .closed: EventClause("the episode", "closed"),
        .waived: EventClause("a duty", "waived"),
        .agreed: EventClause("it", "agreed for this child that a duty is not due"),
        .corrected: EventClause("an entry", "corrected"),
        .noteAdded: EventClause("a note", "written"),
    ]

    private static let preventionActs: [EventWord: EventClause] = [
        .alertReceived: EventClause("another agency's alert about the child", "received"),
        .alertEnded: EventClause("the alert about the child", "ended"),
        .chanceOfRepeatAssessed: EventClause("the chance of another episode", "assessed"),
        .jointPictureBuilt: EventClause("one picture from all agencies", "put together"),
        .agreementReviewed: EventClause("the agreement for this child", "reviewed"),
        .toldAboutChild: EventClause("somebody", "told about the child"),
        .talkedWithChild: EventClause("going missing", "talked about with the child"),
        .preventionPlanReviewed: EventClause("the plan against going missing", "made or reviewed"),
        .riskAssessed: EventClause("the risk of going missing", "assessed"),
        .placementMatched: EventClause("whether the placement is right", "weighed before placing"),
        .rightsExplained: EventClause("a right", "explained to the child"),
        .safeguardingCaseOpened: EventClause("a safeguarding record", "opened for the child"),
    ]

    private static let accessActs: [EventWord: EventClause] = [
        .accessRestricted: EventClause("the child's record", "restricted to named people"),
        .restrictionLifted: EventClause("the restriction of the record", "lifted"),
        .locationShielded: EventClause("where the child is", "held back"),
        .locationShieldLifted: EventClause("the holding back of where the child is", "ended"),
        .glassBroken: EventClause("what is held back", "opened for a reason"),
        .glassBreakReviewed: EventClause("the opening of what is held back", "reviewed"),
        .legalHoldPlaced: EventClause("a legal hold", "placed on the record"),
        .legalHoldLifted: EventClause("the legal hold on the record", "lifted"),
        .retentionDecided: EventClause("how long the record is kept", "decided"),
        .subjectAccessRequested: EventClause("what is held about the child", "asked for"),
        .subjectAccessExtended: EventClause("the time to answer the request for what is held", "extended"),
        .erasureProposed: EventClause("the erasing of the record", "proposed"),
        .erasureWithdrawn: EventClause("the proposal to erase the record", "withdrawn"),
        .subjectAccessAnswered: EventClause("the request for what is held about the child", "answered"),
        .linkGiven: EventClause("a link", "given to the child"),
        .linkWithdrawn: EventClause("the child's link", "withdrawn"),
        .linkOpened: EventClause("the child's link", "opened"),
        .childWrote: EventClause("the child", past: "wrote", perfect: "written", present: "writes"),
        .documentAdded: EventClause("a document", "added to the record"),
        .childErased: EventClause("a child's record", "erased"),
        .childHandedOver: EventClause("the child", "handed over to the next shift"),
        .handOverRead: EventClause("what the shift before said of the child", "read"),
        .briefingMade: EventClause("a shift's briefing", "made"),
        .briefingAccepted: EventClause("a shift's briefing", "accepted"),
        .briefingEscalated: EventClause("that a briefing is not accepted", "passed on"),
    ]

    private static let safeguardingActs: [EventWord: EventClause] = [
        .deploymentGraded: EventClause("how soon officers go", "graded"),
        .orderSought: EventClause("a court order", "applied for"),
        .policeRecordCompleted: EventClause("the police record", "made in full"),
        .policeRecordClosed: EventClause("the police record", "closed"),
        .recordRestricted: EventClause("access to the police record", "restricted"),
        .forcibleRemovalReported: EventClause("a removal by force", "reported"),
        .handOverOffered: EventClause("the hand-over to another authority", "offered"),
        .handOverAccepted: EventClause("the hand-over to another authority", "accepted"),
        .handOverRefused: EventClause("the hand-over to another authority", "refused"),
        .familyTold: EventClause("the family", "told how things stand"),
        .locationDisclosed: EventClause("where the child is", "disclosed"),
        .returnFearedUnsafe: EventClause("a fear that going back is not safe", "voiced"),
        .assessmentDecided: EventClause("whether an assessment follows", "decided"),
        .accommodationAssessed: EventClause("the accommodation", "assessed"),
        .accommodated: EventClause("somewhere to stay", "found for the child"),
        .earlyHelpOffered: EventClause("early help", "offered"),
        .pupilTraced: EventClause("the pupil", "traced"),
        .vulnerabilityAssessed: EventClause("how vulnerable the pupil is", "assessed"),
        .parentsAskedToReport: EventClause("the parents", "asked to report it to police", plural: true),
        .policeReportVerified: EventClause("the report to police", "verified"),
    ]

    private static let otherActs: [EventWord: EventClause] = [
        .absenceNoted: EventClause("the pupil's absence", "noted"),
        .parentsContacted: EventClause("the pupil's parents", "contacted", plural: true),
        .referred: EventClause("the child", "referred"),
        .enquiryMade: EventClause("a reasonable enquiry", "made"),
        .homeVisited: EventClause("the pupil's home", "visited"),
        .leaveAuthorised: EventClause("leave from school", "authorised"),
        .attended: EventClause(
            "the pupil", past: "came back to school", perfect: "come back", present: "comes back to school"),
        .removedFromRoll: EventClause("the pupil", "taken off the roll"),
        .transferFileUploaded: EventClause("the common transfer file", "uploaded"),
        .pupilInformationSent: EventClause("the pupil's information", "sent to the new school"),
        .caseClosed: EventClause("the case of missing education", "closed"),
        .agencyAdded: EventClause("an agency", "added"),
        .agencyChanged: EventClause("an agency's details", "changed", plural: true),
        .workerAdded: EventClause("a worker", "added"),
        .workerLeft: EventClause("a worker", past: "left", perfect: "left", present: "leaves"),
        .protocolAdopted: EventClause("a protocol", "adopted"),
        .fileImported: EventClause("a file", "imported"),
        .childrenCompared: EventClause("two records", "compared"),
        .comparisonWithdrawn: EventClause("what was decided of two records", "taken back"),
        .childrenJoined: EventClause("two records", "joined"),
        .childrenParted: EventClause("two records", "parted"),
        .areaDutyDone: EventClause("a duty of the area", "recorded as done"),
    ]
}
