// SPDX-License-Identifier: MIT

import Casework

/// The register of places and people of concern, its entries, and the network that they make with children.
enum ConcernsRoutes {
    private static let reading = RouteRule.roles(
        because: "The register tells of exploitation in an area: it is for whom the access table shows that by area.",
        \.readsConcerns)
    private static let writing = RouteRule.roles(because: "They may record on the register.") { role in
        role.readsConcerns && RegisterActs.concerns.words.contains { role.mayRecord($0) }
    }
    private static let planning = RouteRule.roles(because: "They may plan against what is on the register.") { role in
        role.readsConcerns && role.mayRecord(.planLineWritten)
    }

    static let all: [Route] = [
        .get("/concerns", reading, ConcernListPages.show),
        .get("/concerns/network", reading, NetworkPages.show),
        .get("/concerns/record", writing, { try await RegisterActPages(.concerns).show($0) }),
        .post("/concerns/record", writing, { try await RegisterActPages(.concerns).record($0) }),
        .get("/concerns/{concern}", reading, ConcernEntryPages.show),
        .get("/concerns/{concern}/plan", reading, DisruptionPlanPages.show),
        .post("/concerns/{concern}/plan", planning, DisruptionPlanPages.record),
    ]
}
