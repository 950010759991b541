// SPDX-License-Identifier: MIT

import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One question to a provider: an answer of at most 256 KB within ten seconds, which leads nowhere else and leaves
/// nothing behind. Sign-ins are rare, so each question has a connection of its own.
final class ProviderAsking: NSObject, URLSessionDataDelegate, Sendable {
    private struct Answer {
        var body = Data()
        var waiting: CheckedContinuation<Data, any Error>?
    }

    private static let mostBytes = 256 * 1_024
    private let answer = Mutex(Answer())

    /// Asks for what is at the address, or sends it a form. Refuses any answer but 200.
    static func ask(
        _ address: String, form: FormFields? = nil, authorization: String? = nil
    ) async throws -> Data {
        guard OpenIDSettings.isGuarded(address), let url = URL(string: address) else {
            throw ProviderFault.misconfigured("address")
        }
        var request = URLRequest(url: url, timeoutInterval: 10)
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        if let authorization { request.setValue(authorization, forHTTPHeaderField: "Authorization") }
        if let form {
            request.httpMethod = "POST"
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(form.encoded.utf8)
        }
        return try await ProviderAsking().send(request)
    }

    private func send(_ request: URLRequest) async throws -> Data {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.urlCache = nil
        configuration.timeoutIntervalForResource = 10
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        return try await withCheckedThrowingContinuation { waiting in
            answer.withLock { $0.waiting = waiting }
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
        let isTooLong = answer.withLock { answer in
            answer.body.append(data)
            return answer.body.count > Self.mostBytes
        }
        if isTooLong { dataTask.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let status = (task.response as? HTTPURLResponse)?.statusCode ?? 0
        let (waiting, body) = answer.withLock { answer in
            defer { answer.waiting = nil }
            return (answer.waiting, answer.body)
        }
        if error == nil, status == 200 {
            waiting?.resume(returning: body)
        } else {
            waiting?.resume(throwing: ProviderFault.noAnswer(status == 0 ? "no connection" : "status \(status)"))
        }
    }
}
