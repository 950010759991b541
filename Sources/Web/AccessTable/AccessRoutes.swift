// SPDX-License-Identifier: MIT

/// Who may see what: the rules themselves are no secret, and hold nothing of any child.
enum AccessRoutes {
    static let all: [Route] = [
        .get("/access", .signedIn(because: "It is the rule table, and holds nothing of any child."), AccessPages.show)
    ]
}
