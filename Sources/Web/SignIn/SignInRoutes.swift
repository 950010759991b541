// SPDX-License-Identifier: MIT

/// Coming and going.
enum SignInRoutes {
    static let all: [Route] = [
        .get("/sign-in", nobodyYet, SignIn.show),
        .post("/sign-in", nobodyYet, SignIn.enter),
        .get("/sign-in/new-password", step, NewPasswordStep.show),
        .post("/sign-in/new-password", step, NewPasswordStep.choose),
        .get("/sign-in/code", step, CodeStep.show),
        .post("/sign-in/code", step, CodeStep.check),
        .get("/sign-in/second-factor", step, EnrolmentStep.show),
        .post("/sign-in/second-factor", step, EnrolmentStep.take),
        .get("/sign-in/provider", nobodyYet, ProviderPages.begin),
        .get("/sign-in/provider/back", nobodyYet, ProviderPages.finish),
        .get("/sign-in/provider/out", nobodyYet, ProviderPages.leave),
        .post("/sign-out", .signedIn(because: "One's own session is ended."), SignIn.leave),
    ]

    private static let nobodyYet = RouteRule.everybody(because: "Nobody is signed in yet.")
    private static let step = RouteRule.everybody(
        because: "Nobody is signed in yet; each step asks for the sign-in under way that the browser's cookie names.")
}
