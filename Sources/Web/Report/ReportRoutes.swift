// SPDX-License-Identifier: MIT

/// The guided report, and typing that is kept as it happens.
enum ReportRoutes {
    static let all: [Route] = [
        .get("/report", .reporting, ReportPages.choose),
        .post("/report", .reporting, ReportPages.begin),
        .get("/report/sent/{episode}", .both(.reporting, .episode(.see, .episode)), ReportPages.showSent),
        .get("/report/{draft}/child", own, ReportPages.showChild),
        .post("/report/{draft}/child", own, ReportPages.keepChild),
        .get("/report/{draft}/checks", own, ReportPages.showChecks),
        .post("/report/{draft}/checks", own, ReportPages.keepChecks),
        .get("/report/{draft}/seen", own, ReportPages.showSeen),
        .post("/report/{draft}/seen", own, ReportPages.keepSeen),
        .get("/report/{draft}/answers", own, ReportPages.showAnswers),
        .post("/report/{draft}/send", own, ReportPages.send),
        .post("/drafts", .casework, DraftPages.keep),
    ]

    private static let own = RouteRule.both(.reporting, .draft)
}
