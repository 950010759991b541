// SPDX-License-Identifier: MIT

/// The form for every act.
enum ActsRoutes {
    static let all: [Route] = [
        .get("/children/{child}/add/{word}", .recordsOnChild(seeing: .identity), ActPages.show),
        .post("/children/{child}/add/{word}", .recordsOnChild(seeing: .identity), ActPages.record),
        .get("/episodes/{episode}/add/{word}", .recordsOnEpisode(seeing: .outline), ActPages.show),
        .post("/episodes/{episode}/add/{word}", .recordsOnEpisode(seeing: .outline), ActPages.record),
    ]
}
