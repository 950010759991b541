// SPDX-License-Identifier: MIT

import HTTPTypes
import Hummingbird

/// One address, the rule by which it is given, and what answers.
struct Route: Sendable {
    typealias Handler = @Sendable (Call) async throws -> Response

    let method: HTTPRequest.Method
    /// With the names of its parts in braces: `/episodes/{episode}`.
    let path: String
    let rule: RouteRule
    let handle: Handler
    /// The names in the path's braces, in order.
    let names: [String]
    /// What programs ask for at this address; nil where people do.
    var operation: APIOperation?

    private init(_ method: HTTPRequest.Method, _ path: String, _ rule: RouteRule, _ handle: @escaping Handler) {
        (self.method, self.path, self.rule, self.handle) = (method, path, rule, handle)
        names = path.matches(of: /\{([^}]+)\}/).map { String($0.1) }
    }

    /// The rule has no default: a new address without one does not compile.
    static func get(_ path: String, _ rule: RouteRule, _ handle: @escaping Handler) -> Route {
        Route(.get, path, rule, handle)
    }

    static func post(_ path: String, _ rule: RouteRule, _ handle: @escaping Handler) -> Route {
        Route(.post, path, rule, handle)
    }
}
