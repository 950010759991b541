// SPDX-License-Identifier: MIT

extension EventForm {
    /// Places that take a child in at any hour. Such a place goes by the ledger's number of the event that entered it
    /// (`shelter`).
    static let emergencyPlaceForms: [EventForm] = [
        EventForm(
            .emergencyPlaceEntered, .partnership, "A place was listed that takes a child in at any hour.",
            requires: [.name, .kind, .phones, .next], allows: [.address, .postcode, .description, .authority],
            by: listing, source: "SG ¶40, ¶43"
        ),
        EventForm(
            .emergencyPlaceChanged, .partnership, "Something about an emergency place changed.",
            requires: [.shelter], allows: [.name, .phones, .address, .postcode, .description, .authority, .next],
            by: listing, source: "SG ¶40, ¶43"
        ),
        EventForm(
            .emergencyPlaceChecked, .partnership, "Whether an emergency place is suitable and safe was checked.",
            requires: [.shelter, .outcome, .next], allows: [.result], by: listing, source: "SG ¶41, ¶43"
        ),
        EventForm(
            .emergencyPlaceEnded, .partnership, "An emergency place takes nobody in any more.",
            requires: [.shelter, .reason], by: listing
        ),
    ]

    private static let listing: [Role] = [.socialWorker, .teamManager, .edt]
}
