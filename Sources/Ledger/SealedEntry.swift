// SPDX-License-Identifier: MIT

import Casework

/// An entry as a store keeps it.
public struct SealedEntry: Hashable, Sendable {
    public let header: EntryHeader
    /// SHA-256 over the hash before, the header and the sealed bytes.
    public let hash: Hash
    public let sealed: [UInt8]

    public init(header: EntryHeader, hash: Hash, sealed: [UInt8]) {
        self.header = header
        self.hash = hash
        self.sealed = sealed
    }
}

/// One row read back from a store.
public enum StoredRow: Hashable, Sendable {
    case entry(SealedEntry)
    /// Something stands there, but it cannot be read.
    case unreadable(Position, String)

    public var position: Position {
        switch self {
        case .entry(let entry): entry.header.position
        case .unreadable(let position, _): position
        }
    }
}

/// A subject's data key, sealed by the master key; or, after lawful erasure, the sealed word that it is gone.
public struct WrappedKey: Hashable, Sendable {
    public let subject: SubjectID
    public let wrapped: [UInt8]

    public init(subject: SubjectID, wrapped: [UInt8]) {
        self.subject = subject
        self.wrapped = wrapped
    }
}
