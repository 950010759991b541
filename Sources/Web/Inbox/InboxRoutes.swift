// SPDX-License-Identifier: MIT

/// What somebody is told, and how they want to be told.
enum InboxRoutes {
    static let all: [Route] = [
        .get("/inbox", own, InboxPages.show),
        .post("/inbox", own, InboxPages.see),
        .get("/you/notices", own, OwnNoticePages.show),
        .post("/you/notices", own, OwnNoticePages.keep),
    ]

    private static let own = RouteRule.signedIn(
        because:
            "It is what they themselves are told. A child is named to who may see that child now, and to nobody else.")
}
