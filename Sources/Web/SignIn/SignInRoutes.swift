// SPDX-License-Identifier: MIT

/// Coming and going.
enum SignInRoutes {
    static let all: [Route] = [
        .get("/sign-in", .everybody(because: "Nobody is signed in yet."), SignIn.show),
        .post("/sign-in", .everybody(because: "Nobody is signed in yet."), SignIn.enter),
        .post("/sign-out", .signedIn(because: "One's own session is ended."), SignIn.leave),
    ]
}
