// SPDX-License-Identifier: MIT

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Dispatcher {
    /// Answers a program, by its token alone: no cookie counts, and no page is answered.
    func answerClient(
        _ request: Request, _ context: WebContext, _ route: Route, _ scope: ClientScope
    ) async throws -> Response {
        let words = (request.headers[.authorization] ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer",
            let client = try await site.accounts.client(String(words[1]))
        else {
            var response = Response.problem(
                .unauthorized, "The token is missing, unknown, revoked or over.",
                "Send it as “Authorization: Bearer …”. An administrator makes one with “homeward client add”.")
            response.headers[.wwwAuthenticate] = "Bearer"
            return response
        }
        guard client.scopes.contains(scope) else {
            return .problem(
                .forbidden, "The token is not for this.", "It would need the scope “\(scope.rawValue)”.")
        }
        let now = site.accounts.clock()
        let session = Session(
            account: client.account, formToken: "", id: -client.id, startedAt: now, usedAt: now, provedAt: now)
        let call = call(request, context, route, form: FormFields(), session: session, formToken: "")
        let decision = RouteDecision.plain(true)
        do {
            try await site.decided(decision, call, route)
            return try await route.handle(call.given(decision.subject))
        } catch let fault as PageFault {
            let isThere = fault != .notFound
            return .problem(
                isThere ? .serviceUnavailable : .notFound,
                isThere ? "This can’t be answered just now." : "This is not here.", "")
        }
    }
}

extension Response {
    /// Why a program is not given what it asked for (RFC 9457).
    static func problem(_ status: HTTPResponse.Status, _ title: String, _ detail: String) -> Response {
        struct Problem: Encodable {
            let title, detail: String
            let status: Int
        }
        return json(
            Problem(title: title, detail: detail, status: status.code), status: status,
            type: "application/problem+json")
    }

    /// A value as JSON, with its keys in order.
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, type: String = "application/json"
    ) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(value) else { preconditionFailure("texts and numbers can be encoded") }
        return Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
