// SPDX-License-Identifier: MIT

import Casework

/// Reports that who looks after children owes, each about one episode. The month of a home is one of the area's reports.
enum ReportsRoutes {
    static let all: [Route] = [
        .get("/reports", signing, ReportsPages.show),
        .get("/episodes/{episode}/reports/{report}", .episode(.see, .episode), EstablishmentReportPages.show),
        .get("/episodes/{episode}/reports/{report}/pdf", .episode(.export, .episode), EstablishmentReportPages.pdf),
        .post(
            "/episodes/{episode}/reports/{report}", .both(signing, .episode(.see, .episode)),
            EstablishmentReportPages.sign),
    ]

    private static let signing = RouteRule.roles(because: "They may record that such a report was signed.") {
        $0.mayRecord(.reportSigned)
    }
}
