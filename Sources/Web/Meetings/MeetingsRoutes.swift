// SPDX-License-Identifier: MIT

import Casework

/// Meetings: what is to be held, one page each, what came of it for each child, and on paper.
enum MeetingsRoutes {
    static let all: [Route] = [
        .get("/meetings", .casework, MeetingListPages.show),
        .get("/meetings/today", .casework, DailyListPages.show),
        .get("/meetings/new", calling, NewMeetingPages.show),
        .post("/meetings/new", calling, NewMeetingPages.record),
        .get("/meetings/{meeting}", .casework, MeetingPages.show),
        .get("/meetings/{meeting}/print", .casework, MeetingPages.showOnPaper),
        .get("/meetings/{meeting}/held", calling, HeldPages.show),
        .post("/meetings/{meeting}/held", calling, HeldPages.record),
        .get("/meetings/{meeting}/change", calling, ChangePages.show),
        .post("/meetings/{meeting}/change", calling, ChangePages.record),
        .post("/meetings/{meeting}/cancel", calling, ChangePages.cancel),
        .post("/meetings/{meeting}/children", calling, AgendaPages.add),
    ]

    private static let calling = RouteRule.roles(because: "They may call meetings, and keep what came of them.") {
        $0.seesChildren && $0.mayRecord(.meetingCalled)
    }
}
