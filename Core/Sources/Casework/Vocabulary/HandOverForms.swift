// SPDX-License-Identifier: MIT

extension EventForm {
    private static let shifts: [Role] = [
        .carer, .homeManager, .socialWorker, .teamManager, .edt, .mash, .callHandler, .attendingOfficer, .supervisor,
        .dutyInspector, .missingCoordinator,
    ]

    /// One shift hands over to the next: the briefing as a whole, and each child in it.
    ///
    /// A briefing's number is counted up by the record itself: whoever records `briefing-made` leaves `what` out, and so
    /// does each `child-handed-over` of the same submission. No child is named in an event of the partnership.
    static let handOverForms: [EventForm] = [
        EventForm(
            .briefingMade, .partnership,
            "A team made its briefing for those who come after it. It stays open until one of them accepts it.",
            requires: [.agency, .team], allows: [.what, .to, .rows], by: shifts
        ),
        EventForm(
            .briefingAccepted, .partnership, "Somebody of the next shift read a briefing and took it over.",
            requires: [.what], allows: [.rows], by: shifts
        ),
        EventForm(
            .briefingEscalated, .partnership, "Somebody was told that a briefing is not accepted.",
            requires: [.what, .to], allows: [.how, .outcome], by: shifts
        ),
        EventForm(
            .childHandedOver, .episode, "A child stood in a shift's briefing: what the next shift must know of them.",
            allows: [.what], by: shifts
        ),
        EventForm(
            .handOverRead, .episode, "Somebody of the next shift read what a briefing says of the child.",
            requires: [.what], by: shifts
        ),
    ]
}
