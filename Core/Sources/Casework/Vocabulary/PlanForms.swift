// SPDX-License-Identifier: MIT

extension EventForm {
    /// Plans: how a child's ends, the statutory review, and the lines of plans that are about no child.
    static let planForms: [EventForm] = [
        EventForm(
            .planEnded, .child, "A plan against going missing is no longer in force, and why.",
            requires: [.kind, .reason], by: [.socialWorker, .iro, .missingCoordinator], source: "SG ¶52–56"
        ),
        EventForm(
            .statutoryReviewHeld, .child, "The care plan was reviewed, and what was said there of going missing.",
            requires: [.answers], allows: [.chair, .attendees, .next, .meeting, .decisions],
            by: [.iro, .socialWorker], source: "SG ¶55; BI, looked-after children"
        ),
        EventForm(
            .planLineWritten, .partnership,
            "A line was written into a plan of the area, or about a place or person of concern.",
            requires: [.kind, .goal, .action], allows: [.description, .owner, .agency, .due, .what], by: planners,
            source: "H; K; BF"
        ),
        EventForm(
            .planLineChanged, .partnership, "A line of such a plan was changed: what, how, who or by when.",
            requires: [.line], allows: [.goal, .action, .description, .owner, .agency, .due, .reason], by: planners,
            source: "H; K; BF"
        ),
        EventForm(
            .planLineProgressed, .partnership, "How a line of such a plan stands, and what shows it.",
            requires: [.line], allows: [.outcome, .result, .evidence], by: planners, source: "H; K; BF"
        ),
        EventForm(
            .planLineEnded, .partnership, "A line of such a plan was taken out of it, and why.",
            requires: [.line, .reason], by: planners
        ),
    ]

    /// Those who keep the area's plans.
    private static let planners: [Role] = [
        .panelChair, .missingCoordinator, .teamManager, .superintendent, .analyst, .mash,
    ]
}
