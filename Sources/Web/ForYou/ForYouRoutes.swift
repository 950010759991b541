// SPDX-License-Identifier: MIT

import Casework

/// The link of a child's own: opened without an account, and given by those who work with the child.
enum ForYouRoutes {
    static let all: [Route] = [
        .get("/for-you/{secret}", theirs, ForYouPages.enter),
        .get("/for-you", theirs, ForYouPages.ask),
        .post("/for-you", theirs, ForYouPages.check),
        .get("/for-you/language", theirs, ForYouPages.choose),
        .get("/for-you/page", theirs, ForYouPages.show),
        .get("/for-you/talk", theirs, ForYouActs.showTalk),
        .post("/for-you/talk", theirs, ForYouActs.chooseWhom),
        .get("/for-you/tell", theirs, ForYouActs.showTell),
        .post("/for-you/tell", theirs, ForYouActs.write),
        .get("/for-you/read", theirs, ForYouActs.showRead),
        .post("/for-you/read", theirs, ForYouActs.correct),
        .get("/for-you/leave", theirs, ForYouPages.leave),
        .get("/children/{child}/links", giving, LinkPages.show),
        .post("/children/{child}/links", giving, LinkPages.give),
        .post("/children/{child}/links/withdraw", giving, LinkPages.withdraw),
    ]

    private static let theirs = RouteRule.everybody(
        because:
            "A child has no account. It tells nothing before the agreed word, and after it only what was written for them."
    )
    private static let giving = RouteRule.both(
        .child(.see, .identity),
        .roles(because: "They work with the child and may give a link.") { $0.seesChildren && $0.mayRecord(.linkGiven) }
    )
}
