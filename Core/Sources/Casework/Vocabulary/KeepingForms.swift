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

    /// Agencies, workers and the protocol in force.
    static let partnershipForms: [EventForm] = [
        EventForm(
            .agencyAdded, .partnership, "An agency joined: an authority, force, home, school, provider…",
            requires: [.agency, .name, .kind], allows: [.authority, .areas, .address, .postcode, .phones, .provider],
            by: [.administrator]
        ),
        EventForm(
            .agencyChanged, .partnership, "Something about an agency changed.",
            requires: [.agency],
            allows: [.name, .kind, .authority, .areas, .address, .postcode, .phones, .provider, .until],
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
        EventForm(
            .areaDutyDone, .partnership, "A duty of the area was done: a report, an audit, a meeting of the board.",
            requires: [.duty], allows: [.place, .withChildren, .agency, .result],
            by: [
                .panelChair, .missingCoordinator, .teamManager, .superintendent, .homeManager, .iro, .mash, .school,
                .health, .cmeOfficer, .educationWelfare, .interviewer, .hostAuthority, .analyst, .administrator,
            ]
        ),
        EventForm(
            .childErased, .partnership,
            "A child's record was erased for good, and why: their episodes stay as counts without anything of them.",
            requires: [.what, .reason, .authority], allows: [.tally, .lastEpisode, .rows, .ground, .worker],
            by: [.recordsManager]
        ),
    ]
}
