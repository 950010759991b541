// SPDX-License-Identifier: MIT

import Casework

/// Letters are for those who may record that one was sent.
enum LetterRoutes {
    static let all: [Route] = [
        .get("/episodes/{episode}/letters", reading, LetterPages.list),
        .get("/episodes/{episode}/letters/{letter}", reading, LetterPages.show),
        .post("/episodes/{episode}/letters/{letter}", reading, LetterPages.write),
        .get("/episodes/{episode}/letters/sent/{sent}", reading, LetterPages.showSent),
        .get(
            "/episodes/{episode}/letters/sent/{sent}/pdf", .both(writing, .episode(.export, .episode)), LetterPages.pdf),
    ]

    private static let writing = RouteRule.roles(because: "They may record that a letter was sent.") {
        $0.mayRecord(.letterSent)
    }
    private static let reading = RouteRule.both(writing, .episode(.see, .episode))
}
