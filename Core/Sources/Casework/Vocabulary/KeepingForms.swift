// SPDX-License-Identifier: MIT

extension EventForm {
    /// Waivers, agreements, corrections and notes: how the record itself is kept.
    static let keepingForms: [EventForm] = [
        EventForm(
            .waived, .episode, "A duty was set aside for this episode, and why.",
            requires: [.duty, .reason], by: [.teamManager, .supervisor, .socialWorker]
        ),
        EventForm(
            .agreed, .episode, "An agreement for this child says that a duty is not due, until a date.",
            requires: [.duty, .until, .reason], by: [.socialWorker, .supervisor], source: "SG ¶30; BC 5, 6"
        ),
        EventForm(
            .corrected, .episode,
            "An earlier entry was wrong: what it should have said, or that it should not stand. Both stay on record.",
            requires: [.what, .reason], allows: [.at, .withdrawn], by: [.socialWorker, .supervisor, .carer]
        ),
        EventForm(
            .noteAdded, .episode, "Somebody wrote something down.",
            requires: [.narrative], by: [.carer, .socialWorker, .attendingOfficer, .interviewer]
        ),
    ]

    /// Children missing from education.
    static let educationForms: [EventForm] = [
        EventForm(
            .absenceNoted, .episode, "A pupil's absence was noted.", allows: [.since, .reason], by: [.school],
            source: "BI; CE"),
        EventForm(
            .parentsContacted, .episode, "The pupil's parents were contacted.", allows: [.how, .result],
            by: [.school], source: "BI; CE"),
        EventForm(
            .referred, .episode, "The child was referred to somebody.", requires: [.to], allows: [.reason],
            by: [.school, .educationWelfare, .socialWorker], source: "BI; CE"),
        EventForm(
            .enquiryMade, .episode, "A reasonable enquiry was made.", allows: [.action, .to, .result],
            by: [.educationWelfare, .school], source: "BI; CE"),
        EventForm(
            .homeVisited, .episode, "The pupil's home was visited.", allows: [.result],
            by: [.educationWelfare], source: "BI; CE"),
        EventForm(
            .leaveAuthorised, .episode, "Leave from school was authorised until a date.", requires: [.until],
            by: [.school], source: "BI"),
        EventForm(.attended, .episode, "The pupil came back to school.", by: [.school]),
        EventForm(
            .removedFromRoll, .episode, "The pupil was taken off the school's roll, and on which ground.",
            requires: [.ground], by: [.school], source: "BI"),
        EventForm(
            .transferFileUploaded, .episode, "The common transfer file was uploaded.", by: [.school],
            source: "BI"),
        EventForm(
            .pupilInformationSent, .episode, "The pupil's information went to the new school.", by: [.school],
            source: "BI"),
        EventForm(
            .caseClosed, .episode, "The case of a child missing education was closed with its outcome.",
            requires: [.outcome], by: [.cmeOfficer], source: "BI; CE"),
    ]

    /// Agencies, workers and the protocol in force.
    static let partnershipForms: [EventForm] = [
        EventForm(
            .agencyAdded, .partnership, "An agency joined: an authority, force, home, school, provider…",
            requires: [.agency, .name, .kind], allows: [.authority, .address, .postcode, .phones, .provider],
            by: [.administrator]
        ),
        EventForm(
            .agencyChanged, .partnership, "Something about an agency changed.",
            requires: [.agency], allows: [.name, .kind, .authority, .address, .postcode, .phones, .provider, .until],
            by: [.administrator]
        ),
        EventForm(
            .workerAdded, .partnership, "Somebody began to work here under a role.",
            requires: [.worker, .name, .role, .agency], by: [.administrator]
        ),
        EventForm(
            .workerLeft, .partnership, "Somebody stopped working here.",
            requires: [.worker], by: [.administrator]
        ),
        EventForm(
            .protocolAdopted, .partnership, "A protocol was adopted from a date, on a named authority.",
            requires: [.pack, .openFrom], allows: [.authority, .appliesToOpen, .digest], by: [.administrator]
        ),
        EventForm(
            .fileImported, .partnership, "A file was imported, whole.",
            requires: [.kind, .digest], allows: [.rows], by: [.administrator, .analyst]
        ),
    ]
}
