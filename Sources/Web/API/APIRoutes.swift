// SPDX-License-Identifier: MIT

import Hummingbird

/// What programs may ask for.
enum APIRoutes {
    static let all: [Route] =
        operations.map(\.route) + [
            .get(
                "/api/v1/openapi.json",
                .everybody(
                    because: "It says what could be asked for, as this program’s source does, and nothing of anybody."),
                { _ in
                    var response = Response.json(APIDescription.value)
                    response.headers[.cacheControl] = "public, max-age=300"
                    return response
                })
        ]

    static let operations: [APIOperation] = readings + recordings

    /// The addresses of operations, with the names of their parts in braces.
    static let paths = Set(operations.map(\.path))

    /// Whether programs ask for such an address, also where there is nothing.
    static func contain(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }
}
