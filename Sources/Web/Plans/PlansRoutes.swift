// SPDX-License-Identifier: MIT

import Casework

/// Plans for a child, and the area's own.
enum PlansRoutes {
    static let all: [Route] = [
        .get("/children/{child}/plans", .both(.child(.see, .identity), .child(.see, .plans)), ChildPlansPages.show),
        .get("/area-plan", reading, AreaPlanPages.show),
        .post(
            "/area-plan",
            .roles(because: "They may write the area's plan.") { $0.seesAreaPlan && $0.mayRecord(.planLineWritten) },
            AreaPlanPages.record),
    ]

    private static let reading = RouteRule.roles(
        because: "The area's plan names no child; it is for those who work under it or check it.", \.seesAreaPlan)
}

extension Role {
    /// Whether the area's plan is for them: they write it, work with children under it, or make up its figures.
    var seesAreaPlan: Bool { seesChildren || mayRecord(.planLineWritten) || self == .administrator }
}
