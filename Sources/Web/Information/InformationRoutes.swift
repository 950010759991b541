// SPDX-License-Identifier: MIT

/// The protocol's information holds no child: everybody who is signed in may read it, print it and hand it out.
enum InformationRoutes {
    static let all: [Route] = [
        .get("/information", anybody, InformationPages.list),
        .get("/information/paper-report", anybody, PaperReportPages.show),
        .get("/information/paper-report/pdf", anybody, PaperReportPages.pdf),
        .get("/information/{reader}", anybody, InformationPages.show),
        .get("/information/{reader}/pdf", anybody, InformationPages.pdf),
    ]

    private static let anybody = RouteRule.signedIn(because: "It is text of the protocol, and of no child.")
}
