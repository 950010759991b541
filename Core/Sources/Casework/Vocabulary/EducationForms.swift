// SPDX-License-Identifier: MIT

extension EventForm {
    /// Children missing from education.
    static let educationForms: [EventForm] = [
        EventForm(
            .absenceNoted, .episode, "A pupil's absence was noted.", allows: [.since, .reason, .kind],
            by: [.school], source: "BI; CE"),
        EventForm(
            .parentsContacted, .episode, "The pupil's parents were contacted.", allows: [.how, .result],
            by: [.school], source: "BI; CE"),
        EventForm(
            .referred, .episode, "The child was referred to somebody.", requires: [.to], allows: [.reason, .agency],
            by: [.school, .educationWelfare, .socialWorker, .cmeOfficer, .homeOffice], source: "BI; CE"),
        EventForm(
            .enquiryMade, .episode, "A reasonable enquiry was made: of whom, what was asked, and the answer.",
            allows: [.kind, .action, .to, .result, .outcome, .ground],
            by: [.educationWelfare, .school, .cmeOfficer], source: "BI; CE"),
        EventForm(
            .homeVisited, .episode, "The pupil's home was visited.", allows: [.result],
            by: [.educationWelfare, .cmeOfficer], source: "BI; CE"),
        EventForm(
            .leaveAuthorised, .episode, "Leave from school was authorised until a date.", requires: [.until],
            allows: [.since, .reason], by: [.school], source: "BI"),
        EventForm(
            .attended, .episode, "The pupil came back to school.", by: [.school, .educationWelfare, .cmeOfficer]),
        EventForm(
            .removedFromRoll, .episode, "The pupil was taken off the school's roll, and on which ground.",
            requires: [.ground], allows: [.school, .reason], by: [.school], source: "BI"),
        EventForm(
            .transferFileUploaded, .episode, "The common transfer file was uploaded.", by: [.school],
            source: "BI"),
        EventForm(
            .pupilInformationSent, .episode, "The pupil's information went to the new school.", by: [.school],
            source: "BI"),
        EventForm(
            .pupilTraced, .episode, "A pupil who was missing education was traced.",
            allows: [.school, .agency, .result], by: [.cmeOfficer, .educationWelfare],
            source: "BI, children missing education"),
        EventForm(
            .vulnerabilityAssessed, .episode, "The school assessed how vulnerable the absent pupil is.",
            allows: [.kind, .items, .answers, .unanswered, .result, .outcome],
            by: [.school, .educationWelfare, .cmeOfficer], source: "BI, children missing education"),
        EventForm(
            .parentsAskedToReport, .episode,
            "The parents were told to report the child to police, and that the school has to see that it is done.",
            allows: [.how, .result], by: [.school], source: "CE"),
        EventForm(
            .policeReportVerified, .episode, "Somebody asked police whether they have the report.",
            allows: [.confirmed, .result], by: [.school], source: "CE"),
        EventForm(
            .caseClosed, .episode, "The case of a child missing education was closed with its outcome.",
            requires: [.outcome], allows: [.reason], by: [.cmeOfficer, .educationWelfare, .school],
            source: "BI; CE"),
    ]
}
