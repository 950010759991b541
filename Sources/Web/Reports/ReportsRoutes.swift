// SPDX-License-Identifier: MIT

import Casework

/// Reports that who looks after children owes; each about one episode, and one for a month of a home.
enum ReportsRoutes {
    static let all: [Route] = [
        .get("/reports", signing, ReportsPages.show),
        .get("/reports/visitor", caring, VisitorReportPages.show),
        .get("/reports/visitor/pdf", caring, VisitorReportPages.pdf),
        .get("/episodes/{episode}/reports/{report}", .episode(.see, .episode), EstablishmentReportPages.show),
        .get("/episodes/{episode}/reports/{report}/pdf", .episode(.export, .episode), EstablishmentReportPages.pdf),
        .post(
            "/episodes/{episode}/reports/{report}", .both(signing, .episode(.see, .episode)),
            EstablishmentReportPages.sign),
    ]

    private static let signing = RouteRule.roles(because: "They may record that such a report was signed.") {
        $0.mayRecord(.reportSigned)
    }
    private static let caring = RouteRule.roles(because: "The visitor's paper is for the home itself.", \.isCarer)
}
