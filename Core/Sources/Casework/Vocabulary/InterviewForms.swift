// SPDX-License-Identifier: MIT

extension EventForm {
    /// The independent return interview and what comes of it.
    static let interviewForms: [EventForm] = [
        EventForm(
            .interviewOffered, .episode, "An independent return interview was offered to the child.",
            allows: [.interviewer, .independent, .how, .accepted], by: [.interviewer, .socialWorker],
            source: "SG ¶31; BC 6"
        ),
        EventForm(
            .interviewContacted, .episode, "The child was contacted to arrange the interview.",
            allows: [.how, .result], by: [.interviewer, .socialWorker], source: "BI, return review"
        ),
        EventForm(
            .interviewAccepted, .episode, "The child accepted the interview.",
            allows: [.interviewer, .at, .place, .how, .accepted], by: [.interviewer, .socialWorker]
        ),
        EventForm(
            .interviewDeclined, .episode, "The child did not want an interview.",
            allows: [.reason, .declinedBy], by: [.interviewer, .socialWorker], source: "SG ¶38"
        ),
        EventForm(
            .interviewHeld, .episode, "The return interview was held, and what the child said.",
            allows: [
                .interviewer, .independent, .alone, .advocate, .neutralPlace, .place, .reasons, .push, .pull, .harm,
                .whereTheyWere, .whereSlept, .whoWith, .funded, .wants, .safetyInformation, .findings, .before,
                .during, .travel, .howReturned, .result, .offences, .kind, .consent, .episodes,
            ],
            by: [.interviewer, .socialWorker], source: "SG ¶32–37; BC 6; BF 13"
        ),
        EventForm(
            .interviewNotArranged, .episode, "The interview could not be arranged, and why.",
            requires: [.reason], allows: [.ground], by: [.interviewer, .socialWorker]
        ),
        EventForm(
            .parentsViewOffered, .episode, "Parents or carers were offered the chance to say what they know.",
            allows: [.result, .to, .accepted], by: [.interviewer, .socialWorker], source: "SG ¶38"
        ),
        EventForm(
            .findingsShared, .episode, "What was learnt went to somebody who needs it.",
            requires: [.to], allows: [.findings, .consent, .reason], by: [.interviewer, .socialWorker], source: "SG ¶37"
        ),
    ]
}
