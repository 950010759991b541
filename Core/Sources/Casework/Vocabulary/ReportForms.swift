// SPDX-License-Identifier: MIT

extension EventForm {
    /// Before and at the report: first checks, the report itself, other agencies' accounts of it.
    static let reportForms: [EventForm] = [
        EventForm(
            .checksStarted, .episode, "First checks began, with a deadline set at the outset.",
            requires: [.deadline], allows: [.missingSince, .from, .imminentRisk], by: [.carer, .fosterCarer],
            source: "BI, looked-after children"
        ),
        EventForm(
            .checksCompleted, .episode, "First checks were finished.",
            allows: [.checked, .result], by: [.carer, .fosterCarer], source: "BI; BC 2"
        ),
        EventForm(
            .reported, .episode, "A child was reported not to be where they are expected.",
            allows: reportDetails + [.to, .kind, .items, .imminentRisk, .agency, .digest, .importReference],
            by: [.carer, .fosterCarer, .parent, .school, .socialWorker, .homeOffice, .callHandler],
            source: "SG ¶66; BI; BC 2"
        ),
        EventForm(
            .accountReceived, .episode, "An agency's own account of the episode was received, and is kept as told.",
            requires: [.agency], allows: reportDetails + [.to, .until, .kind, .digest, .importReference],
            by: [.callHandler, .carer, .school, .socialWorker]
        ),
        EventForm(
            .accountSettled, .episode, "Where accounts differ, somebody chose what counts, and said why.",
            requires: [.rationale], allows: [.missingSince, .agency, .from, .settles],
            by: [.socialWorker, .missingCoordinator]
        ),
        EventForm(
            .careKindDecided, .episode,
            "Care staff decided the care kind: missing from home or care, away without authorisation, unreported.",
            requires: [.as], allows: [.rationale], by: [.socialWorker, .carer], source: "SG ¶10"
        ),
    ]

    private static let reportDetails: [DetailKey] = [
        .missingSince, .lastSeen, .lastSeenAt, .lastSeenBy, .from, .with, .withChildren, .clothing, .belongings,
        .circumstances, .intentions, .description, .photo, .medical, .associates, .phones, .postcode, .by, .checked,
        .rationale,
    ]
}
