// SPDX-License-Identifier: MIT

/// Finding a child, among those whom the access table shows.
enum SearchingRoutes {
    static let all: [Route] = [
        .get("/search", .casework, SearchPages.show),
        .get("/search/found", .casework, SearchPages.found),
    ]
}
