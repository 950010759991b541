// SPDX-License-Identifier: MIT

import Foundation
import Glibc

/// Tells systemd how the server is, where systemd began it (sd_notify(3)): one datagram to the socket that it names.
enum ServiceManager {
    enum Word: String {
        /// Pages are answered.
        case ready = "READY=1"
        /// It ends by itself now.
        case stopping = "STOPPING=1"
    }

    /// Does nothing where nobody waits for it.
    static func tell(_ word: Word) {
        guard let path = ProcessInfo.processInfo.environment["NOTIFY_SOCKET"], !path.isEmpty else { return }
        send(word.rawValue, to: path)
    }

    private static func send(_ text: String, to path: String) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        // A name that begins with “@” is in no folder.
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard 0 <= socket else { return }
        defer { Glibc.close(socket) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let bytes = Array(text.utf8)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                _ = sendto(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL), place, length)
            }
        }
    }
}
