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
        guard let bytes = WrittenKey.bytes(of: text, after: Self.prefix) else { throw .masterKeyMalformed(source) }
        key = SymmetricKey(data: bytes)
    }

    /// The written form, to be kept where the database is not.
    public var text: String { Self.prefix + key.withUnsafeBytes { Hexadecimal.text(of: $0) } }

    /// Eight digits by which a key is told from others, and which say nothing about it.
    public var fingerprint: String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("homeward fingerprint".utf8), using: key)
        return Hexadecimal.text(of: code.prefix(4))
    }

    /// Seals a secret that is not the ledger's own, for one purpose.
    public func seal(_ secret: [UInt8], for purpose: String) -> [UInt8] {
        Seal.seal(secret, with: derived(for: purpose), binding: Array(purpose.utf8))
    }

    /// What ``seal(_:for:)`` sealed; nothing where it was another key or purpose.
    public func open(_ sealed: [UInt8], for purpose: String) -> [UInt8]? {
        Seal.open(sealed, with: derived(for: purpose), binding: Array(purpose.utf8))
    }

    private func derived(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array("homeward secret 1 \(purpose)".utf8), outputByteCount: 32)
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
