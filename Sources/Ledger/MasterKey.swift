// SPDX-License-Identifier: MIT
import Casework
import Crypto

/// The key that seals all other keys. It lives outside the database.
public struct MasterKey: Sendable {
    let key: SymmetricKey

    /// What a master key begins with when it is written down.
    public static let prefix = "homeward-master-key-1:"

    /// A new random key.
    public static func random() -> MasterKey { MasterKey(key: SymmetricKey(size: .bits256)) }

    /// Reads the written form: the prefix and 64 hexadecimal digits, with white space around it.
    public init(text: String, from source: String) throws(LedgerFault) {
        let trimmed = text.split(whereSeparator: \.isWhitespace)
        guard trimmed.count == 1, let written = trimmed.first, written.hasPrefix(Self.prefix) else {
            throw .masterKeyMalformed(source)
        }
        let bytes = Hexadecimal.bytes(of: written.dropFirst(Self.prefix.count), ignoringCase: true)
        guard let bytes, bytes.count == 32 else { throw .masterKeyMalformed(source) }
        key = SymmetricKey(data: bytes)
    }

    /// The written form, to be kept where the database is not.
    public var text: String { Self.prefix + key.withUnsafeBytes { Hexadecimal.text(of: $0) } }

    /// Eight digits by which a key is told from others, and which say nothing about it.
    public var fingerprint: String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("homeward fingerprint".utf8), using: key)
        return Hexadecimal.text(of: code.prefix(4))
    }

    private init(key: SymmetricKey) {
        self.key = key
    }
}

// Wherever a key is printed by mistake, in a log or when a program crashes, its fingerprint is all there is to see.
extension MasterKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "master key \(fingerprint)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
