// SPDX-License-Identifier: MIT

extension EventForm {
    /// Which authority has the child, where the child may safely be, and who is told so.
    static let safeguardingForms: [EventForm] = [
        EventForm(
            .handOverOffered, .episode, "One authority asked another to take over what it does for the child.",
            requires: [.to, .reason], allows: [.agency], by: [.socialWorker, .teamManager, .edt, .hostAuthority],
            source: "SG ¶58"
        ),
        EventForm(
            .handOverAccepted, .episode, "The hand-over was accepted: the accepter has it from now.",
            allows: [.agency], by: [.socialWorker, .teamManager, .edt, .hostAuthority], source: "SG ¶58"
        ),
        EventForm(
            .handOverRefused, .episode, "The hand-over was refused: the sender has it still.",
            requires: [.reason], allows: [.agency], by: [.socialWorker, .teamManager, .edt, .hostAuthority],
            source: "SG ¶58"
        ),
        EventForm(
            .accommodated, .episode, "Somewhere to stay was found for the child at short notice, and of what kind.",
            requires: [.kind], allows: [.place, .postcode, .result, .shelter], by: [.socialWorker, .edt],
            source: "SG ¶40–43"
        ),
        EventForm(
            .accommodationAssessed, .episode, "Whether the accommodation is suitable was assessed.",
            allows: [.kind, .place, .outcome, .rationale], by: [.socialWorker], source: "SG ¶41, ¶43"
        ),
        EventForm(
            .returnFearedUnsafe, .episode, "Somebody fears that the child is not safe where they would return to.",
            requires: [.rationale], allows: [.agency], by: [.attendingOfficer, .socialWorker, .interviewer, .carer],
            source: "BI"
        ),
        EventForm(
            .assessmentDecided, .episode,
            "It was decided whether an assessment of the child's needs, or of significant harm, follows, and why.",
            requires: [.as, .rationale], by: [.socialWorker, .teamManager], source: "SG ¶20; BI; BC 5"
        ),
        EventForm(
            .locationDisclosed, .episode,
            "Somebody who asked was told where the child is; confirmed: who they are and what they are to the child.",
            requires: [.to], allows: [.confirmed, .reason], by: [.socialWorker, .carer], source: "SG ¶76"
        ),
        EventForm(
            .familyTold, .episode, "The family was told how things stand.",
            allows: [.how, .result], by: [.attendingOfficer, .socialWorker], source: "SG ¶20, ¶22"
        ),
    ]
}
