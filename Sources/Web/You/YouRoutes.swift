// SPDX-License-Identifier: MIT

/// One's own sign-in.
enum YouRoutes {
    static let all: [Route] = [
        .get("/you", own, OwnPages.show),
        .get("/you/session", own, OwnPages.remaining),
        .post("/you/sessions", own, OwnPages.endSessions),
        .get("/you/password", own, OwnPassword.show),
        .post("/you/password", own, OwnPassword.change),
        .get("/you/prove", own, OwnProof.show),
        .post("/you/prove", own, OwnProof.prove),
        .get("/you/second-factor", own, OwnSecondFactor.show),
        .post("/you/second-factor", own, OwnSecondFactor.take),
        .get("/you/recovery-codes", own, OwnSecondFactor.showCodes),
        .post("/you/recovery-codes", own, OwnSecondFactor.makeCodes),
    ]

    private static let own = RouteRule.signedIn(because: "It is about who asks, and about nobody else.")
}
