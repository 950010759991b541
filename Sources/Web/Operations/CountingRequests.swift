// SPDX-License-Identifier: MIT

import HTTPTypes
import Hummingbird

/// Counts each request with its answer, whatever comes of it.
struct CountingRequests: RouterMiddleware {
    typealias Context = WebContext

    let counts: RequestCounts

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let begun = ContinuousClock.now
        counts.begin()
        do {
            let response = try await next(request, context)
            end(request, context, response.status.code, since: begun)
            return response
        } catch {
            // Whoever asked has gone, or the answer could not be made.
            end(request, context, 500, since: begun)
            throw error
        }
    }

    private func end(
        _ request: Request, _ context: WebContext, _ status: Int, since begun: ContinuousClock.Instant
    ) {
        let route = context.endpointPath ?? "none"
        let method = Self.methods.contains(request.method) ? request.method.rawValue : "other"
        counts.end(
            RequestCounts.Address(route: route, method: method, status: status), kind: Self.kind(of: route),
            seconds: (ContinuousClock.now - begun) / .seconds(1))
    }

    /// Anybody may invent further ones.
    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options, .trace]

    private static func kind(of route: String) -> String {
        if route.hasPrefix("/static/") { return "file" }
        if APIRoutes.contain(route) || route.hasPrefix("/receive/") { return "program" }
        return ["/changes", "/healthz", "none"].contains(route) ? "other" : "page"
    }
}
