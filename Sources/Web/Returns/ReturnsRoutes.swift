// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// What is returned to others, to look through and to take out: the 903 return, Annex A, the safeguarding dataset, pupils.
enum ReturnsRoutes {
    static let all: [Route] = [
        .get("/returns", either, ReturnsPages.show),
        .get("/returns/903", authoritys, ReturnsPages.table903),
        .get("/returns/annex-a", authoritys, ReturnsPages.annexA),
        .get("/returns/safeguarding", authoritys, ReturnsPages.safeguarding),
        .get("/returns/pupils", pupils, ReturnsPages.pupils),
    ]

    private static let either = RouteRule.roles(
        because: "Those who answer for a return see what would be in it, and what has to be put right first."
    ) { $0.writesReturns || $0.writesSchoolReturns }
    private static let authoritys = RouteRule.roles(
        because: "Those who answer for an authority's return write it, of the children they may take out.",
        \.writesReturns)
    private static let pupils = RouteRule.roles(
        because: "Those who look for pupils make the returns about them, of the children they may take out.",
        \.writesSchoolReturns)
}
