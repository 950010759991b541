// SPDX-License-Identifier: MIT

/// The record as it was known at a time, for a review that asks who knew what, and when.
enum AsKnownRoutes {
    static let all: [Route] = [
        .get("/children/{child}/as-known", .child(.see, .episode), AsKnownPages.ofChild),
        .get("/episodes/{episode}/as-known", .episode(.see, .episode), AsKnownPages.ofEpisode),
    ]
}
