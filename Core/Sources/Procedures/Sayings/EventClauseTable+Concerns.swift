// SPDX-License-Identifier: MIT

import Casework

extension EventClause {
    /// What is recorded of places and people of concern, of children who go together, and of places to stay.
    static let concernActs: [EventWord: EventClause] = [
        .tiedToConcern: EventClause("the child", "tied to a place or a person of concern"),
        .harbouringNoticeAsked: EventClause("a harbouring warning notice", "asked for"),
        .harbouringNoticeServed: EventClause("a harbouring warning notice", "served"),
        .harbouringNoticeEnded: EventClause("the harbouring warning notice", "ended"),
        .policeProtectionEnded: EventClause(
            "police protection", past: "ended", perfect: "ended", present: "ends"),
        .wentTogether: EventClause("with which other children the child went", "recorded"),
        .placeOfConcernEntered: EventClause("a place of concern", "entered"),
        .personOfConcernEntered: EventClause("a person of concern", "entered"),
        .entryOfConcernChanged: EventClause("a place or a person of concern", "described anew"),
        .entryOfConcernReviewed: EventClause("a place or a person of concern", "reviewed"),
        .entryOfConcernEnded: EventClause("a place or a person of concern", "taken off the register"),
        .entryOfConcernRestricted: EventClause("an entry of the register of concern", "kept to named people"),
        .entryOfConcernOpened: EventClause("an entry of the register of concern", "opened to its readers again"),
        .placeRestricted: EventClause("a place", "restricted"),
        .placeRestrictionEnded: EventClause("the restriction of a place", "ended"),
        .entriesOfConcernLinked: EventClause("two entries of the register of concern", "linked", plural: true),
        .emergencyPlaceEntered: EventClause("an emergency place", "entered"),
        .emergencyPlaceChanged: EventClause("an emergency place", "described anew"),
        .emergencyPlaceChecked: EventClause("an emergency place", "checked"),
        .emergencyPlaceEnded: EventClause("an emergency place", "taken off the register"),
    ]
}
