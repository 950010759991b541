// SPDX-License-Identifier: MIT

import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A partnership's record, as a program of a partner asks it: one typed call for each thing that may be asked for.
///
/// It stands alone, so that it can be used without the rest of Homeward. Times are texts in the form that the interface
/// has: `2026-03-01T22:10` for exactly, `~…` for about, `…/…` for between, a date alone where no more is known.
///
/// Whatever records something takes a key: make a new one for each thing to be recorded, keep it until there is an answer,
/// and send the same one with each repeat. Then nothing is recorded twice, however often it is sent.
public struct HomewardClient: Sendable {
    private let base: URL
    private let token: String
    private let session: URLSession

    /// `base` is the address of the site, such as `https://record.example.org`; `token` is what an administrator was shown.
    public init(base: URL, token: String, session: URLSession = .shared) {
        (self.base, self.token, self.session) = (base, token, session)
    }

    /// A new key for one thing to be recorded.
    public static func newKey() -> String { UUID().uuidString }

    // MARK: Reading

    public func program() async throws -> Program { try await get("client") }

    public func openEpisodes() async throws -> OpenEpisodes { try await get("open-episodes") }

    /// What was recorded since `cursor`, or from the beginning; go on with `next`.
    public func changes(since cursor: String? = nil, limit: Int = 100) async throws -> Changes {
        try await get("changes", query: ["cursor": cursor, "limit": String(limit)])
    }

    /// Every change since `cursor`, page by page, and where to go on later.
    public func allChanges(since cursor: String? = nil) async throws -> (changes: [Change], next: String) {
        var page = try await changes(since: cursor, limit: 500)
        var all = page.changes
        while page.isMore {
            page = try await changes(since: page.next, limit: 500)
            all += page.changes
        }
        return (all, page.next)
    }

    public func ownDuties() async throws -> Duties { try await get("duties") }

    public func duties(of episode: Int) async throws -> Duties { try await get("episodes/\(episode)/duties") }

    /// Whom these names, dates and numbers fit.
    public func search(_ details: Details) async throws -> [FoundChild] {
        let found: Found = try await post("children/search", details, key: nil, seen: nil)
        return found.children
    }

    public func child(_ child: Int) async throws -> Child { try await get("children/\(child)") }

    public func episode(_ episode: Int) async throws -> Episode { try await get("episodes/\(episode)") }

    public func accounts(of episode: Int) async throws -> Accounts { try await get("episodes/\(episode)/accounts") }

    // MARK: Recording

    /// Reports a child missing. Throws a ``HomewardProblem`` that names the children who may be meant, where a new child is
    /// told of who may be known.
    public func report(_ report: Report, key: String) async throws -> Recorded {
        try await post("reports", report, key: key, seen: nil)
    }

    /// Decides what police hold the child as; `tag` is that of the episode as it was read.
    public func classify(
        _ episode: Int, as decision: String, rationale: String, seen tag: String, key: String
    ) async throws -> Recorded {
        let details: Details = ["as": .text(decision), "rationale": .text(rationale)]
        return try await post(
            "episodes/\(episode)/classification", Happening(details: details), key: key, seen: tag)
    }

    public func recordReturn(
        of episode: Int, at time: String? = nil, details: Details = [:], key: String
    ) async throws -> Recorded {
        try await post(
            "episodes/\(episode)/return", Happening(occurredAt: time, details: details), key: key, seen: nil)
    }

    /// Sends an agency's own version of the episode.
    public func sendAccount(
        of episode: Int, at time: String? = nil, details: Details, key: String
    ) async throws -> Recorded {
        try await post(
            "episodes/\(episode)/accounts", Happening(occurredAt: time, details: details), key: key, seen: nil)
    }

    public func acknowledge(_ episode: Int, details: Details = [:], key: String) async throws -> Recorded {
        try await post("episodes/\(episode)/acknowledgements", Happening(details: details), key: key, seen: nil)
    }

    /// Records what discharges a duty.
    public func doDuty(
        _ duty: String, of episode: Int, instance: Int? = nil, at time: String? = nil, details: Details = [:],
        key: String
    ) async throws -> Recorded {
        let name = duty.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? duty
        return try await post(
            "episodes/\(episode)/duties/\(name)",
            Happening(instance: instance, occurredAt: time, details: details), key: key, seen: nil)
    }

    /// Records anything else that happened, by its word in the vocabulary of events.
    public func record(
        _ word: String, in episode: Int, at time: String? = nil, details: Details = [:], key: String
    ) async throws -> Recorded {
        try await post(
            "episodes/\(episode)/entries", Happening(word: word, occurredAt: time, details: details), key: key,
            seen: nil)
    }

    // MARK: Asking

    private struct Happening: Encodable {
        var word: String?
        var instance: Int?
        var occurredAt: String?
        var details: Details
    }

    private struct Found: Decodable, Sendable {
        let children: [FoundChild]
    }

    private func get<Answer: Decodable>(_ path: String, query: [String: String?] = [:]) async throws -> Answer {
        try await answer(to: request(path, query))
    }

    private func post<Answer: Decodable>(
        _ path: String, _ body: some Encodable, key: String?, seen tag: String?
    ) async throws -> Answer {
        var request = try request(path, [:])
        request.httpMethod = "POST"
        request.httpBody = try JSONEncoder().encode(body)
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue(key, forHTTPHeaderField: "Idempotency-Key")
        request.setValue(tag, forHTTPHeaderField: "If-Match")
        return try await answer(to: request)
    }

    private func request(_ path: String, _ query: [String: String?]) throws -> URLRequest {
        let given = query.compactMapValues { $0 }.sorted { $0.key < $1.key }
        let asked = given.map {
            "\($0.key)=\($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        let end = asked.isEmpty ? "" : "?" + asked.joined(separator: "&")
        guard let url = URL(string: "\(base.absoluteString.trimmingSuffix("/"))/api/v1/\(path)\(end)") else {
            throw URLError(.badURL)
        }
        var request = URLRequest(url: url, timeoutInterval: 60)
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        request.httpShouldHandleCookies = false
        return request
    }

    private func answer<Answer: Decodable>(to request: URLRequest) async throws -> Answer {
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        guard (200..<300).contains(http.statusCode) else {
            var problem = try JSONDecoder().decode(HomewardProblem.self, from: data)
            problem.retryAfterSeconds = http.value(forHTTPHeaderField: "Retry-After").flatMap { Int($0) }
            throw problem
        }
        let decoder = JSONDecoder()
        decoder.userInfo[Self.tagKey] = http.value(forHTTPHeaderField: "ETag")
        return try decoder.decode(Answer.self, from: data)
    }

    static let tagKey: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "tag") else { preconditionFailure("a valid key") }
        return key
    }()
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
