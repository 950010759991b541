// SPDX-License-Identifier: MIT

extension EventForm {
    /// Plans, reviews, panels and reports that follow an episode.
    static let afterForms: [EventForm] = [
        EventForm(
            .planUpdated, .episode, "The placement plan, or another plan of the child's, was updated.",
            allows: [.kind, .action, .steps, .next, .meeting], by: [.socialWorker, .teamManager], source: "SG ¶68; BC 7"
        ),
        EventForm(
            .riskAssessmentUpdated, .episode, "The child's risk assessment was updated.",
            allows: [.kind, .result], by: [.socialWorker, .carer], source: "BI; BC 7"
        ),
        EventForm(
            .placementReviewed, .episode, "Whether the placement is still right was looked at, with the outcome.",
            requires: [.outcome, .rationale], by: [.socialWorker], source: "SG ¶68; BC 7"
        ),
        EventForm(
            .exploitationScreened, .episode, "The child was screened for exploitation.",
            requires: [.result], by: [.socialWorker], source: "RF"
        ),
        EventForm(
            .radicalisationAssessed, .episode, "Whether the child may have been drawn into extremism was assessed.",
            requires: [.result], by: [.socialWorker], source: "BI"
        ),
        EventForm(
            .placedOnAgenda, .episode, "The child was put on a panel's agenda.",
            requires: [.kind], allows: [.at, .reason, .meeting, .triggers],
            by: [.panelChair, .missingCoordinator, .teamManager], source: "H; RF"
        ),
        EventForm(
            .letterSent, .episode, "A letter was sent.",
            requires: [.to], allows: [.kind, .meeting, .how],
            by: [.panelChair, .missingCoordinator, .socialWorker, .interviewer], source: "H; TCS"
        ),
        EventForm(
            .feedbackReceived, .episode, "The child, or somebody for them, answered.",
            allows: [.by, .meeting], by: [.panelChair, .advocate, .interviewer, .socialWorker], source: "H"
        ),
        EventForm(
            .reportSigned, .episode, "A report that the home or fostering service owes was signed off.",
            requires: [.kind], allows: [.signedBy], by: [.homeManager, .carer, .teamManager],
            source: "Birmingham fostering and residential paper"
        ),
        EventForm(
            .supportOffered, .episode, "Support was talked about with the child, the family, or both.",
            allows: [.to, .agency, .action], by: [.socialWorker], source: "SG ¶46"
        ),
        EventForm(
            .earlyHelpOffered, .episode, "An early help assessment was offered to the child and the family.",
            allows: [.to, .agency, .accepted, .result], by: [.socialWorker, .mash, .school, .health], source: "SG ¶46"
        ),
        EventForm(
            .closed, .episode, "The episode was closed.",
            allows: [.outcome, .reason], by: [.socialWorker, .missingCoordinator]
        ),
    ]
}
