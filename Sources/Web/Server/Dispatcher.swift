// SPDX-License-Identifier: MIT

import HTTPTypes
import Hummingbird
import NIOCore

/// Turns a request into a call: who asks, what they sent, whether they may. A handler runs only where the route's rule
/// allows it.
struct Dispatcher: Sendable {
    let site: Site

    func answer(_ request: Request, _ context: WebContext, _ route: Route) async throws -> Response {
        if case .client(let scope) = route.rule { return try await answerClient(request, context, route, scope) }
        if case .signed = route.rule {
            return try await route.handle(
                call(request, context, route, form: FormFields(), session: nil, formToken: ""))
        }
        let cookies = SiteCookies(isSecure: site.configuration.isSecure)
        let token = cookies.session(of: request)
        let isActivity = request.headers[.refreshing] == nil
        let session: Session? =
            if let token { try await site.accounts.session(token, isActivity: isActivity) } else { nil }
        let visit = cookies.visit(of: request) ?? Secrets.token()
        let form =
            request.method == .post ? try await FormFields(of: request, upTo: context.mostBodyBytes) : FormFields()
        let formToken = session?.formToken ?? Secrets.formToken(of: visit)

        if session == nil, !route.rule.isForEverybody {
            return try await askToSignIn(request, form: form, pastToken: token)
        }
        if request.method == .post {
            guard Secrets.areEqual(form["form-token"].utf8, formToken.utf8) else { throw PageFault.formNotOurs }
        }
        let call = call(request, context, route, form: form, session: session, formToken: formToken)
        let decision = try await RouteDeciding(call: call, parameters: context.parameters).decide(route.rule)
        if session != nil { try await site.decided(decision, call, route) }
        guard decision.isAllowed else { throw PageFault.notFound }
        var response = try await route.handle(call.given(decision.subject))
        if session == nil, cookies.visit(of: request) == nil { cookies.setVisit(visit, in: &response) }
        return response
    }

    func call(
        _ request: Request, _ context: WebContext, _ route: Route, form: FormFields, session: Session?,
        formToken: String
    ) -> Call {
        var parameters: [String: String] = [:]
        for name in route.names where !RouteSubject.withheldNames.contains(name) {
            parameters[name] = context.parameters.get(name)
        }
        return Call(
            site: site, request: request, parameters: parameters,
            query: FormFields(encoded: request.uri.query ?? ""), form: form, session: session, formToken: formToken,
            address: context.address, state: site.partnership.state, now: site.partnership.now,
            route: route)
    }

    /// To the sign-in page and back. What was being sent is kept as a draft, if it was their own form.
    private func askToSignIn(_ request: Request, form: FormFields, pastToken: String?) async throws -> Response {
        let path = request.uri.path
        if request.method == .post, let pastToken, let past = try await site.accounts.pastSession(pastToken),
            Secrets.areEqual(form["form-token"].utf8, past.formToken.utf8)
        {
            let name = form["draft"].isEmpty ? path : form["draft"]
            let kept = try await site.accounts.draft(name, of: past.account)?.fields ?? FormFields()
            try await site.accounts.keep(kept.merging(form), as: name, for: past.account)
        }
        if request.headers[.refreshing] != nil { return Response(status: .unauthorized) }
        let wanted = request.method == .post ? path : request.uri.string
        return .redirect(to: "/sign-in?next=\(FormFields.encode(LocalPath(wanted).text))")
    }
}

extension FormFields {
    /// Reads a sent form, up to the size that one of ours at that address can have.
    init(of request: Request, upTo mostBytes: Int) async throws {
        do {
            let body = try await request.body.collect(upTo: mostBytes)
            guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/") else {
                self.init(encoded: String(buffer: body))
                return
            }
            let form = try MultipartForm(Array(buffer: body), contentType: type)
            self.init(form.fields)
            file = form.file
        } catch is MultipartForm.Fault {
            throw PageFault.malformed
        } catch is NIOTooManyBytesError {
            throw PageFault.tooLarge
        }
    }
}

extension HTTPField.Name {
    /// Sent by our own script when a page refreshes itself, which isn't somebody doing something.
    static let refreshing: HTTPField.Name = {
        guard let name = HTTPField.Name("homeward-refresh") else { preconditionFailure("a valid header name") }
        return name
    }()
}
