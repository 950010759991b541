// SPDX-License-Identifier: MIT

/// Accounts of one episode side by side, and everything in which accounts differ.
enum DiscrepanciesRoutes {
    static let all: [Route] = [
        .get("/discrepancies", .casework, DiscrepancyPages.show),
        .get("/episodes/{episode}/accounts", .episode(.see, .episode), AccountPages.show),
    ]
}
