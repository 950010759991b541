// SPDX-License-Identifier: MIT

import Crypto

/// Tells whether the same content was met before: the first 128 bits of its SHA-256, in hexadecimal digits.
public struct ContentDigest: Sendable {
    private var sha = SHA256()

    public init() {}

    /// Adds one part; parts are told apart, so that "ab" and "c" is not "a" and "bc".
    public mutating func add(_ part: String) {
        var bytes = Array(part.utf8)
        bytes.append(0)
        sha.update(data: bytes)
    }

    public var text: String { String(Hash(sha.finalize()).description.prefix(32)) }

    /// The digest of `parts` in their order.
    public static func of(_ parts: String...) -> String {
        var digest = ContentDigest()
        for part in parts { digest.add(part) }
        return digest.text
    }
}
