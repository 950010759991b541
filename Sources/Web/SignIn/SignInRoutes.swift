// SPDX-License-Identifier: MIT

/// The addresses of the sign-in: for everybody, since nobody is signed in yet. What each step needs, it asks of the
/// sign-in under way.
enum SignInRoutes {
    static let all: [Route] = [
        .get("/sign-in", for: .everybody, SignIn.show),
        .post("/sign-in", for: .everybody, SignIn.enter),
        .get("/sign-in/new-password", for: .everybody, NewPasswordStep.show),
        .post("/sign-in/new-password", for: .everybody, NewPasswordStep.choose),
        .get("/sign-in/code", for: .everybody, CodeStep.show),
        .post("/sign-in/code", for: .everybody, CodeStep.check),
        .get("/sign-in/second-factor", for: .everybody, EnrolmentStep.show),
        .post("/sign-in/second-factor", for: .everybody, EnrolmentStep.take),
        .post("/sign-out", SignIn.leave),
    ]
}
