// SPDX-License-Identifier: MIT

import Casework

/// What a child, or somebody for them, is given of the record: asked for, reviewed, given.
enum SubjectAccessRoutes {
    static let all: [Route] = [
        .get("/children/{child}/subject-access", answering, SubjectAccessPages.show),
        .post("/children/{child}/subject-access", answering, SubjectAccessPages.request),
        .get("/children/{child}/subject-access/{request}", answering, ReviewPages.show),
        .post("/children/{child}/subject-access/{request}", answering, ReviewPages.decide),
        .post("/children/{child}/subject-access/{request}/extend", answering, SubjectAccessPages.extend),
        .get("/children/{child}/subject-access/{request}/release", answering, ReleasePages.show),
        .post("/children/{child}/subject-access/{request}/release", answering, ReleasePages.release),
        .get("/children/{child}/subject-access/{request}/pack", answering, ReleasePages.pack),
    ]

    /// The reviewer reads everything, so that nothing goes out unread.
    private static let answering = RouteRule.both(
        .roles(because: "They answer those who ask for their own record.", \.answersSubjectAccess),
        .child(.export, .identity))
}

extension Role {
    /// Whether giving people what is held about them is this role's work.
    var answersSubjectAccess: Bool { mayRecord(.subjectAccessAnswered) }
}
