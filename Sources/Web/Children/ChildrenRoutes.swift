// SPDX-License-Identifier: MIT

import Casework

/// A child's own pages.
enum ChildrenRoutes {
    static let all: [Route] = [
        .get("/children", .casework, ChildPages.list),
        .get("/children/new", registering, NewChild.show),
        .post("/children/new", registering, NewChild.record),
        .get("/children/{child}", .child(.see, .identity), ChildPages.show),
        .get("/children/{child}/chronology", .child(.see, .episode), ChronologyPages.show),
        .get("/children/{child}/chronology/file", .child(.export, .episode), ChronologyPages.file),
        .get("/children/{child}/pen-picture", .child(.see, .identity), ChildPages.showPenPicture),
    ]

    private static let registering = RouteRule.roles(
        because: "They may enter a child into the record.", \.registersChildren)
}

extension Role {
    /// Whether they may enter a child into the record without reporting them missing.
    var registersChildren: Bool { seesChildren && mayRecord(.childRegistered) }
}
