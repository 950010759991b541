// SPDX-License-Identifier: MIT

import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One question to another system: an answer of at most 256 KB within ten seconds, which leads nowhere else and leaves
/// nothing behind. Each has a connection of its own: notices and sign-ins elsewhere are few.
public final class HTTPAsking: NSObject, URLSessionDataDelegate, Sendable {
    /// What came back.
    public struct Answer: Sendable {
        /// 0 where there was no answer.
        public let status: Int
        public let body: Data

        /// No answer.
        public static let none = Answer(status: 0, body: Data())
    }

    private struct Hearing {
        var body = Data()
        var waiting: CheckedContinuation<Answer, Never>?
    }

    private static let mostBytes = 256 * 1_024
    private let hearing = Mutex(Hearing())

    private override init() { super.init() }

    /// Asks, and hands back whatever the answer is. Whether the way is guarded is for whoever keeps the address.
    public static func ask(
        _ method: String, _ url: URL, headers: [String: String], body: Data?, withinSeconds seconds: Double = 10
    ) async -> Answer {
        var request = URLRequest(url: url, timeoutInterval: seconds)
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        request.httpBody = body
        return await HTTPAsking().send(request, withinSeconds: seconds)
    }

    /// Whether nobody on the way can read or write what is sent there: `https`, or `http` to this machine itself.
    public static func isGuarded(_ address: String) -> Bool {
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

    public func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    public func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLong = hearing.withLock { hearing in
            hearing.body.append(data)
            return hearing.body.count > Self.mostBytes
        }
        if isTooLong { dataTask.cancel() }
    }

    public func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let status = error == nil ? (task.response as? HTTPURLResponse)?.statusCode ?? 0 : 0
        let (waiting, body) = hearing.withLock { hearing in
            defer { hearing.waiting = nil }
            return (hearing.waiting, hearing.body)
        }
        waiting?.resume(returning: Answer(status: status, body: body))
    }
}
