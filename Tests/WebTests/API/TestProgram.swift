// SPDX-License-Identifier: MIT

import Casework
import Foundation
import HomewardClient

@testable import Web

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A program that asks over HTTP with its token, in whatever way a test wants it to.
struct TestProgram: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: [String: String]
        let text: String
        let value: APIValue

        func header(_ name: String) -> String? { headers[name.lowercased()] }
        var isProblem: Bool { header("content-type") == "application/problem+json" }
        var kind: String { value["type"]?.text?.split(separator: ":").last.map(String.init) ?? "" }
        /// All that is told, but for the time of day: the status, the headers and the body.
        var told: [String] {
            ["\(status)", text] + headers.filter { $0.key != "date" }.map { "\($0.key): \($0.value)" }.sorted()
        }
    }

    let site: TestSite
    let token: String?

    static let path = "/api/v1"

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await ask("GET", Self.path + path, nil, headers)
    }

    /// Sends `body` with a key, a new one unless it is given.
    func post(
        _ path: String, _ body: String, key: String? = UUID().uuidString, _ headers: [String: String] = [:]
    ) async throws -> Answer {
        var all = ["Content-Type": "application/json"].merging(headers) { $1 }
        if let key { all["Idempotency-Key"] = key }
        return try await ask("POST", Self.path + path, body, all)
    }

    func ask(
        _ method: String, _ path: String, _ body: String?, _ headers: [String: String] = [:]
    ) async throws -> Answer {
        guard let url = URL(string: "http://127.0.0.1:\(site.port)\(path)") else { throw URLError(.badURL) }
        var request = URLRequest(url: url, timeoutInterval: 60)
        request.httpMethod = method
        request.httpShouldHandleCookies = false
        request.httpBody = body.map { Data($0.utf8) }
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        let pairs = http.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
        return Answer(
            status: http.statusCode, headers: Dictionary(pairs) { first, _ in first },
            text: String(decoding: data, as: UTF8.self), value: (try? APIValue(Array(data))) ?? .null)
    }
}

extension TestSite {
    /// A program of this role with these scopes, or with all.
    func program(
        _ role: Role, agency: String? = nil, scopes: Set<ClientScope> = Set(ClientScope.allCases)
    ) async throws -> TestProgram {
        let name = "p-\(UUID().uuidString.lowercased().prefix(12))"
        let agency = agency.map { AgencyID($0) } ?? TestSite.agency(of: role)
        let token = try await accounts.addClient(name, role: role, agency: agency, scopes: scopes, days: 30)
        return TestProgram(site: self, token: token)
    }

    /// The same by way of the library that partners use.
    func library(_ role: Role) async throws -> HomewardClient {
        let program = try await program(role)
        guard let base = URL(string: "http://127.0.0.1:\(port)"), let token = program.token else {
            throw URLError(.badURL)
        }
        return HomewardClient(base: base, token: token)
    }
}
