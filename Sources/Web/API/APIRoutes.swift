// SPDX-License-Identifier: MIT

/// What programs may ask for.
enum APIRoutes {
    static let all: [Route] = [
        .get("/api/v1/open-episodes", .client(.readOpenEpisodes), OpenEpisodes.show)
    ]
}
