// SPDX-License-Identifier: MIT

import Casework

/// The link of a child's own: opened without an account, and given by those who work with the child.
enum ForYouRoutes {
    static let all: [Route] = [
        .get("/for-you/{secret}", theirs, ForYouPages.enter),
        .get("/for-you", theirs, ForYouPages.ask),
        .post("/for-you", theirs, ForYouPages.check),
        .get("/for-you/page", theirs, ForYouPages.show),
        .post("/for-you/page", theirs, ForYouPages.write),
        .get("/for-you/leave", theirs, ForYouPages.leave),
        .get("/children/{child}/links", giving, LinkPages.show),
        .post("/children/{child}/links", giving, LinkPages.give),
        .post("/children/{child}/links/withdraw", giving, LinkPages.withdraw),
    ]

    private static let theirs = RouteRule.everybody(
        because: "A child has no account. It tells nothing before the agreed word, and nothing of the record after it.")
    private static let giving = RouteRule.both(
        .child(.see, .identity),
        .roles(because: "They work with the child and may give a link.") { $0.seesChildren && $0.mayRecord(.linkGiven) }
    )
}
