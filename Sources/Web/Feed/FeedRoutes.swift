// SPDX-License-Identifier: MIT

/// Meetings in a worker's own calendar: a secret address that gives times and titles, and the page that makes one.
enum FeedRoutes {
    static let all: [Route] = [
        .get("/calendar/{secret}", theirs, FeedPages.feed),
        .get("/you/calendar", own, FeedPages.show),
        .post("/you/calendar", own, FeedPages.make),
        .post("/you/calendar/revoke", own, FeedPages.revoke),
    ]

    private static let theirs = RouteRule.everybody(
        because:
            "A calendar cannot sign in. Who knows the secret address is told times and kinds of meetings, and no child."
    )
    private static let own = RouteRule.roles(
        because: "Meetings are for those who work with children.", \.seesChildren)
}
