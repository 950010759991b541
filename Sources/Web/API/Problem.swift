// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Hummingbird

/// Why a program is not given what it asked for, or nothing was recorded (RFC 9457).
struct Problem: Error, Hashable, Sendable {
    /// What kind of problem; its name is what programs tell them apart by.
    enum Kind: String, CaseIterable, Sendable {
        case malformed
        case keyIsLacking = "key-is-lacking"
        case tokenIsLacking = "token-is-lacking"
        case scopeIsLacking = "scope-is-lacking"
        case notAllowed = "not-allowed"
        case notHere = "not-here"
        case methodNotAllowed = "method-not-allowed"
        case standsAgainst = "record-stands-against-it"
        case guardrail
        case alreadyReported = "already-reported"
        case perhapsKnown = "perhaps-known"
        case stillAnswering = "still-answering"
        case changedMeanwhile = "changed-meanwhile"
        case tooLarge = "too-large"
        case addressTooLong = "address-too-long"
        case notJSON = "not-json"
        case notForUs = "not-for-us"
        case findings
        case keyUsedOtherwise = "key-used-otherwise"
        case conditionIsLacking = "condition-is-lacking"
        case tooMany = "too-many"
        case fault
        case notNow = "not-now"
    }

    let kind: Kind
    /// What is so.
    let detail: String
    /// What would satisfy it.
    var wayOn = ""
    var findings: [BodyFinding] = []
    /// Further members, by their names.
    var more: [APIValue.Member] = []
    var waitSeconds: Int?
    var allowed: String?

    init(_ kind: Kind, _ detail: String, _ wayOn: String = "") {
        (self.kind, self.detail, self.wayOn) = (kind, detail, wayOn)
    }

    /// The same answer whether there is none or it is hidden.
    static let notHere = Problem(
        .notHere, "Nothing is here that this program may see.", "Search for the child, or ask for what changed.")

    static func findings(_ findings: [BodyFinding]) -> Problem {
        var problem = Problem(
            .findings, "What was sent can’t be taken as it is; nothing was recorded.",
            "Each finding names the place and what belongs there.")
        problem.findings = findings
        return problem
    }
}

extension Problem.Kind {
    var status: HTTPResponse.Status {
        switch self {
        case .malformed, .keyIsLacking: .badRequest
        case .tokenIsLacking: .unauthorized
        case .scopeIsLacking, .notAllowed: .forbidden
        case .notHere: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .standsAgainst, .guardrail, .alreadyReported, .perhapsKnown, .stillAnswering: .conflict
        case .changedMeanwhile: .preconditionFailed
        case .tooLarge: .contentTooLarge
        case .addressTooLong: .uriTooLong
        case .notJSON: .unsupportedMediaType
        case .notForUs: .misdirectedRequest
        case .findings, .keyUsedOtherwise: .unprocessableContent
        case .conditionIsLacking: .preconditionRequired
        case .tooMany: .tooManyRequests
        case .fault: .internalServerError
        case .notNow: .serviceUnavailable
        }
    }

    var title: String {
        switch self {
        case .malformed: "The request was not understood"
        case .keyIsLacking: "The idempotency key is missing"
        case .tokenIsLacking: "The token is missing, unknown, revoked or over"
        case .scopeIsLacking: "The token is not for this"
        case .notAllowed: "The program’s role may not do this"
        case .notHere: "This is not here"
        case .methodNotAllowed: "This address is not used like that"
        case .standsAgainst: "The record stands against it"
        case .guardrail: "A rule of the protocol stands against it"
        case .alreadyReported: "The child has been reported already"
        case .perhapsKnown: "The child may be in the record already"
        case .stillAnswering: "The same request is being answered"
        case .changedMeanwhile: "It has changed meanwhile"
        case .tooLarge: "That is too much at once"
        case .addressTooLong: "The address is too long"
        case .notJSON: "The body is not sent as JSON"
        case .notForUs: "This address is not ours"
        case .findings: "Something that was sent can’t be taken"
        case .keyUsedOtherwise: "This key was used for something else"
        case .conditionIsLacking: "Say what you have seen"
        case .tooMany: "Too many requests at once"
        case .fault: "Something went wrong here"
        case .notNow: "This can’t be answered just now"
        }
    }
}

extension Problem {
    /// What is answered. A fault of ours has a `reference` under which the log holds the rest; nothing else has, so that
    /// whoever is hidden is answered letter by letter as one who isn't there.
    func response(reference: String? = nil) -> Response {
        var told = APIObject()
        told.text("type", "urn:homeward:problem:\(kind.rawValue)")
        told.text("title", kind.title)
        told.number("status", kind.status.code)
        told.text("detail", detail)
        told.text("reference", reference)
        if !wayOn.isEmpty { told.text("wayOn", wayOn) }
        if !findings.isEmpty { told.list("findings", findings.map(\.json)) }
        var response = Response.json(
            .object(told.members + more), status: kind.status, type: "application/problem+json")
        if kind == .tokenIsLacking { response.headers[.wwwAuthenticate] = "Bearer" }
        if kind == .tooLarge || kind == .malformed { response.headers[.connection] = "close" }
        if let waitSeconds { response.headers[.retryAfter] = String(waitSeconds) }
        if let allowed { response.headers[.allow] = allowed }
        return response
    }

    /// A fault of a request before it came to what it asks for.
    init(_ fault: PageFault) {
        switch fault {
        case .notFound: self = .notHere
        case .methodNotAllowed(let methods):
            self.init(.methodNotAllowed, "It answers to \(methods).")
            allowed = methods
        case .forbidden, .formNotOurs:
            self.init(.notAllowed, "It was asked from a page in a browser.", "A program asks by itself.")
        case .tooLarge: self.init(.tooLarge, "A body may have 128 KB at most.", "Send less at once.")
        case .looksAreNotNoted, .isNotHereYet:
            self.init(.notNow, "Nobody could tell afterwards who looked, or not everything is here yet.", "Try again.")
            waitSeconds = 2
        case .malformed: self.init(.malformed, "It is no request that a program of this kind sends.")
        case .notForUs: self.init(.notForUs, "Ask under the name that you were given.")
        case .addressTooLong: self.init(.addressTooLong, "It may have 8 KB at most.")
        case .tooManyRequests(let seconds):
            self.init(.tooMany, "Wait \(seconds) seconds. Reporting a child missing is never held up.")
            waitSeconds = seconds
        }
    }

    /// Why something is not recorded, with what would satisfy it.
    init(_ refusal: Refusal) {
        switch refusal {
        case .childIsNotKnown, .episodeIsNotKnown: self = .notHere
        case .notAllowed: self.init(.notAllowed, refusal.says, refusal.wayOn)
        case .guardrail(let rule):
            self.init(.guardrail, rule.says, rule.wayOn)
            more = [
                .init(name: "rule", value: .text(rule.rule)), .init(name: "source", value: .text(rule.source)),
                .init(name: "needs", value: .texts(rule.needs.map(\.rawValue))),
            ]
        default:
            if let key = refusal.detail {
                let pointer = key == .at ? "/occurredAt" : "/details/\(key.name)"
                self = .findings([BodyFinding(pointer: pointer, says: refusal.inFull)])
            } else {
                self.init(.standsAgainst, refusal.says, refusal.wayOn)
                more = [.init(name: "refusal", value: .text(refusal.name))]
            }
        }
    }
}

extension Response {
    static func json(
        _ value: APIValue, status: HTTPResponse.Status = .ok, type: String = "application/json"
    ) -> Response {
        var response = Response.text(value.written, status: status)
        response.headers[.contentType] = type
        return response
    }
}
