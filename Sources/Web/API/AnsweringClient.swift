// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

extension Dispatcher {
    /// Answers a program, by its token alone: no cookie counts, and no page is answered.
    func answerClient(
        _ request: Request, _ context: WebContext, _ route: Route, _ operation: APIOperation
    ) async throws -> Response {
        do {
            let client = try await client(of: request, from: context.address, operation)
            let session = programSession(client)
            let call = call(request, context, route, form: FormFields(), session: session, formToken: "")
            let decision = try await RouteDeciding(call: call, parameters: context.parameters).decide(operation.rule)
            try await site.decided(decision, call, route)
            guard decision.isAllowed else { throw Problem.notHere }
            try check(call.query, operation)
            return try await answer(call.given(decision.subject), client, operation, upTo: context.mostBodyBytes)
        } catch let refusal as Refusal {
            return told(Problem(refusal), route)
        } catch let problem as Problem {
            return told(problem, route)
        } catch let fault as PageFault {
            return told(Problem(fault), route)
        } catch let fault as LedgerFault {
            site.log.error("nothing can be kept", metadata: ["fault": "\(fault.code)", "route": "\(route.path)"])
            var problem = Problem(.notNow, "What was sent could not be kept, or not be read.", "Send it again.")
            problem.waitSeconds = 5
            return told(problem, route)
        }
    }

    /// Whose token it is; counted to the program, or to the address where it is nobody's.
    private func client(
        of request: Request, from address: String, _ operation: APIOperation
    ) async throws -> Client {
        let now = site.partnership.now
        let words = (request.headers[.authorization] ?? "").split(separator: " ")
        var known: Client?
        if words.count == 2, words[0].lowercased() == "bearer", words[1].utf8.count <= 200 {
            known = try await site.accounts.client(String(words[1]))
        }
        guard let client = known else {
            if let seconds = site.rates.take(address: address, now: now) {
                throw PageFault.tooManyRequests(waitSeconds: seconds)
            }
            throw Problem(
                .tokenIsLacking, "Send it as “Authorization: Bearer …”.",
                "An administrator makes one with “homeward client add”.")
        }
        if !operation.isNeverHeldUp, let seconds = site.rates.take(client: client.id, now: now) {
            throw PageFault.tooManyRequests(waitSeconds: seconds)
        }
        if let scope = operation.scope, !client.scopes.contains(scope) {
            throw Problem(
                .scopeIsLacking, "It would need the scope “\(scope.rawValue)”.",
                "An administrator gives scopes when a token is made.")
        }
        return client
    }

    private func programSession(_ client: Client) -> Session {
        let now = site.accounts.clock()
        return Session(
            account: client.account, formToken: "", id: -client.id, startedAt: now, usedAt: now, provedAt: now)
    }

    /// The query holds what the operation knows, once each and in its form.
    private func check(_ query: FormFields, _ operation: APIOperation) throws(Problem) {
        var findings: [BodyFinding] = []
        var seen: Set<String> = []
        for one in query.all {
            guard let parameter = operation.query.first(where: { $0.name == one.name }) else {
                findings.append(BodyFinding(pointer: "?\(one.name.prefix(40))", says: "There is no such parameter."))
                continue
            }
            if !seen.insert(one.name).inserted {
                findings.append(BodyFinding(pointer: "?\(one.name)", says: "It is given twice."))
            }
            let isNumber = if case .whole = parameter.schema { true } else { false }
            let value = isNumber ? Int64(one.value).map { APIValue.whole($0) } ?? .null : .text(one.value)
            findings += parameter.schema.findings(value, at: "?\(one.name)")
        }
        if !findings.isEmpty { throw .findings(findings) }
    }

    private func answer(
        _ call: Call, _ client: Client, _ operation: APIOperation, upTo mostBytes: Int
    ) async throws -> Response {
        var (bytes, body) = ([UInt8](), APIValue.null)
        if operation.method == .post {
            bytes = try await self.bytes(of: call.request, upTo: mostBytes)
            body = try read(bytes, as: operation.body)
        }
        let ifMatch = call.request.headers[.ifMatch]
        if case .must = operation.condition, ifMatch == nil {
            throw Problem(
                .conditionIsLacking, "Two may write here at once, so it is needed what you decided on.",
                "Read the episode, and send its ETag as If-Match.")
        }
        let key = call.request.headers[.idempotencyKey]
        let asked = APICall(
            call: call, client: client, body: body, ifMatch: ifMatch,
            digest: operation.records ? Self.digest(client, key ?? "") : "")
        guard operation.records else { return given(operation, try await operation.answer(asked), to: call.request) }
        guard let key, (8...100).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(
                .keyIsLacking, "Idempotency-Key has from 8 to 100 visible characters.",
                "Make a new one, such as a UUID, for each thing to be recorded, and send it again with each repeat.")
        }
        let fingerprint = Data(SHA256.hash(data: Data("\(call.request.method) \(call.path)\n".utf8) + Data(bytes)))
        do {
            return try await once(key, fingerprint, of: client, status: operation.given.status.code) {
                try await operation.answer(asked)
            }
        } catch let refusal as Refusal {
            try await call.looked()
            throw refusal
        } catch let problem as Problem where [.standsAgainst, .changedMeanwhile].contains(problem.kind) {
            try await call.looked()
            throw problem
        }
    }

    private func bytes(of request: Request, upTo mostBytes: Int) async throws -> [UInt8] {
        let type = (request.headers[.contentType] ?? "").lowercased().prefix { $0 != ";" }
        guard String(type).trimmed == "application/json" else {
            throw Problem(.notJSON, "Its Content-Type is another, or lacking.", "Send “application/json”, in UTF-8.")
        }
        do {
            return Array(buffer: try await request.body.collect(upTo: mostBytes))
        } catch is NIOTooManyBytesError {
            throw PageFault.tooLarge
        }
    }

    private func read(_ bytes: [UInt8], as form: String?) throws(Problem) -> APIValue {
        let body: APIValue
        do throws(APIValue.Fault) {
            body = try APIValue(bytes)
        } catch {
            let says =
                switch error {
                case .notUTF8: "It is not UTF-8."
                case .notJSON(let byte): "It is no JSON from byte \(byte) on."
                case .tooDeep: "It is nested too deep."
                case .namedTwice(let name): "“\(name.prefix(40))” stands there twice in one object."
                }
            throw .findings([BodyFinding(pointer: "", says: says)])
        }
        let findings = form.map { Schema.named($0).findings(body) } ?? []
        if !findings.isEmpty { throw .findings(findings) }
        return body
    }

    /// What stands in the record, so that a repeat is known there also after a crash: the key itself is not told.
    private static func digest(_ client: Client, _ key: String) -> String {
        let hash = SHA256.hash(data: Data("\(client.name) \(key)".utf8))
        return "api-" + hash.prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private func given(_ operation: APIOperation, _ answer: APIAnswer, to request: Request) -> Response {
        if let tag = answer.tag, operation.method == .get, request.headers[.ifNoneMatch] == tag {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        var response = Response.json(answer.value, status: operation.given.status)
        if let tag = answer.tag { response.headers[.eTag] = tag }
        if let place = answer.place { response.headers[.location] = place }
        return response
    }

    private func told(_ problem: Problem, _ route: Route) -> Response {
        site.log.info(
            "a program was refused", metadata: ["route": "\(route.path)", "kind": "\(problem.kind.rawValue)"])
        return problem.response()
    }
}

extension HTTPField.Name {
    static let idempotencyKey = programField("Idempotency-Key")
    static let isRepeated = programField("Idempotent-Replayed")
    static let seenUpTo = programField("Homeward-Seen")

    private static func programField(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("a valid header name") }
        return name
    }
}
