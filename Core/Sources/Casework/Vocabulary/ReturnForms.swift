// SPDX-License-Identifier: MIT

extension EventForm {
    /// Found, back, and the first care after.
    static let returnForms: [EventForm] = [
        EventForm(
            .located, .episode, "The child's whereabouts were established and confirmed.",
            allows: [.found, .foundWith, .postcode, .how, .by, .confirmed, .concern, .withChildren],
            by: [.attendingOfficer, .carer, .socialWorker, .parent, .homeOffice], source: "SG ¶67"
        ),
        EventForm(
            .returned, .episode, "The child is back at home, at the placement, or at another place agreed as safe.",
            allows: [.to, .how, .harm, .found, .medical, .digest, .importReference, .withChildren],
            by: [.carer, .fosterCarer, .attendingOfficer, .parent, .socialWorker], source: "SG ¶67; BC 4"
        ),
        EventForm(
            .safeAndWellChecked, .episode, "Police held the safe and well check.",
            allows: [.harm, .whereTheyWere, .whoWith, .offences], by: [.attendingOfficer], source: "SG ¶29; BC 5"
        ),
        EventForm(
            .safeAndWellNotHeld, .episode, "Police decided not to hold a safe and well check, and why.",
            requires: [.reason], by: [.attendingOfficer, .supervisor, .dutyInspector], source: "SG ¶30; BC 5"
        ),
        EventForm(
            .conversationHeld, .episode, "The carer and the child talked about it.",
            allows: [.reasons, .whereTheyWere, .whereSlept, .whoWith, .funded, .harm], by: [.carer, .fosterCarer],
            source: "BC 4"
        ),
    ]
}
