// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Hummingbird
import Partnership

/// Where several processes answer for one record, whoever has just recorded something sees it on each of them: their
/// browser carries up to which entry they have seen, and a process that is not so far yet waits for it, or says so. A
/// program says it in a header.
struct SeenElsewhere: RouterMiddleware {
    typealias Context = WebContext

    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard site.partnership.isShared, request.uri.path != "/healthz" else { return try await next(request, context) }
        let cookies = SiteCookies(isSecure: site.configuration.isSecure)
        let told = request.headers[.seenUpTo].flatMap { Int64($0) }.map { Position($0) }
        if let seen = cookies.seen(of: request) ?? told, site.partnership.state.position < seen {
            guard await site.partnership.reaches(seen) else { throw PageFault.isNotHereYet }
        }
        var response = try await next(request, context)
        if request.method == .post { cookies.setSeen(site.partnership.state.position, in: &response) }
        return response
    }
}
