// SPDX-License-Identifier: MIT
import Crypto

/// The hash chain: each entry's hash covers the one before, the clear header and the sealed bytes.
///
/// It covers the sealed bytes, not what is under the seal, so it stays verifiable after a subject's key is destroyed.
enum Chain {
    /// The hash before the first entry.
    static func beginning(identity: [UInt8], foundedAt: Int64) -> Hash {
        var bytes = Array("homeward ledger 1".utf8)
        bytes += identity
        bytes.append(bigEndian: UInt64(bitPattern: foundedAt))
        return Hash(SHA256.hash(data: bytes))
    }

    static func hash(after previous: Hash, _ header: EntryHeader, sealed: [UInt8]) -> Hash {
        var front: [UInt8] = []
        front.reserveCapacity(Hash.byteCount + EntryHeader.byteCount)
        previous.withUnsafeBytes { front.append(contentsOf: $0) }
        header.append(to: &front)
        var sha = SHA256()
        front.withUnsafeBytes { sha.update(bufferPointer: $0) }
        sealed.withUnsafeBytes { sha.update(bufferPointer: $0) }
        return Hash(sha.finalize())
    }
}
