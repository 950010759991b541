// SPDX-License-Identifier: MIT

import Hummingbird

/// What the server itself answers.
enum ServerRoutes {
    static let all: [Route] = [
        .get("/static/{file}", .everybody(because: "The sign-in page has a style too."), StaticFiles.show),
        .get("/healthz", .everybody(because: "Whoever keeps the machine asks, and is told nothing else.")) { _ in
            .text("ok\n")
        },
    ]
}
