// SPDX-License-Identifier: MIT

import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A browser without scripts: it keeps cookies, follows no redirect by itself, and sends the forms it was given.
final class TestVisitor: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: [String: String]
        let body: String

        var location: String { headers["location"] ?? "" }
        func header(_ name: String) -> String { headers[name.lowercased()] ?? "" }
    }

    let port: Int
    private let kept = Mutex<(cookies: [String: String], formToken: String)>(([:], ""))
    private let session = URLSession(configuration: .keepingNothing, delegate: NoRedirects(), delegateQueue: nil)

    init(port: Int) { self.port = port }

    deinit { session.finishTasksAndInvalidate() }

    var cookies: [String: String] { kept.withLock { $0.cookies } }
    func setCookie(_ name: String, _ value: String) { kept.withLock { $0.cookies[name] = value } }
    var formToken: String { kept.withLock { $0.formToken } }

    /// `refreshing`: as our own script asks, when a page refreshes itself.
    func get(_ path: String, method: String = "GET", refreshing: Bool = false) async throws -> Answer {
        try await ask(method, path, nil, refreshing: refreshing)
    }

    /// Sends a form with the token of the page seen last, unless `token` says otherwise.
    /// `and` holds what is sent several times under one name.
    func send(
        _ path: String, _ fields: [String: String], and more: [(String, String)] = [], token: String? = nil
    ) async throws -> Answer {
        var all = fields
        all["form-token"] = token ?? formToken
        let pairs = all.map { ($0.key, $0.value) } + more
        let body = pairs.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&")
        return try await ask("POST", path, body)
    }

    func request(_ method: String, _ path: String, _ body: String?) throws -> URLRequest {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
        var request = URLRequest(url: url, timeoutInterval: 30)
        request.httpMethod = method
        request.httpShouldHandleCookies = false
        let cookies = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if !cookies.isEmpty { request.setValue(cookies, forHTTPHeaderField: "Cookie") }
        if let body {
            request.httpBody = Data(body.utf8)
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        }
        return request
    }

    private func ask(
        _ method: String, _ path: String, _ body: String?, refreshing: Bool = false
    ) async throws -> Answer {
        var request = try request(method, path, body)
        if refreshing { request.setValue("1", forHTTPHeaderField: "homeward-refresh") }
        let (data, response) = try await session.data(for: request)
        guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        var headers: [String: String] = [:]
        for (name, value) in http.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
        let text = String(decoding: data, as: UTF8.self)
        keep(headers["set-cookie"] ?? "", text)
        return Answer(status: http.statusCode, headers: headers, body: text)
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

extension URLSessionConfiguration {
    /// Its own cookies would take the place of the visitor's.
    fileprivate static var keepingNothing: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        return configuration
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

/// Listens to a stream of events and keeps what came.
final class TestListener: NSObject, URLSessionDataDelegate, Sendable {
    private let received = Mutex("")

    var text: String { received.withLock { $0 } }

    /// Waits until `words` have come, or half a minute is over.
    func wait(for words: String) async throws -> Bool {
        for _ in 0..<600 {
            if text.contains(words) { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        received.withLock { $0 += String(decoding: data, as: UTF8.self) }
    }
}
