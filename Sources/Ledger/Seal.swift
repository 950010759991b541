// SPDX-License-Identifier: MIT
import Crypto

/// AES-256-GCM with a random 96-bit nonce in front: nonce, ciphertext, tag.
///
/// The nonce is random and not the position: after a crash a position can be given out again to other content, and
/// the same nonce under the same key would then give both contents away.
enum Seal {
    static let overheadInBytes = 28

    static func seal(_ content: [UInt8], with key: SymmetricKey, binding context: [UInt8]) -> [UInt8] {
        guard let box = try? AES.GCM.seal(content, using: key, authenticating: context), let combined = box.combined
        else { preconditionFailure("sealing with a 256-bit key and a 96-bit nonce cannot fail") }
        return Array(combined)
    }

    /// The content; nothing if a single bit of the sealed bytes, the context or the key differs.
    static func open(_ sealed: [UInt8], with key: SymmetricKey, binding context: [UInt8]) -> [UInt8]? {
        guard overheadInBytes <= sealed.count, let box = try? AES.GCM.SealedBox(combined: sealed),
            let content = try? AES.GCM.open(box, using: key, authenticating: context)
        else { return nil }
        return Array(content)
    }

    /// What an entry's seal is bound to, so that it opens at its own place in its own ledger only.
    static func context(identity: [UInt8], _ header: EntryHeader) -> [UInt8] {
        var context: [UInt8] = []
        context.reserveCapacity(identity.count + EntryHeader.byteCount)
        context.append(contentsOf: identity)
        header.append(to: &context)
        return context
    }

    /// What a wrapped key's seal is bound to.
    static func context(identity: [UInt8], keyOf subject: SubjectID) -> [UInt8] {
        var context = Array("key".utf8)
        context += identity
        context.append(bigEndian: subject.rawValue)
        return context
    }
}
