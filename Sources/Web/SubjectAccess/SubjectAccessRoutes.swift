// SPDX-License-Identifier: MIT

import Casework

/// What a child, or somebody for them, is given of the record: asked for, reviewed, given.
enum SubjectAccessRoutes {
    static let all: [Route] = [
        .get("/children/{child}/subject-access", asking, SubjectAccessPages.show),
        .post("/children/{child}/subject-access", asking, SubjectAccessPages.request),
        .post("/children/{child}/subject-access/{request}/extend", asking, SubjectAccessPages.extend),
        .get("/children/{child}/subject-access/{request}", reading, PassagePages.show),
        .post("/children/{child}/subject-access/{request}", reading, PassagePages.decide),
        .get("/children/{child}/subject-access/{request}/release", reading, ReleasePages.show),
        .post("/children/{child}/subject-access/{request}/release", reading, ReleasePages.release),
        .get("/children/{child}/subject-access/{request}/pack", given, ReleasePages.pack),
    ]

    private static let answering = RouteRule.roles(
        because: "They answer those who ask for their own record.", \.answersSubjectAccess)
    private static let asking = RouteRule.both(answering, .child(.see, .identity))
    /// While a request is open, whoever answers it reads everything, so that nothing goes out unread.
    private static let reading = RouteRule.both(answering, .child(.export, .interview))
    private static let given = RouteRule.both(answering, .child(.export, .audit))
}

extension Role {
    /// Whether giving people what is held about them is this role's work.
    var answersSubjectAccess: Bool { mayRecord(.subjectAccessAnswered) }
}
