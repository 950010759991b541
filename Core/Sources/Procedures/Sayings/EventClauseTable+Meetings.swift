// SPDX-License-Identifier: MIT

import Casework

extension EventClause {
    /// Meetings, what was agreed there, and plans.
    static let meetingActs: [EventWord: EventClause] = [
        .meetingCalled: EventClause("a meeting", "called"),
        .meetingChanged: EventClause("a called meeting", "changed"),
        .meetingCancelled: EventClause("a called meeting", "called off"),
        .attendanceNoted: EventClause("who came to a meeting", "noted"),
        .takenOffAgenda: EventClause("the child", "taken off an agenda"),
        .actionChased: EventClause("an agreed action", "chased"),
        .actionChanged: EventClause("an agreed action", "changed"),
        .actionDropped: EventClause("an agreed action", "dropped"),
        .feedbackAnswered: EventClause("the child", "told what came of what they said"),
        .planEnded: EventClause("a plan against going missing", past: "ended", perfect: "ended", present: "ends"),
        .statutoryReviewHeld: EventClause("a statutory review", "held"),
        .planLineWritten: EventClause("a line of a plan", "written"),
        .planLineChanged: EventClause("a line of a plan", "changed"),
        .planLineProgressed: EventClause("how a line of a plan stands", "noted"),
        .planLineEnded: EventClause("a line of a plan", "taken out"),
    ]
}
