// SPDX-License-Identifier: MIT

import Foundation
import HTTPTypes
import Hummingbird

/// What every request passes before anything of it is read: is it for us, from one of our own pages, of a size that we
/// take, and not one too many?
struct Gate: RouterMiddleware {
    typealias Context = WebContext

    let site: Site

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let telling = ForwardedTelling(
            request.headers, peer: context.address, trusting: site.configuration.proxies)
        context.address = telling.address
        let path = request.uri.path
        if path != "/healthz" {
            try checkIsForUs(request)
            if telling.isPlain == true { return try answerPlain(request) }
            try FetchOrigin(request, isSecure: site.configuration.isSecure).check()
            if let shorter = prefilledFromElsewhere(request, context) { return .redirect(to: shorter) }
        }
        // Programs are counted by their tokens, where these are known.
        let isCounted = !path.hasPrefix("/static/") && !APIRoutes.paths.contains(context.endpointPath ?? "")
        let isSignedIn = isCounted ? try await takeRequest(request, context) : false
        context.mostBodyBytes = site.mostBodyBytes(of: request, isSignedIn: isSignedIn)
        try checkSize(request, upTo: context.mostBodyBytes)
        return try await next(request, context)
    }

    /// One Host, and one of ours; the address wholly on this site, and of a length that any of ours has.
    private func checkIsForUs(_ request: Request) throws(PageFault) {
        guard let authority = request.head.authority, !authority.isEmpty, request.headers[.hostField] == nil,
            let target = request.head.path, target.hasPrefix("/")
        else { throw .malformed }
        guard target.utf8.count <= site.configuration.requestLimits.mostAddressBytes else { throw .addressTooLong }
        guard site.hostNames.include(authority) else { throw .notForUs }
    }

    /// A page is asked for again over TLS; what was sent in the clear is not taken.
    private func answerPlain(_ request: Request) throws(PageFault) -> Response {
        guard request.method == .get || request.method == .head, let authority = request.head.authority,
            let target = request.head.path
        else { throw .formNotOurs }
        let name = authority.hasPrefix("[") ? authority : String(authority.prefix { $0 != ":" })
        return Response(status: .permanentRedirect, headers: [.location: "https://\(name)\(LocalPath(target).text)"])
    }

    /// The address without what a link elsewhere would fill into a form of ours. A form may be reached by a link; what
    /// stands in it is for the person and our own pages to say.
    private func prefilledFromElsewhere(_ request: Request, _ context: WebContext) -> String? {
        guard request.method == .get, request.uri.query != nil, !request.uri.path.hasPrefix("/sign-in"),
            let site = request.headers[.fetchSite], site == "cross-site" || site == "same-site",
            let route = context.endpointPath, Routes.methodsByPath[route]?.contains(.post) == true
        else { return nil }
        return request.uri.path
    }

    /// Counts the request to its session or, where nobody is signed in, to its address. Reporting a child missing is
    /// never refused to somebody who is signed in. Gives back whether somebody is.
    private func takeRequest(_ request: Request, _ context: WebContext) async throws -> Bool {
        let now = site.partnership.now
        let cookies = SiteCookies(isSecure: site.configuration.isSecure)
        if let token = cookies.session(of: request) {
            let digest = Secrets.digest(of: token)
            if try await isSession(token, digest) {
                let path = request.uri.path
                if path == "/report" || path.hasPrefix("/report/") { return true }
                if let seconds = site.rates.take(session: digest, now: now) {
                    throw PageFault.tooManyRequests(waitSeconds: seconds)
                }
                return true
            }
        }
        if let seconds = site.rates.take(address: context.address, now: now) {
            throw PageFault.tooManyRequests(waitSeconds: seconds)
        }
        return false
    }

    /// Asked of the accounts once for each session; that one has since ended is found where it matters.
    private func isSession(_ token: String, _ digest: Data) async throws -> Bool {
        if site.rates.isKnown(session: digest) { return true }
        guard try await site.accounts.session(token, isActivity: false) != nil else { return false }
        site.rates.know(session: digest)
        return true
    }

    /// What announces itself as too large is not read at all.
    private func checkSize(_ request: Request, upTo mostBytes: Int) throws(PageFault) {
        guard let text = request.headers[.contentLength] else { return }
        guard let length = Int(text) else { throw .malformed }
        guard length <= mostBytes else { throw .tooLarge }
    }
}
