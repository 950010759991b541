// SPDX-License-Identifier: MIT
import Casework
import Crypto

/// The keys that one master key gives one ledger, each for a single purpose.
struct DerivedKeys: Sendable {
    let wrapping: SymmetricKey
    let sealing: SymmetricKey
    let snapshot: SymmetricKey
    let file: FileSealer

    init(master: MasterKey, identity: [UInt8]) {
        func key(for purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: master.key,
                salt: identity,
                info: Array("homeward ledger 1 \(purpose)".utf8),
                outputByteCount: 32
            )
        }
        wrapping = key(for: "wrapping")
        sealing = key(for: "sealing")
        snapshot = key(for: "snapshot")
        file = FileSealer(key: key(for: "file"), identity: identity)
    }

    /// Seals the ledger's beginning.
    func seal(identity: [UInt8], foundedAt: Int64) -> Hash {
        var bytes = Array("founding".utf8)
        bytes += identity
        bytes.append(bigEndian: UInt64(bitPattern: foundedAt))
        return authenticate(bytes)
    }

    /// Seals the ledger's end.
    func seal(_ head: LedgerHead) -> SealedHead {
        var bytes = Array("head".utf8)
        bytes.append(bigEndian: UInt64(bitPattern: head.position.number))
        bytes += head.hash.bytes
        return SealedHead(head: head, seal: authenticate(bytes))
    }

    private func authenticate(_ bytes: [UInt8]) -> Hash {
        let code = HMAC<SHA256>.authenticationCode(for: bytes, using: sealing)
        guard let hash = code.withUnsafeBytes({ Hash($0) }) else { preconditionFailure("HMAC-SHA256 has 32 bytes") }
        return hash
    }
}
