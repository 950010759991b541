// SPDX-License-Identifier: MIT

import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Somebody's browser, without scripts, at whichever of several servers it is sent to.
final class Visitor: Sendable {
    struct Answer: Sendable {
        let status: Int
        let location, body: String
    }

    private let kept = Mutex<(cookies: [String: String], formToken: String)>(([:], ""))
    private let session: URLSession

    init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
    }

    deinit { session.finishTasksAndInvalidate() }

    var cookies: [String: String] { kept.withLock { $0.cookies } }

    func get(_ path: String, at address: String) async throws -> Answer { try await ask("GET", address + path, nil) }

    /// Sends a form with the token of the page seen last.
    func send(_ path: String, at address: String, _ fields: [String: String]) async throws -> Answer {
        var all = fields
        all["form-token"] = kept.withLock { $0.formToken }
        let body = all.map { "\(escaped($0.key))=\(escaped($0.value))" }.joined(separator: "&")
        return try await ask("POST", address + path, body)
    }

    /// Asks as a program does.
    func asked(_ path: String, at address: String, token: String) async throws -> [String: Any] {
        guard let url = URL(string: address + path) else { throw URLError(.badURL) }
        var request = URLRequest(url: url, timeoutInterval: 30)
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        let (data, _) = try await session.data(for: request)
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    func signIn(_ email: String, _ password: String, at address: String) async throws -> Answer {
        _ = try await get("/sign-in", at: address)
        let answer = try await send("/sign-in", at: address, ["email": email, "password": password])
        _ = try await get("/report", at: address)
        return answer
    }

    /// Reports a child whom the record does not know, step by step, each at the server that `address` gives. Returns
    /// whether the last page said that it was sent.
    func report(_ name: String, _ address: () -> String) async throws -> Bool {
        _ = try await get("/report", at: address())
        let child = try await send("/report", at: address(), ["child": "new"]).location
        // The names are much alike: asked whether it is one of the others, the reporter says that it is not.
        let checks = try await send(
            child, at: address(),
            ["name": name, "age": "14", "sex": "female", "responsible": "eastmoor", "isNobodyKnown": "yes"]
        ).location
        guard checks.hasSuffix("/checks") || checks.hasSuffix("/seen") else { return false }
        let draft = checks.split(separator: "/").dropLast().joined(separator: "/")
        if checks.hasSuffix("/checks") {
            _ = try await send(
                checks, at: address(),
                ["do": "report", "checked": "phone", "holds": "checked", "missingSince.how": "now", "minutes": "20"])
        }
        _ = try await send(
            "/\(draft)/seen", at: address(), ["missingSince.how": "now", "circumstances": "Not in the room."])
        let sent = try await send("/\(draft)/send", at: address(), ["reference": "1184"])
        return sent.status == 303 && sent.location.hasPrefix("/report/sent/")
    }

    private func ask(_ method: String, _ address: String, _ body: String?) async throws -> Answer {
        guard let url = URL(string: address) else { throw URLError(.badURL) }
        var request = URLRequest(url: url, timeoutInterval: 30)
        request.httpMethod = method
        request.httpShouldHandleCookies = false
        let cookies = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if !cookies.isEmpty { request.setValue(cookies, forHTTPHeaderField: "Cookie") }
        if let body {
            request.httpBody = Data(body.utf8)
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        var headers: [String: String] = [:]
        for (name, value) in http.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
        let text = String(decoding: data, as: UTF8.self)
        keep(headers["set-cookie"] ?? "", text)
        return Answer(status: http.statusCode, location: headers["location"] ?? "", body: text)
    }

    private func keep(_ setCookie: String, _ body: String) {
        kept.withLock { kept in
            for part in setCookie.components(separatedBy: ", ") {
                let pair = part.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                if pair.count == 2 { kept.cookies[String(pair[0])] = String(pair[1]) }
            }
            if let token = body.firstMatch(of: /name="form-token" value="([^"]+)"/) { kept.formToken = String(token.1) }
        }
    }

    private func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

private final class NoRedirects: NSObject, URLSessionTaskDelegate, Sendable {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
