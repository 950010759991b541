// SPDX-License-Identifier: MIT

import Casework

/// What the forms for acts are called, and how they are sorted.
enum ActWords {
    /// The act as a heading: "Record: child located".
    static func title(_ word: EventWord) -> String {
        titles[word] ?? titlesOfRegisters[word] ?? word.spoken.capitalisedFirst
    }

    static func button(_ word: EventWord) -> String {
        switch word {
        case .reported: "Send the report"
        case .corrected: "Record the correction"
        default: "Record it"
        }
    }

    struct Group: Sendable {
        let name: String
        let words: [EventWord]
    }

    /// Acts of an episode, in the order in which an episode runs.
    static let ofEpisode: [Group] = [
        Group(
            name: "Checks and report",
            words: [.checksCompleted, .reported, .accountReceived, .accountSettled, .careKindDecided]),
        Group(
            name: "Police decisions",
            words: [
                .questionsAnswered, .intelligenceChecked, .classified, .reclassified, .riskGraded, .reviewAgreed,
                .reviewed,
                .disputed, .decidedByIncidentManager, .examinedByCommand, .publicityDecided, .policeProtectionStarted,
                .policeProtectionEnded, .forcibleRemovalReported, .transferOffered, .transferAccepted, .transferRefused,
            ]),
        Group(
            name: "While the child is away",
            words: [
                .notified, .acknowledged, .strategyAgreed, .contactAttempted, .contactedChild, .visited, .sighted,
                .actionAgreed, .actionDone, .nrmReferred, .traffickingAssessed, .meetingArranged, .meetingHeld,
                .orderObtained, .accommodated, .accommodationAssessed, .handOverOffered, .handOverAccepted,
                .handOverRefused,
            ]),
        Group(
            name: "Found and back",
            words: [.located, .returned, .safeAndWellChecked, .safeAndWellNotHeld, .conversationHeld]),
        Group(
            name: "Return interview",
            words: [
                .interviewOffered, .interviewContacted, .interviewAccepted, .interviewDeclined, .interviewHeld,
                .interviewNotAttended, .interviewNotArranged, .parentsViewOffered, .sharingAgreed, .findingRecorded,
                .findingsShared, .intelligenceSubmitted, .interviewWrittenForChild,
            ]),
        Group(
            name: "Plans, panels and reports",
            words: [
                .planUpdated, .riskAssessmentUpdated, .placementReviewed, .exploitationScreened,
                .radicalisationAssessed,
                .placedOnAgenda, .letterSent, .feedbackReceived, .reportSigned, .supportOffered,
            ]),
        Group(name: "The record", words: [.noteAdded, .waived, .agreed, .closed]),
    ]

    /// Acts of an episode of missing education.
    static let ofEducation = Group(
        name: "Education",
        words: [
            .absenceNoted, .parentsContacted, .referred, .enquiryMade, .homeVisited, .leaveAuthorised, .attended,
            .vulnerabilityAssessed, .parentsAskedToReport, .policeReportVerified, .removedFromRoll,
            .transferFileUploaded, .pupilInformationSent, .pupilTraced, .caseClosed,
        ])

    static let ofChild: [EventWord] = [
        .penPictureWritten, .childDetailsChanged, .addressChanged, .riskNoted, .riskEnded, .concernRaised,
        .personLinked, .preventionPlanReviewed, .chanceOfRepeatAssessed, .jointPictureBuilt, .riskAssessed,
        .statutoryReviewHeld, .placementStarted, .placementEnded, .statusStarted, .statusEnded, .allocated,
        .deallocated,
        .tiedToConcern, .harbouringNoticeAsked, .harbouringNoticeServed, .harbouringNoticeEnded,
        .toldAboutChild, .alertReceived, .alertEnded,
    ]

    private static let titles: [EventWord: String] = [
        .checksCompleted: "First checks finished", .reported: "Report the child missing",
        .accountReceived: "Another account of it", .accountSettled: "Settle where accounts differ",
        .careKindDecided: "Decide the care kind", .questionsAnswered: "Answer the risk questions",
        .intelligenceChecked: "Intelligence checks made", .classified: "Classify", .reclassified: "Reclassify",
        .riskGraded: "Grade the risk", .reviewAgreed: "Agree the next review", .reviewed: "Review held",
        .disputed: "Disagree with the category", .decidedByIncidentManager: "Force incident manager's decision",
        .examinedByCommand: "Examined by senior command", .publicityDecided: "Decide on publicity",
        .notified: "Somebody was told", .acknowledged: "I have seen it", .strategyAgreed: "Strategy agreed with police",
        .contactAttempted: "Contact tried", .contactedChild: "The child was heard from",
        .visited: "An address was visited",
        .sighted: "The child was seen", .actionAgreed: "Agree an action", .actionDone: "An action was done",
        .nrmReferred: "Referred to the National Referral Mechanism", .traffickingAssessed: "Trafficking assessed",
        .meetingArranged: "Meeting arranged", .meetingHeld: "Meeting held", .located: "The child was located",
        .returned: "The child is back", .safeAndWellChecked: "Safe and well check held",
        .safeAndWellNotHeld: "Safe and well check not held", .conversationHeld: "Talk with the child about it",
        .interviewHeld: "Return interview held", .interviewOffered: "Return interview offered",
        .noteAdded: "Write a note", .waived: "Not owed, because…", .agreed: "Agree that a duty is not due",
        .corrected: "Correct an entry", .closed: "Close the episode", .penPictureWritten: "Write the pen picture",
        .childDetailsChanged: "Change who they are", .addressChanged: "Change the home address",
        .riskNoted: "Note a risk", .riskEnded: "A risk is over", .concernRaised: "They may go missing",
        .personLinked: "Name a friend or relative", .allocated: "Allocate a worker", .deallocated: "End an allocation",
        .accessRestricted: "Restrict the record to named people", .restrictionLifted: "Lift the restriction",
        .locationShielded: "Hold back where the child is",
        .locationShieldLifted: "Stop holding back where the child is",
        .glassBroken: "Open what is held back", .glassBreakReviewed: "Review an opening",
        .referred: "Refer the child", .interviewContacted: "The child was contacted",
        .interviewAccepted: "The child said yes", .interviewDeclined: "The child said no",
        .interviewNotAttended: "It did not come about", .interviewNotArranged: "Not offered, and why",
        .interviewAssigned: "Somebody was named", .parentsViewOffered: "What parents or carers say",
        .sharingAgreed: "Who may hear of it", .findingRecorded: "Record a finding",
        .findingNeedsNoAction: "Why no action is needed", .findingsShared: "Pass on what was learnt",
        .intelligenceSubmitted: "Give something to police", .intelligenceReceived: "Police have it",
        .intelligenceNotSubmitted: "What police are not given, and why",
        .interviewWrittenForChild: "Write for the child to read", .interviewAudited: "How good was the interview?",
        .childAnswered: "Answer the child",
        .letterSent: "A letter was sent", .briefingMade: "Hand-over made",
        .briefingAccepted: "Hand-over accepted", .childrenCompared: "Two records compared",
        .comparisonWithdrawn: "Decision on two records taken back", .childrenJoined: "Two records joined",
        .childrenParted: "Two records parted",
        .reportSigned: "Report signed off", .placedOnAgenda: "Put on a panel's agenda",
        .takenOffAgenda: "Take off the agenda", .actionChased: "Ask how an action stands",
        .actionChanged: "Give an action another date or owner", .actionDropped: "An action is not needed",
        .feedbackReceived: "The child has answered", .feedbackAnswered: "Tell the child what came of it",
        .preventionPlanReviewed: "Write or review a plan against going missing", .planEnded: "End a plan",
        .chanceOfRepeatAssessed: "Assess the chance of another time",
        .jointPictureBuilt: "One picture from all agencies",
        .riskAssessed: "Go through the sixteen issues", .statutoryReviewHeld: "Note of a statutory review",
        .absenceNoted: "Not at school today", .parentsContacted: "The parents were reached",
        .enquiryMade: "Somebody was asked", .homeVisited: "The home was visited",
        .leaveAuthorised: "Leave from school was granted", .attended: "Back at school",
        .removedFromRoll: "Take the child off the roll", .transferFileUploaded: "Transfer file uploaded",
        .pupilInformationSent: "Pupil information sent to the new school",
        .pupilTraced: "Found: at another school, or elsewhere",
        .vulnerabilityAssessed: "Weigh how vulnerable the pupil is",
        .parentsAskedToReport: "Parents told to report to police", .policeReportVerified: "Police asked for the report",
        .caseClosed: "Close the case", .transferOffered: "Offer the investigation to another force",
        .transferAccepted: "Accept the investigation", .transferRefused: "Refuse the investigation",
        .handOverOffered: "Ask another authority to take over", .handOverAccepted: "Accept the hand-over",
        .handOverRefused: "Refuse the hand-over", .toldAboutChild: "Somebody was told about the child",
        .alertReceived: "An alert came from another agency", .alertEnded: "End an alert",
    ]
}
