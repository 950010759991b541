// SPDX-License-Identifier: MIT
import Crypto

/// The key that signs checkpoints. It lives where neither the database nor the master key is.
public struct CheckpointKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// What a checkpoint key begins with when it is written down.
    public static let prefix = "homeward-checkpoint-key-1:"

    /// A new random key.
    public static func random() -> CheckpointKey { CheckpointKey(key: Curve25519.Signing.PrivateKey()) }

    /// Reads the key from a file that only its owner may use. Throws `.checkpointKeyMalformed`, `.permissionsTooOpen`.
    public static func read(_ path: String) throws(LedgerFault) -> CheckpointKey {
        try OwnerOnlyFile.check(path)
        let text = String(decoding: try OwnerOnlyFile.read(path), as: UTF8.self)
        guard let bytes = WrittenKey.bytes(of: text, after: prefix),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        else { throw .checkpointKeyMalformed(path) }
        return CheckpointKey(key: key)
    }

    /// Makes a new key file with mode 0600. Refuses with `.alreadyThere`: a key is never written over.
    public func createFile(_ path: String) throws(LedgerFault) {
        let text = Self.prefix + Hexadecimal.text(of: key.rawRepresentation) + "\n"
        try OwnerOnlyFile.createWhole(path, with: Array(text.utf8))
    }

    /// What checks its signatures, and may be known to everybody.
    public var publicKey: CheckpointPublicKey { CheckpointPublicKey(bytes: Array(key.publicKey.rawRepresentation)) }

    public func sign(_ checkpoint: Checkpoint) -> SignedCheckpoint {
        guard let signature = try? key.signature(for: Array(checkpoint.text.utf8)) else {
            preconditionFailure("signing with an Ed25519 key cannot fail")
        }
        return SignedCheckpoint(checkpoint: checkpoint, signature: Array(signature))
    }

    private init(key: Curve25519.Signing.PrivateKey) {
        self.key = key
    }
}

// As with the master key, nothing of it is to be seen where it is printed by mistake.
extension CheckpointKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "checkpoint key of \(publicKey.text)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// Checks the signatures of one checkpoint key.
public struct CheckpointPublicKey: Hashable, Sendable {
    private let bytes: [UInt8]

    /// What a public key begins with when it is written down.
    public static let prefix = "homeward-checkpoint-public-1:"

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads the written form; nothing for anything else.
    public init?(text: String) {
        guard let bytes = WrittenKey.bytes(of: text, after: Self.prefix) else { return nil }
        self.bytes = bytes
    }

    /// The written form.
    public var text: String { Self.prefix + Hexadecimal.text(of: bytes) }

    /// Whether this key's owner signed exactly this.
    public func signed(_ signed: SignedCheckpoint) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signed.signature, for: Array(signed.checkpoint.text.utf8))
    }
}

/// The written form that all keys share: a prefix that says which kind it is, and 64 hexadecimal digits.
enum WrittenKey {
    /// The 32 bytes; white space may stand around the text.
    static func bytes(of text: String, after prefix: String) -> [UInt8]? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, words[0].hasPrefix(prefix) else { return nil }
        let bytes = Hexadecimal.bytes(of: words[0].dropFirst(prefix.count), ignoringCase: true)
        return bytes?.count == 32 ? bytes : nil
    }
}
