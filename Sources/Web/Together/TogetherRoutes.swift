// SPDX-License-Identifier: MIT

/// Children who were away together: one page for those who may see them, and one form for several of them.
enum TogetherRoutes {
    static let all: [Route] = [
        .get("/episodes/{episode}/together", .episode(.see, .episode), TogetherPages.show),
        .post(
            "/episodes/{episode}/together", .both(.episode(.see, .episode), .episode(.add, .episode)),
            TogetherPages.record),
    ]
}
