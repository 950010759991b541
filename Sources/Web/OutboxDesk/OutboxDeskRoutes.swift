// SPDX-License-Identifier: MIT

import Casework

/// Notices on their way, for who keeps the system running.
enum OutboxDeskRoutes {
    static let all: [Route] = [
        .get("/outbox", keeper, OutboxDeskPages.show),
        .post("/outbox/replay", keeper, OutboxDeskPages.replay),
        .post("/outbox/mend", keeper, OutboxDeskPages.mend),
    ]

    private static let keeper = RouteRule.roles(
        because: "Whether messages arrive is the administrator's to see to. What they are about is not shown.",
        { $0 == .administrator })
}
