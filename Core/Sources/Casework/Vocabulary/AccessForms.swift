// SPDX-License-Identifier: MIT

extension EventForm {
    /// Who may see the child's record, how long it is kept, what goes out of it, and what the child adds themselves.
    ///
    /// Names are workers' short names, as the record knows them.
    static let accessForms: [EventForm] = [
        EventForm(
            .accessRestricted, .child,
            "The child's record was restricted to named people: to nobody else does it exist.",
            requires: [.ground, .names, .reason], by: restricting
        ),
        EventForm(
            .restrictionLifted, .child, "The restriction to named people was lifted.",
            requires: [.reason], by: restricting
        ),
        EventForm(
            .locationShielded, .child, "Where the child is was held back from everybody but named people.",
            requires: [.names, .reason], allows: [.until],
            by: [.socialWorker, .teamManager, .mash, .edt, .dutyInspector]
        ),
        EventForm(
            .locationShieldLifted, .child, "Where the child is was no longer held back.",
            requires: [.reason], by: restricting
        ),
        EventForm(
            .glassBroken, .child, "Somebody opened what is held back from them, and said why.",
            requires: [.reason], allows: [.until],
            by: [.socialWorker, .teamManager, .mash, .edt, .iro, .attendingOfficer, .missingCoordinator]
        ),
        EventForm(
            .glassBreakReviewed, .child, "Somebody else looked at whether it was right to open what was held back.",
            requires: [.what, .result], by: restricting
        ),
        EventForm(
            .legalHoldPlaced, .child, "The record must be kept until a court or an inquiry is done with it.",
            requires: [.reason], allows: [.until], by: [.recordsManager]
        ),
        EventForm(
            .legalHoldLifted, .child, "The record need no longer be kept for a court or an inquiry.",
            requires: [.reason], by: [.recordsManager]
        ),
        EventForm(
            .retentionDecided, .child, "It was decided until when the record is kept, and why.",
            requires: [.until, .reason], by: [.recordsManager]
        ),
        EventForm(
            .subjectAccessRequested, .child, "The child, or somebody for them, asked for what is held about them.",
            requires: [.name, .kind, .due], by: [.recordsManager, .socialWorker], source: "UK GDPR article 15"
        ),
        EventForm(
            .subjectAccessExtended, .child,
            "More time was taken to answer who asked for what is held, and they were told so and why.",
            requires: [.due, .reason], allows: [.what], by: [.recordsManager], source: "UK GDPR article 12(3)"
        ),
        EventForm(
            .erasureProposed, .child,
            "Somebody proposed to erase the child's record for good; somebody else confirms it.",
            requires: [.worker, .ground, .reason], allows: [.answers], by: [.recordsManager]
        ),
        EventForm(
            .erasureWithdrawn, .child, "The proposal to erase the child's record was taken back.",
            requires: [.reason], by: [.recordsManager]
        ),
        EventForm(
            .subjectAccessAnswered, .child,
            "What is held about the child was given, or refused, and what was left out.",
            requires: [.result], allows: [.digest], by: [.recordsManager], source: "UK GDPR article 15"
        ),
        EventForm(
            .linkGiven, .child, "The child was given a link of their own.",
            requires: [.kind, .digest, .until], by: givingLinks
        ),
        EventForm(
            .linkWithdrawn, .child, "A link that the child was given no longer opens.",
            requires: [.reason], allows: [.what], by: givingLinks
        ),
        EventForm(
            .linkOpened, .child, "The child's link was opened, with the agreed word.", allows: [.what], by: [.child]
        ),
        EventForm(
            .childWrote, .child, "The child wrote, in their own words, what they want known.",
            requires: [.wants], allows: [.kind], by: [.child]
        ),
        EventForm(
            .documentAdded, .child, "A document was added to the record.",
            requires: [.kind, .name, .digest, .type, .content],
            by: [.socialWorker, .carer, .attendingOfficer, .interviewer, .school, .health, .recordsManager]
        ),
    ]

    private static let restricting: [Role] = [.teamManager, .mash, .edt, .dutyInspector]
    private static let givingLinks: [Role] = [.socialWorker, .interviewer, .carer, .iro, .advocate]
}
