// SPDX-License-Identifier: MIT

/// The page of an episode, and the part of it that refreshes itself.
enum EpisodesRoutes {
    static let all: [Route] = [
        .get("/episodes/{episode}", .episode(.see, .outline), EpisodePages.show),
        .get("/episodes/{episode}/duties", .episode(.see, .episode), DutyTimelinePages.show),
        .get("/episodes/{episode}/part", .episode(.see, .outline), EpisodePages.part),
    ]
}
