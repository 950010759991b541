// SPDX-License-Identifier: MIT

extension EventForm {
    /// Places and people of concern, what ties a child to them, and who went with whom.
    ///
    /// An entry of the register goes by the ledger's number of the event that entered it (`concern`). What ties it to a
    /// child stands on the child's own record and goes with it; the register itself names no child.
    static let concernForms: [EventForm] = [
        EventForm(
            .placeOfConcernEntered, .partnership, "A place came to notice where children may be harmed or hidden.",
            requires: [.name, .toldBy, .confidence, .next], allows: [.kind, .address, .postcode, .rationale, .agency],
            by: knowing
        ),
        EventForm(
            .personOfConcernEntered, .partnership, "A person came to notice who may harm or hide children.",
            requires: [.name, .toldBy, .confidence, .next],
            allows: [.kind, .knownAs, .description, .address, .postcode, .phones, .rationale, .agency],
            by: knowing
        ),
        EventForm(
            .entryOfConcernChanged, .partnership, "Something known about a place or a person of concern changed.",
            requires: [.concern],
            allows: [
                .name, .kind, .knownAs, .description, .address, .postcode, .phones, .rationale, .toldBy, .confidence,
                .next,
            ],
            by: knowing
        ),
        EventForm(
            .entryOfConcernReviewed, .partnership, "A place or a person of concern was looked at again.",
            requires: [.concern, .result, .next], allows: [.confidence], by: knowing
        ),
        EventForm(
            .entryOfConcernEnded, .partnership, "A place or a person is not of concern any more, or never was.",
            requires: [.concern, .reason], by: [.missingCoordinator, .teamManager, .mash, .supervisor, .dutyInspector]
        ),
        EventForm(
            .entryOfConcernRestricted, .partnership, "An entry of the register was kept to named people.",
            requires: [.concern, .names, .reason], by: restricting
        ),
        EventForm(
            .entryOfConcernOpened, .partnership, "An entry that was kept to named people was opened to its readers.",
            requires: [.concern, .reason], by: restricting
        ),
        EventForm(
            .placeRestricted, .partnership,
            "A place was put under an order, a condition or a rule: no child is placed or taken there.",
            requires: [.concern, .kind, .reason], allows: [.until, .agency], by: restricting + [.socialWorker]
        ),
        EventForm(
            .placeRestrictionEnded, .partnership, "A place is not restricted any more.",
            requires: [.concern, .reason], by: restricting + [.socialWorker]
        ),
        EventForm(
            .entriesOfConcernLinked, .partnership,
            "A place and a person of concern, or two of a kind, belong together.",
            requires: [.concern, .what, .toldBy, .confidence], allows: [.rationale], by: knowing
        ),
        EventForm(
            .tiedToConcern, .child, "The child went to a place of concern, was there, or was with a person of concern.",
            requires: [.concern, .kind, .confidence], allows: [.inEpisode, .toldBy, .rationale, .agency],
            by: knowing + [.interviewer]
        ),
        EventForm(
            .harbouringNoticeAsked, .child, "A warning notice was asked for against somebody who harbours the child.",
            requires: [.concern], allows: [.reason, .agency, .inEpisode], by: [.socialWorker, .missingCoordinator],
            source: "BI, legal powers"
        ),
        EventForm(
            .harbouringNoticeServed, .child, "Police served a warning notice on somebody who harbours the child.",
            requires: [.concern], allows: [.until, .agency, .inEpisode], by: [.attendingOfficer, .missingCoordinator],
            source: "BI, legal powers"
        ),
        EventForm(
            .harbouringNoticeEnded, .child, "A warning notice about the child was ended.",
            requires: [.concern, .reason], by: [.attendingOfficer, .missingCoordinator]
        ),
        EventForm(
            .wentTogether, .episode, "The child went together with other children of the record.",
            requires: [.withChildren], allows: [.confidence, .toldBy, .rationale],
            by: [.attendingOfficer, .carer, .socialWorker, .missingCoordinator]
        ),
    ]

    private static let knowing: [Role] = [.attendingOfficer, .socialWorker, .missingCoordinator]
    private static let restricting: [Role] = [.missingCoordinator, .teamManager, .mash, .dutyInspector]
}
