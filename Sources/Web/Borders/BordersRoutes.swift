// SPDX-License-Identifier: MIT

import Casework

/// Children placed by one authority in another's area, what is offered across borders, and alerts from elsewhere.
enum BordersRoutes {
    static let all: [Route] = [
        .get("/placements", across, PlacementPages.list),
        .get("/offers", across, OfferPages.list),
        .get("/alerts", across, AlertPages.list),
    ]

    private static let across = RouteRule.roles(
        because: "They answer for children across borders, or take cases over.", \.worksAcrossBorders)
}

extension Role {
    /// Whether they answer for children across borders.
    var worksAcrossBorders: Bool {
        switch self {
        case .socialWorker, .teamManager, .edt, .mash, .iro, .hostAuthority, .supervisor, .dutyInspector,
            .superintendent, .forceIncidentManager, .missingCoordinator:
            true
        default: false
        }
    }
}
