// SPDX-License-Identifier: MIT

extension EventForm {
    private static let comparing: [Role] = [
        .socialWorker, .teamManager, .edt, .mash, .missingCoordinator,
    ]
    private static let joining: [Role] = [.teamManager, .edt, .mash, .missingCoordinator]

    /// Two records that may be of one child: what was decided, and that they are shown as one.
    ///
    /// They belong to no child, and name children by their numbers alone: whoever may see only one of the two learns
    /// nothing of the other.
    static let joiningForms: [EventForm] = [
        EventForm(
            .childrenCompared, .partnership,
            "Somebody decided whether two records are of one child: `same`, `not-same` or `not-sure`.",
            requires: [.withChildren, .outcome], allows: [.reason], by: comparing
        ),
        EventForm(
            .comparisonWithdrawn, .partnership, "What was decided of two records was taken back, and why.",
            requires: [.what, .reason], by: comparing
        ),
        EventForm(
            .childrenJoined, .partnership,
            "Two records are shown as one child, under the number that `what` names. Neither record is changed.",
            requires: [.what, .withChildren, .reason], by: joining
        ),
        EventForm(
            .childrenParted, .partnership,
            "Two records that were shown as one child were parted again; what each recorded stays with it.",
            requires: [.what, .reason], by: joining
        ),
    ]
}
