// SPDX-License-Identifier: MIT

/// One's own sign-in: for whoever is signed in, about nobody else.
enum YouRoutes {
    static let all: [Route] = [
        .get("/you", OwnPages.show),
        .get("/you/session", OwnPages.remaining),
        .post("/you/sessions", OwnPages.endSessions),
        .get("/you/password", OwnPassword.show),
        .post("/you/password", OwnPassword.change),
        .get("/you/prove", OwnProof.show),
        .post("/you/prove", OwnProof.prove),
        .get("/you/second-factor", OwnSecondFactor.show),
        .post("/you/second-factor", OwnSecondFactor.take),
        .get("/you/recovery-codes", OwnSecondFactor.showCodes),
        .post("/you/recovery-codes", OwnSecondFactor.makeCodes),
    ]
}
