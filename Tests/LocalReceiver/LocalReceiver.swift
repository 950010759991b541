// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Synchronization

/// A web server on a free port of this machine that keeps every request and answers as the test says.
public final class LocalReceiver: Sendable {
    public struct Request: Sendable {
        public let method, path: String
        /// By their names in small letters.
        public let headers: [String: String]
        public let body: String

        public var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:]
        }
    }

    public enum Reply: Sendable {
        case status(Int, String = "{}")
        /// Nothing is ever answered.
        case stall
    }

    public let port: UInt16
    private let socket: Int32
    private let kept = Mutex<[Request]>([])
    private let answer: @Sendable (Request) -> Reply

    public var requests: [Request] { kept.withLock { $0 } }
    public var address: String { "http://127.0.0.1:\(port)" }

    public init(_ answer: @escaping @Sendable (Request) -> Reply) {
        self.answer = answer
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.socket = socket
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        precondition(isBound, "a free port can be had")
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(socket, nil, nil)
                guard 0 <= connection else { return }
                guard let self else {
                    close(connection)
                    return
                }
                Thread.detachNewThread { self.serve(connection) }
            }
        }
    }

    public func end() { shutdown(socket, Int32(SHUT_RDWR)) }

    private func serve(_ connection: Int32) {
        guard let request = Self.read(connection) else {
            close(connection)
            return
        }
        kept.withLock { $0.append(request) }
        guard case .status(let status, let body) = answer(request) else { return }
        let text =
            "HTTP/1.1 \(status) Answer\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
        let bytes = Array(text.utf8)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        close(connection)
    }

    private static func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
                var headers: [String: String] = [:]
                for line in lines.dropFirst() {
                    let parts = line.split(separator: ":", maxSplits: 1)
                    guard parts.count == 2 else { continue }
                    headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
                }
                let body = String(text[end.upperBound...])
                if (headers["content-length"].flatMap { Int($0) } ?? 0) <= body.utf8.count {
                    let first = lines[0].split(separator: " ")
                    guard 2 <= first.count else { return nil }
                    return Request(method: String(first[0]), path: String(first[1]), headers: headers, body: body)
                }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard 0 < count else { return nil }
            bytes += buffer[..<count]
        }
    }
}
