// SPDX-License-Identifier: MIT

import Dispatch
import Foundation
import Glibc

/// A connection that is written to byte by byte, by somebody who need not keep to any rule.
final class RawConnection: Sendable {
    private let descriptor: Int32

    /// Nil where the connection isn't even taken.
    init?(port: Int, receiveBufferBytes: Int32? = nil) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard 0 <= descriptor, let number = UInt16(exactly: port) else { return nil }
        if var bytes = receiveBufferBytes {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &bytes, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let descriptor = descriptor
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { return nil }
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { Glibc.close(descriptor) }

    /// False where the other end has gone.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let put = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard 0 < put else { return false }
            sent += put
        }
        return true
    }

    /// All that comes until the other end closes; nil where it doesn't within half a minute.
    func readToEnd() async -> String? { await reading { _ in false } }

    /// What comes until `words` are in it or the other end closes.
    func read(until words: String) async -> String { await reading { $0.contains(words) } ?? "" }

    fileprivate func reading(_ isEnough: @escaping @Sendable (String) -> Bool) async -> String? {
        let descriptor = descriptor
        return await withCheckedContinuation { continuation in
            DispatchQueue(label: "reading").async {
                var all: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let got = recv(descriptor, &buffer, buffer.count, 0)
                    if got < 0, errno == EAGAIN { return continuation.resume(returning: nil) }
                    if got <= 0 { break }
                    all += buffer[..<got]
                    if isEnough(String(decoding: all, as: UTF8.self)) { break }
                }
                continuation.resume(returning: String(decoding: all, as: UTF8.self))
            }
        }
    }
}

extension RawConnection {
    /// One answer, by its own account of its length; what there is of it where the other end closes.
    func readAnswer() async -> String {
        await reading { text in
            guard let end = text.range(of: "\r\n\r\n") else { return false }
            let head = text[..<end.lowerBound].lowercased()
            guard let field = head.firstMatch(of: /content-length: (\d+)/), let length = Int(field.1) else {
                return head.contains("transfer-encoding: chunked") ? text.hasSuffix("0\r\n\r\n") : true
            }
            return text[end.upperBound...].utf8.count >= length
        } ?? ""
    }
}
