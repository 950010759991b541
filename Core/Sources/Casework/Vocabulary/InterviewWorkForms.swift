// SPDX-License-Identifier: MIT

extension EventForm {
    /// Who has a return interview, what comes of it, what police are told of it, and how good it was.
    static let interviewWorkForms: [EventForm] = [
        EventForm(
            .interviewAssigned, .episode,
            "Somebody was named to hold the return interview, and how they stand to placement and authority.",
            requires: [.interviewer, .kind], allows: [.agency, .consent, .reason],
            by: [.interviewer, .socialWorker, .teamManager, .mash], source: "SG ¶32, ¶69; BF 13"
        ),
        EventForm(
            .interviewNotAttended, .episode,
            "The child had accepted the interview and was not there, or said no when it was to begin.",
            requires: [.kind], allows: [.reason], by: [.interviewer, .socialWorker]
        ),
        EventForm(
            .sharingAgreed, .episode, "The child said who may hear what they told, and who may not.",
            requires: [.names], allows: [.reason], by: [.interviewer, .socialWorker], source: "SG ¶37"
        ),
        EventForm(
            .interviewWrittenForChild, .episode,
            "What the child may read of the interview was written for them, in plain words.",
            requires: [.narrative], allows: [.language], by: [.interviewer, .socialWorker], source: "SG ¶33"
        ),
        EventForm(
            .findingRecorded, .episode, "One thing that the interview brought out and that somebody should act on.",
            requires: [.kind, .narrative], by: [.interviewer, .socialWorker], source: "SG ¶33, ¶37; BI, return review"
        ),
        EventForm(
            .findingNeedsNoAction, .episode, "A finding is left without an action, and why.",
            requires: [.what, .reason], by: [.interviewer, .socialWorker, .teamManager],
            source: "BI, return review"
        ),
        EventForm(
            .intelligenceSubmitted, .episode, "Something was given to police as intelligence.",
            requires: [.narrative], allows: [.agency, .grade, .consent, .what],
            by: [.interviewer, .socialWorker, .carer], source: "SG ¶37; RF"
        ),
        EventForm(
            .intelligenceReceived, .episode, "Police have the intelligence, under a number of their own.",
            requires: [.what, .reference], allows: [.result],
            by: [.missingCoordinator, .attendingOfficer, .callHandler], source: "RF"
        ),
        EventForm(
            .intelligenceNotSubmitted, .episode, "What was learnt was not given to police, and why.",
            requires: [.reason], allows: [.what], by: [.interviewer, .socialWorker], source: "RF"
        ),
        EventForm(
            .interviewAudited, .episode, "Somebody else read the interview and said how good it is.",
            requires: [.grade, .checked], allows: [.unanswered, .reason, .what],
            by: [.teamManager, .iro, .interviewer], source: "K 11, 15"
        ),
    ]

    /// What a child does through their own link, and the answers they get.
    static let childsOwnForms: [EventForm] = [
        EventForm(
            .childChose, .child, "The child said whom they would like to talk with, where and how.",
            allows: [.interviewer, .kind, .how, .language, .wants],
            by: [.child, .interviewer, .socialWorker, .carer, .advocate], source: "SG ¶32, ¶69"
        ),
        EventForm(
            .childCorrected, .child, "The child read what was written and said what is wrong or missing.",
            requires: [.what, .wants], by: [.child]
        ),
        EventForm(
            .childAnswered, .child, "Somebody answered the child, and what came of what they said.",
            requires: [.narrative], allows: [.what],
            by: [.socialWorker, .panelChair, .interviewer, .iro, .advocate, .teamManager]
        ),
    ]

    /// What makes the service fit to be used: languages that a translator confirmed, people who are trained.
    static let interviewServiceForms: [EventForm] = [
        EventForm(
            .catalogueConfirmed, .partnership, "A translator confirmed the words of one language on the child's pages.",
            requires: [.code, .digest, .name], by: [.administrator]
        ),
        EventForm(
            .catalogueDoubted, .partnership, "The words of one language are no longer held to be right.",
            requires: [.code, .reason], by: [.administrator]
        ),
        EventForm(
            .trainingRecorded, .partnership, "Somebody was trained, for example to hold return interviews.",
            requires: [.worker, .kind], allows: [.until, .name],
            by: [.administrator, .teamManager, .homeManager, .interviewer], source: "SG ¶32; K 5; FOST"
        ),
    ]
}
