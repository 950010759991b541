// SPDX-License-Identifier: MIT

import Casework

/// The last durable entry's position and hash.
public struct LedgerHead: Hashable, Sendable {
    public let position: Position
    public let hash: Hash

    public init(position: Position, hash: Hash) {
        self.position = position
        self.hash = hash
    }
}

/// The head as a store keeps it: sealed by the master key, so that cutting the ledger short shows.
public struct SealedHead: Hashable, Sendable {
    public let head: LedgerHead
    /// HMAC-SHA256 under a key derived from the master key, over the ledger's identity and the head.
    public let seal: Hash

    public init(head: LedgerHead, seal: Hash) {
        self.head = head
        self.seal = seal
    }
}

/// How a ledger began: written once, before the first entry.
public struct Founding: Hashable, Sendable {
    /// Sixteen random bytes that no other ledger has; part of every seal, so that no entry opens in another ledger.
    public let identity: [UInt8]
    /// Seconds since 1 January 1970 00:00 UTC.
    public let foundedAt: Int64
    /// HMAC-SHA256 over both under a key derived from the master key: tells a wrong master key at once.
    public let seal: Hash

    public init(identity: [UInt8], foundedAt: Int64, seal: Hash) {
        self.identity = identity
        self.foundedAt = foundedAt
        self.seal = seal
    }
}
