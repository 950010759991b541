// SPDX-License-Identifier: MIT

import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One question to another system: an answer of at most 256 KB within ten seconds, which leads nowhere else. Each has a
/// connection of its own: notices are few.
final class HTTPAsking: NSObject, URLSessionDataDelegate, Sendable {
    struct Answer: Sendable {
        /// 0 where there was none.
        let status: Int
        let body: Data
    }

    private struct Hearing {
        var body = Data()
        var waiting: CheckedContinuation<Answer, Never>?
    }

    private static let mostBytes = 256 * 1_024
    private let hearing = Mutex(Hearing())

    static func ask(
        _ method: String, _ url: URL, headers: [String: String], body: Data?, withinSeconds seconds: Double = 10
    ) async -> Answer {
        var request = URLRequest(url: url, timeoutInterval: seconds)
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        request.httpBody = body
        return await HTTPAsking().send(request, withinSeconds: seconds)
    }

    /// Whether nobody on the way can read or write what is sent there: `https`, or `http` to this machine itself.
    static func isGuarded(_ address: String) -> Bool {
        guard let url = URL(string: address), let host = url.host(), !host.isEmpty, url.user() == nil else {
            return false
        }
        if url.scheme == "https" { return true }
        return url.scheme == "http" && ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
    }

    private func send(_ request: URLRequest, withinSeconds seconds: Double) async -> Answer {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.timeoutIntervalForResource = seconds
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        return await withCheckedContinuation { waiting in
            hearing.withLock { $0.waiting = waiting }
            session.dataTask(with: request).resume()
        }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLong = hearing.withLock { hearing in
            hearing.body.append(data)
            return hearing.body.count > Self.mostBytes
        }
        if isTooLong { dataTask.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let status = error == nil ? (task.response as? HTTPURLResponse)?.statusCode ?? 0 : 0
        let (waiting, body) = hearing.withLock { hearing in
            defer { hearing.waiting = nil }
            return (hearing.waiting, hearing.body)
        }
        waiting?.resume(returning: Answer(status: status, body: body))
    }
}
