// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import Glibc

/// The list of passwords that breaches have shown, as Have I Been Pwned publishes it: one SHA-1 in hexadecimal digits
/// on each line, in order, with a count after a colon. It is searched on the disk; none of it is held in memory.
public struct BreachedPasswords: Sendable {
    let path: String

    /// Takes the list at `path`. Refuses what isn't one.
    public init(path: String) throws(BreachedListFault) {
        self.path = path
        guard let first = try line(at: 0), first.isDigest else { throw .notAList(path) }
    }

    /// Whether the password is on the list.
    func holds(_ password: String) throws(BreachedListFault) -> Bool {
        let wanted = Insecure.SHA1.hash(data: Data(password.utf8)).map { byte in
            let text = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "0\(text)" : text
        }.joined()
        return try holds(digest: wanted)
    }

    /// A line starts at `low` or before; none that starts at `high` or after is the one.
    func holds(digest wanted: String) throws(BreachedListFault) -> Bool {
        var (low, high) = (0, try size())
        while low < high {
            let middle = low + (high - low) / 2
            guard let found = try line(at: middle), found.start < high else {
                high = middle
                continue
            }
            guard found.isDigest else { throw .notAList(path) }
            if found.digest == wanted { return true }
            if found.digest < wanted { low = found.start + found.text.utf8.count } else { high = middle }
        }
        return false
    }

    private struct Line {
        let start: Int
        let text: String

        var digest: String { String(text.prefix(40)).uppercased() }
        var isDigest: Bool { digest.utf8.count == 40 && digest.allSatisfy(\.isHexDigit) }
    }

    /// The first line that starts at `place` or after it; nil at the end.
    private func line(at place: Int) throws(BreachedListFault) -> Line? {
        // From the byte before, so that a line that starts right here is not passed over.
        let start = max(0, place - 1)
        let bytes = try read(256, at: start)
        var rest = bytes[...]
        if place > 0 {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            rest = rest[(end + 1)...]
        }
        let text = rest.prefix { $0 != UInt8(ascii: "\n") }
        guard !text.isEmpty else { return nil }
        return Line(start: start + rest.startIndex, text: String(decoding: text, as: UTF8.self))
    }

    private func read(_ count: Int, at place: Int) throws(BreachedListFault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(path) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, count, place) }
        guard read >= 0 else { throw .unreadable(path) }
        return Array(bytes.prefix(read))
    }

    private func size() throws(BreachedListFault) -> Int {
        var about = stat()
        guard stat(path, &about) == 0 else { throw .unreadable(path) }
        return Int(about.st_size)
    }
}

/// Why the list of breached passwords can't be used. A password is then not taken, rather than taken unasked.
public enum BreachedListFault: Error, Hashable, Sendable {
    case unreadable(String)
    case notAList(String)

    public var says: String {
        switch self {
        case .unreadable(let path): "The list of breached passwords, \(path), can't be read."
        case .notAList(let path): "\(path) is not a list of SHA-1 digests in order, one on each line."
        }
    }
}
