// SPDX-License-Identifier: MIT

import Casework

/// Places that take a child in at any hour, and episodes that nobody reported.
enum StayingRoutes {
    private static let listing = RouteRule.roles(because: "They may record on the list of places to stay.") { role in
        RegisterActs.emergencyPlaces.words.contains { role.mayRecord($0) }
    }

    static let all: [Route] = [
        .get("/emergency-places", .casework, EmergencyPlacePages.show),
        .get("/emergency-places/record", listing, { try await RegisterActPages(.emergencyPlaces).show($0) }),
        .post("/emergency-places/record", listing, { try await RegisterActPages(.emergencyPlaces).record($0) }),
        .get(
            "/children/{child}/unreported", .both(.child(.see, .identity), .child(.add, .episode)),
            UnreportedPages.show),
        .post(
            "/children/{child}/unreported", .both(.child(.see, .identity), .child(.add, .episode)),
            UnreportedPages.record),
    ]
}
