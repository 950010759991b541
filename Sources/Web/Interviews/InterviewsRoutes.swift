// SPDX-License-Identifier: MIT

import Casework

/// Return interviews: the list, one child's interview, what was said in it, and the sample that is audited.
enum InterviewsRoutes {
    static let all: [Route] = [
        .get("/interviews", working, InterviewsPages.show),
        .get("/interviews/audit", auditing, InterviewAuditPages.show),
        .get("/episodes/{episode}/interview", .episode(.see, .episode), InterviewPages.show),
        .post("/episodes/{episode}/interview/assign", assigning, AssignPages.record),
        .get("/episodes/{episode}/interview/write", writing, WriteInterviewPages.show),
        .post("/episodes/{episode}/interview/write", writing, WriteInterviewPages.record),
    ]

    private static let working = RouteRule.roles(
        because:
            "They hold return interviews or see to it that they are held; the list shows whom the access table shows.",
        \.worksOnInterviews)
    private static let auditing = RouteRule.roles(
        because: "They read how good interviews are; the list shows those that the access table lets them read."
    ) { $0.seesChildren && $0.mayRecord(.interviewAudited) }
    private static let assigning = RouteRule.both(
        .episode(.add, .episode),
        .roles(because: "They may name who holds the interview.") { $0.mayRecord(.interviewAssigned) })
    private static let writing = RouteRule.both(
        .episode(.add, .interview),
        .roles(because: "They may write down an interview.") { $0.mayRecord(.interviewHeld) })
}

extension Role {
    /// Whether return interviews are part of their work.
    var worksOnInterviews: Bool { self == .interviewer || isSocialCare }
}
