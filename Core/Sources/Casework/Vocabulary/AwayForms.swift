// SPDX-License-Identifier: MIT

extension EventForm {
    /// What is done while the child is away.
    static let awayForms: [EventForm] = [
        EventForm(
            .notified, .episode, "Somebody who must know was told.",
            requires: [.to], allows: [.how, .name, .agency],
            by: [
                .carer, .socialWorker, .edt, .dutyInspector, .school, .educationWelfare, .cmeOfficer, .homeOffice,
            ],
            source: "SG ¶66; BC 2"
        ),
        EventForm(
            .acknowledged, .episode, "Somebody who was told said that they have seen it.",
            allows: [.what, .to, .agency], by: [.socialWorker, .edt, .dutyInspector]
        ),
        EventForm(
            .strategyAgreed, .episode, "The social worker and police agreed how to find the child.",
            requires: [.action], by: [.socialWorker, .edt], source: "BI"
        ),
        EventForm(
            .contactAttempted, .episode, "Somebody tried to reach the child.",
            allows: [.how, .to, .result], by: [.carer, .socialWorker, .iro], source: "BI"
        ),
        EventForm(
            .contactedChild, .episode,
            "The child was heard from. Alone this does not settle where they are: a known adult or a landline does.",
            allows: [.confirmed, .how, .found], by: [.carer, .socialWorker, .attendingOfficer], source: "BC 2"
        ),
        EventForm(
            .visited, .episode, "An address was visited.",
            requires: [.found], allows: [.result, .concern], by: [.attendingOfficer, .socialWorker, .carer],
            source: "BI"
        ),
        EventForm(
            .sighted, .episode, "The child was seen, or said to have been seen.",
            requires: [.found], allows: [.with, .withChildren, .foundWith, .postcode, .confirmed, .concern],
            by: [.attendingOfficer, .carer]
        ),
        EventForm(
            .actionAgreed, .episode, "An action was agreed, with an owner and a date.",
            requires: [.action, .owner], allows: [.due, .agency, .name, .meeting, .what],
            by: [.socialWorker, .teamManager, .dutyInspector, .panelChair, .missingCoordinator, .iro, .interviewer],
            source: "BC 3; BI, return review"
        ),
        EventForm(
            .actionDone, .episode, "An agreed action was done.",
            requires: [.what], allows: [.result],
            by: [
                .socialWorker, .attendingOfficer, .carer, .panelChair, .missingCoordinator, .iro, .interviewer, .school,
                .health, .educationWelfare, .hostAuthority,
            ]
        ),
        EventForm(
            .nrmReferred, .episode, "The child was referred to the National Referral Mechanism.",
            by: [.socialWorker, .dutyInspector], source: "SG ¶73–78"
        ),
        EventForm(
            .traffickingAssessed, .episode, "Whether the child may have been trafficked was assessed.",
            requires: [.result], by: [.socialWorker], source: "SG ¶73–78"
        ),
        EventForm(
            .meetingArranged, .episode, "A meeting about the child was arranged.",
            requires: [.kind], allows: [.at, .attendees, .place, .meeting],
            by: [.socialWorker, .teamManager, .panelChair, .missingCoordinator, .iro], source: "BC 3"
        ),
        EventForm(
            .meetingHeld, .episode, "A meeting about the child was held.",
            requires: [.kind],
            allows: [
                .chair, .attendees, .apologies, .withChildren, .ownRecord, .minutes, .decisions, .next, .meeting,
                .wants,
            ],
            by: [.teamManager, .socialWorker, .panelChair, .missingCoordinator, .iro], source: "BC 3"
        ),
    ]
}
