// SPDX-License-Identifier: MIT

extension EventForm {
    /// Meetings as such, which name no child; what ties a child to one, and what came of it for that child.
    static let meetingForms: [EventForm] = [
        EventForm(
            .meetingCalled, .partnership, "A meeting was called: of which kind, when and where. It names no child.",
            requires: [.kind], allows: [.at, .place, .chair, .attendees, .agency], by: callers, source: "BC 3; RF; H"
        ),
        EventForm(
            .meetingChanged, .partnership, "The time, the place or the chair of a called meeting changed.",
            requires: [.meeting], allows: [.at, .place, .chair, .attendees, .reason], by: callers
        ),
        EventForm(
            .meetingCancelled, .partnership, "A called meeting was called off, and why.",
            requires: [.meeting, .reason], by: callers
        ),
        EventForm(
            .attendanceNoted, .partnership, "A called meeting was held: who came, and who sent apologies.",
            requires: [.meeting, .attendees], allows: [.apologies, .chair], by: callers, source: "BC 3; RF"
        ),
        EventForm(
            .takenOffAgenda, .episode, "The child was taken off an agenda before the meeting, and why.",
            requires: [.reason], allows: [.kind, .meeting], by: [.panelChair, .missingCoordinator, .teamManager],
            source: "H; RF"
        ),
        EventForm(
            .actionChased, .episode, "Somebody asked the owner of an agreed action how it stands.",
            requires: [.what], allows: [.to, .how, .result], by: followers
        ),
        EventForm(
            .actionChanged, .episode, "An agreed action was given another date or another owner, and why.",
            requires: [.what, .reason], allows: [.due, .owner, .agency], by: followers
        ),
        EventForm(
            .actionDropped, .episode, "It was decided not to do an agreed action after all, and why.",
            requires: [.what, .reason], by: [.socialWorker, .teamManager, .dutyInspector, .panelChair, .iro]
        ),
        EventForm(
            .feedbackAnswered, .episode, "The child was told what came of what they said.",
            requires: [.what, .result], allows: [.how],
            by: [.panelChair, .socialWorker, .interviewer, .advocate, .iro],
            source: "H"
        ),
    ]

    /// Those who call meetings and write down who came.
    private static let callers: [Role] = [
        .socialWorker, .teamManager, .panelChair, .missingCoordinator, .iro, .dutyInspector, .edt, .mash,
    ]
    /// Those who see to it that what was agreed is done.
    private static let followers: [Role] = [
        .socialWorker, .teamManager, .dutyInspector, .panelChair, .missingCoordinator, .iro,
    ]
}
