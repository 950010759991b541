// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB
import HTTPTypes
import Hummingbird

extension Dispatcher {
    /// Records once under a program's key: the same request is given the same answer, another is refused.
    ///
    /// Only what was recorded is kept: after a refusal nothing was, and the key is free for what is sent in its place.
    func once(
        _ key: String, _ fingerprint: Data, of client: Client, status: Int,
        _ record: () async throws -> APIAnswer
    ) async throws -> Response {
        switch try await site.accounts.beginAnswer(key, of: client.id, fingerprint) {
        case .fresh: break
        case .kept(let kept): return kept.response(isAgain: true)
        case .otherwise:
            throw Problem(
                .keyUsedOtherwise, "With this key, something else was recorded.", "Make a new key for something new.")
        case .underWay:
            var problem = Problem(.stillAnswering, "It came a moment ago and is being recorded.", "Send it again.")
            problem.waitSeconds = 1
            throw problem
        }
        do {
            let answer = try await record()
            let kept = KeptAnswer(status: status, place: answer.place, body: answer.value.written)
            try await site.accounts.keepAnswer(kept, key, of: client.id)
            return kept.response(isAgain: false)
        } catch let problem as Problem where problem.kind.status.code < 500 {
            try await site.accounts.freeKey(key, of: client.id)
            throw problem
        } catch let refusal as Refusal {
            try await site.accounts.freeKey(key, of: client.id)
            throw refusal
        }
    }
}

/// An answer that was given once and is given again: it holds numbers of the record and nothing about anybody.
struct KeptAnswer: Hashable, Sendable {
    let status: Int
    let place: String?
    let body: String

    func response(isAgain: Bool) -> Response {
        var response = Response.text(body, status: HTTPResponse.Status(code: status))
        response.headers[.contentType] = "application/json"
        if let place { response.headers[.location] = place }
        if isAgain { response.headers[.isRepeated] = "true" }
        return response
    }
}

extension Accounts {
    enum KeyFound: Hashable, Sendable {
        case fresh
        case kept(KeptAnswer)
        case otherwise
        case underWay
    }

    /// How long an answer is kept for a repeat.
    static let answerKeptForSeconds: Int64 = 7 * 86_400
    /// After so long, whoever held the key is gone: the record itself knows what it has.
    private static let heldForSeconds: Int64 = 60

    /// Takes the key for whoever asks, in the file that all processes share, or says what it was used for.
    func beginAnswer(_ key: String, of client: Int64, _ fingerprint: Data) async throws -> KeyFound {
        let now = clock().secondsSince1970
        return try await pool.write { database in
            try database.execute(
                sql: "DELETE FROM answers WHERE at < ?", arguments: [now - Self.answerKeptForSeconds])
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM answers WHERE client = ? AND key = ?", arguments: [client, key])
            if let row {
                let (known, status, at): (Data, Int?, Int64) = (row["fingerprint"], row["status"], row["at"])
                guard known == fingerprint else { return .otherwise }
                if let status {
                    return .kept(KeptAnswer(status: status, place: row["place"], body: row["body"] ?? ""))
                }
                if now - at < Self.heldForSeconds { return .underWay }
            }
            try database.execute(
                sql: "INSERT OR REPLACE INTO answers (client, key, fingerprint, at) VALUES (?, ?, ?, ?)",
                arguments: [client, key, fingerprint, now])
            return .fresh
        }
    }

    func keepAnswer(_ answer: KeptAnswer, _ key: String, of client: Int64) async throws {
        try await pool.write { database in
            try database.execute(
                sql: "UPDATE answers SET status = ?, place = ?, body = ? WHERE client = ? AND key = ?",
                arguments: [answer.status, answer.place, answer.body, client, key])
        }
    }

    func freeKey(_ key: String, of client: Int64) async throws {
        try await pool.write { database in
            try database.execute(sql: "DELETE FROM answers WHERE client = ? AND key = ?", arguments: [client, key])
        }
    }
}
