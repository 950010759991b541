// SPDX-License-Identifier: MIT

import Casework

/// Protocols, which hold no child: whoever is signed in may read them.
enum ProtocolsRoutes {
    static let all: [Route] = [
        .get("/protocols", reading, ProtocolPages.list),
        .get("/protocols/{pack}", reading, ProtocolPages.show),
        .get("/protocols/{pack}/print.css", reading, ProtocolPages.printStyle),
        .get("/protocols/{pack}/against/{other}", reading, DifferencePages.show),
        .get("/protocols/{pack}/replay", replaying, ReplayPages.show),
        .get("/protocols/{pack}/adopt", adopting, AdoptionPages.show),
        .post("/protocols/{pack}/adopt", adopting, AdoptionPages.record),
    ]

    private static let reading = RouteRule.signedIn(because: "A protocol holds no child.")
    private static let replaying = RouteRule.roles(
        because: "They decide on the protocol, or work out figures; children are named to whom may see them.",
        \.mayReplay)
    private static let adopting = RouteRule.roles(because: "They may put a protocol into force.") {
        $0.mayRecord(.protocolAdopted)
    }
}
