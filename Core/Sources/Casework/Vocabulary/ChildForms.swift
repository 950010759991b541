// SPDX-License-Identifier: MIT

extension EventForm {
    /// Events of the child's own record, outside any episode.
    static let childForms: [EventForm] = [
        EventForm(
            .childRegistered, .child, "A child became known to the partnership.",
            requires: [.name],
            allows: identity + [
                .responsible, .postcode, .address, .parents, .school, .lookedAfter, .doNotNotify, .digest,
            ],
            by: [.socialWorker, .carer, .callHandler, .administrator]
        ),
        EventForm(
            .childDetailsChanged, .child, "Something known about who the child is was added or put right.",
            allows: [.name] + identity + [.responsible, .parents, .school, .doNotNotify],
            by: [.socialWorker, .carer, .callHandler]
        ),
        EventForm(
            .addressChanged, .child, "The child's home address changed.",
            requires: [.postcode], allows: [.address, .since], by: [.socialWorker]
        ),
        EventForm(
            .placementStarted, .child, "A placement of a looked-after child began.",
            requires: [.kind, .since],
            allows: [.place, .provider, .host, .outOfArea, .distanceMiles, .legalStatus, .postcode, .digest],
            by: [.socialWorker], source: "SG ¶56"
        ),
        EventForm(
            .placementEnded, .child, "A placement ended.",
            requires: [.at], allows: [.reason, .host, .outOfArea, .digest], by: [.socialWorker]
        ),
        EventForm(
            .statusStarted, .child,
            "A status began: looked after, child protection plan, child in need, section 47, care leaver, unaccompanied…",
            requires: [.kind, .since], allows: [.legalStatus, .responsible, .digest], by: [.socialWorker]
        ),
        EventForm(
            .statusEnded, .child, "A status ended.",
            requires: [.kind, .at], allows: [.reason, .digest], by: [.socialWorker]
        ),
        EventForm(
            .riskNoted, .child, "Somebody said that the child is at a risk, and when.",
            requires: [.kind], allows: [.since, .rationale, .agency],
            by: [.socialWorker, .carer, .dutyInspector, .health, .school], source: "SG ¶16; BC 8"
        ),
        EventForm(
            .riskEnded, .child, "A noted risk is held to be over.",
            requires: [.kind, .rationale], by: [.socialWorker, .teamManager]
        ),
        EventForm(
            .penPictureWritten, .child,
            "The pen picture was written or renewed: what is needed to look for the child at once.",
            requires: [.description],
            allows: [
                .habits, .clothing, .whereTheyMayGo, .whatCalmsThem, .phones, .socialAccounts, .travel, .medical,
                .associates, .photo,
            ],
            by: [.carer, .socialWorker], source: "BC 1"
        ),
        EventForm(
            .allocated, .child, "A worker was allocated to the child in a role.",
            requires: [.role, .worker], allows: [.agency, .since], by: [.teamManager]
        ),
        EventForm(
            .deallocated, .child, "A worker stopped being allocated to the child.",
            requires: [.role], allows: [.worker, .at], by: [.teamManager]
        ),
        EventForm(
            .personLinked, .child, "A friend, relative or other person in the child's life was named.",
            requires: [.name, .relationship], allows: [.address, .postcode, .phones, .doNotNotify],
            by: [.carer, .socialWorker]
        ),
        EventForm(
            .concernRaised, .child, "Somebody was concerned that the child may go missing.",
            allows: [.rationale, .agency], by: [.carer, .school, .socialWorker], source: "BC 1"
        ),
    ]

    private static let identity: [DetailKey] = [
        .forenames, .surname, .knownAs, .born, .bornCertainty, .sex, .gender, .ethnicity, .language, .religion,
        .communicationNeeds, .childReference, .upn, .nhsNumber, .policeReference, .homeOfficeReference,
    ]
}
