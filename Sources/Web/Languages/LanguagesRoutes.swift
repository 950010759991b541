// SPDX-License-Identifier: MIT

import Casework

/// The languages of the child's own pages, and who confirmed their words.
enum LanguagesRoutes {
    static let all: [Route] = [
        .get("/languages", confirming, LanguagePages.show),
        .post("/languages", confirming, LanguagePages.record),
    ]

    private static let confirming = RouteRule.roles(
        because: "An administrator records that a translator confirmed the words of a language."
    ) { $0.mayRecord(.catalogueConfirmed) }
}
