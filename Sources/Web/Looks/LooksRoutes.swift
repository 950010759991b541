// SPDX-License-Identifier: MIT

import Casework

/// Who looked at the record: for those who watch over it, for a child's own managers, and for oneself.
enum LooksRoutes {
    static let all: [Route] = [
        .get("/looks", reviewing, LooksPages.show),
        .get("/looks/export", reviewing, LooksPages.export),
        .post("/looks/dismissals", reviewing, LooksPages.dismiss),
        .get("/children/{child}/looks", .child(.see, .audit), ChildLooksPages.show),
        .get("/children/{child}/looks/export", .child(.export, .audit), ChildLooksPages.export),
        .get(
            "/people/{worker}/looks",
            .signedIn(because: "Everybody may see what they looked at themselves; of others, those who review looks."),
            PersonLooksPages.show),
        .get(
            "/people/{worker}/looks/export", .signedIn(because: "As the page that it is taken from."),
            PersonLooksPages.export),
    ]

    private static let reviewing = RouteRule.roles(because: "They review who looked at what.", \.reviewsLooks)
}

extension Role {
    /// Whether they watch over who looks at the record. Of whose record they see it, the access table says.
    var reviewsLooks: Bool { self == .auditor || self == .recordsManager }
}
