// SPDX-License-Identifier: MIT

import Casework

/// From one shift to the next: what a team hands over, and who has taken it.
enum HandOverRoutes {
    static let all: [Route] = [
        .get("/hand-over", teams, HandOverPages.show),
        .post("/hand-over", teams, HandOverPages.make),
        .get("/hand-over/{briefing}", teams, BriefingPages.show),
        .post("/hand-over/{briefing}/accept", teams, BriefingPages.accept),
        .post("/hand-over/{briefing}/pass-on", teams, BriefingPages.passOn),
    ]

    private static let teams = RouteRule.roles(
        because: "They work in turns, and hand over to one another; each child in it is asked of the access table.",
        \.worksInTurns)
}

extension Role {
    /// Whether somebody relieves them at the end of a shift.
    var worksInTurns: Bool { Team.Kind(of: self) != nil && mayRecord(.briefingMade) }
}
