// SPDX-License-Identifier: MIT

extension EventForm {
    /// Of the child's own record: what is known, feared, planned and explained before and between episodes.
    static let preventionForms: [EventForm] = [
        EventForm(
            .alertReceived, .child, "Another agency asked everybody to look out for the child, until a date.",
            requires: [.agency], allows: [.kind, .until, .rationale],
            by: [.mash, .socialWorker, .edt, .callHandler, .missingCoordinator, .health, .school]
        ),
        EventForm(
            .alertEnded, .child, "The request to look out for the child was ended.",
            requires: [.reason], allows: [.agency], by: [.mash, .socialWorker, .edt, .callHandler, .missingCoordinator]
        ),
        EventForm(
            .chanceOfRepeatAssessed, .child, "How likely the child is to go missing again was assessed.",
            requires: [.result], allows: [.answers], by: [.socialWorker, .carer, .missingCoordinator], source: "BC 8"
        ),
        EventForm(
            .jointPictureBuilt, .child, "The agencies put together one picture of the child from what each knows.",
            requires: [.result], allows: [.attendees, .answers],
            by: [.socialWorker, .teamManager, .missingCoordinator, .panelChair], source: "BC 8"
        ),
        EventForm(
            .agreementReviewed, .child, "An agreement for this child was looked at again: whether it still fits.",
            requires: [.duty, .result], allows: [.until], by: [.socialWorker, .supervisor, .teamManager],
            source: "SG ¶30; BC 6"
        ),
        EventForm(
            .toldAboutChild, .child, "Somebody who must know was told something of the child, outside any episode.",
            requires: [.to], allows: [.how, .agency, .kind, .name], by: [.socialWorker, .carer], source: "SG ¶57; BC 1"
        ),
        EventForm(
            .talkedWithChild, .child, "Somebody talked with the child about going missing.",
            allows: [.kind, .result], by: [.carer, .socialWorker, .school], source: "BC 1; CE"
        ),
        EventForm(
            .preventionPlanReviewed, .child,
            "The plan against going missing was made or reviewed: in the placement, care, pathway or trigger plan.",
            allows: [.kind, .action, .steps, .next, .since],
            by: [.socialWorker, .iro, .carer, .missingCoordinator], source: "BC 1; SG ¶52–56, ¶65"
        ),
        EventForm(
            .riskAssessed, .child, "The risk that the child goes missing was assessed, outside any episode.",
            allows: [.kind, .result, .answers], by: [.socialWorker, .carer],
            source: "BI, looked-after children; FOST; BC 8"
        ),
        EventForm(
            .placementMatched, .child,
            "Before placing it was weighed whether the placement is right: risk, distance, services.",
            allows: [.place, .kind, .distanceMiles, .outcome, .rationale], by: [.socialWorker, .teamManager],
            source: "SG ¶52–53; RF"
        ),
        EventForm(
            .rightsExplained, .child, "The child was told of a right: an advocate, the help lines, the interview.",
            allows: [.kind, .how], by: [.socialWorker, .carer, .iro], source: "SG ¶54"
        ),
        EventForm(
            .safeguardingCaseOpened, .child,
            "A safeguarding record was opened for the child and given to a supervisor.",
            allows: [.kind, .reason], by: [.missingCoordinator, .supervisor],
            source: "WMP, safeguarding in absent cases"
        ),
    ]
}
