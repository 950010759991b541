// SPDX-License-Identifier: MIT

import Casework

/// What holds a record back, who may open it all the same, and why somebody sees what they see.
enum ProtectionRoutes {
    static let all: [Route] = [
        .get("/children/{child}/why", .child(.see, .existence), WhyPages.show),
        .get(
            "/children/{child}/protection", .both(.child(.see, .identity), .child(.see, .audit)), ProtectionPages.show),
        .get("/children/{child}/open-record", .opensChild, OpeningPages.show),
        .post("/children/{child}/open-record", .opensChild, OpeningPages.open),
        .get("/danger", opening, DangerPages.show),
        .post("/danger", opening, DangerPages.open),
        .get("/reviews", reviewing, ReviewPages.show),
    ]

    private static let opening = RouteRule.roles(
        because: "They have a safeguarding duty: they may open what is held back, by stating a reason.",
        \.mayOpenRecords)
    private static let reviewing = RouteRule.roles(
        because: "They look at whether it was right to open what was held back.", \.reviewsOpenings)
}

extension Role {
    /// Whether they may ever open what is held back from them; which records is for the access table.
    var mayOpenRecords: Bool { seesChildren && mayRecord(.glassBroken) }

    /// Whether openings by others may be theirs to review.
    var reviewsOpenings: Bool { seesChildren && mayRecord(.glassBreakReviewed) }
}
