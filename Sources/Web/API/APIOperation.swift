// SPDX-License-Identifier: MIT

import HTTPTypes

/// One thing that programs may ask for: its address, its scope, what is sent and answered, who may, and what answers. The
/// server is run from it, and the description is written from it, so that neither can say what the other doesn't.
struct APIOperation: Sendable {
    typealias Handler = @Sendable (APICall) async throws -> APIAnswer

    /// A value in the address's query.
    struct Parameter: Sendable {
        let name: String
        let schema: Schema
        let says: String
    }

    /// What is answered when it went well.
    struct Given: Sendable {
        let status: HTTPResponse.Status
        /// The name of the form in ``Schema/components``.
        let form: String
        let says: String
    }

    /// Whether what is seen has to be named, since two may write.
    enum Condition: Sendable {
        case none
        /// The answer carries a tag, which may be named to be told only of something newer.
        case tagged
        /// A tag may be named; where another is so by now, nothing is recorded.
        case may
        case must
    }

    let method: HTTPRequest.Method
    let path: String
    let id: String
    /// Nil where any token is enough.
    let scope: ClientScope?
    /// Whose record, and which part of it, the path asks for.
    let rule: RouteRule
    let says: String
    /// More than a line about it.
    var tells = ""
    var query: [Parameter] = []
    /// The form of what is sent, by its name.
    var body: String?
    let given: Given
    var condition = Condition.none
    /// Whether something is recorded, for which a key is needed that keeps a repeat from being recorded too.
    var records = false
    /// Reporting a missing child is never held up.
    var isNeverHeldUp = false
    let answer: Handler

    var route: Route {
        let rule = RouteRule.both(.client(scope), rule)
        let bare: Route.Handler = { _ in preconditionFailure("a program is answered by its own way") }
        var route: Route = method == .get ? .get(path, rule, bare) : .post(path, rule, bare)
        route.operation = self
        return route
    }

    /// The names in the path's braces that are no child's and no episode's.
    var pathNames: [String] { path.matches(of: /\{([^}]+)\}/).map { String($0.1) } }
}

/// What a program is answered when it went well.
struct APIAnswer: Sendable {
    var value: APIValue
    /// What is seen, as a tag that differs where anything of it does.
    var tag: String?
    /// Where what was recorded can be read.
    var place: String?

    init(_ value: APIValue, tag: String? = nil, place: String? = nil) {
        (self.value, self.tag, self.place) = (value, tag, place)
    }
}

/// A request of a program, with what it sent already held to its form.
struct APICall: Sendable {
    let call: Call
    let client: Client
    /// What was sent; `null` where nothing is.
    let body: APIValue
    /// The tag of what the program has seen.
    let ifMatch: String?
    /// What stands in the record with whatever must not be recorded twice; empty where nothing is recorded.
    let digest: String

    /// Lists of answers are ended here.
    static let mostListed = 1_000

    /// The query's value, which its form allows.
    func query(_ name: String) -> String? {
        call.query.has(name) ? call.query[name] : nil
    }
}
