// SPDX-License-Identifier: MIT

import Casework

/// One opened entry.
public struct Entry: Hashable, Sendable {
    public let header: EntryHeader
    public let payload: [UInt8]

    public init(header: EntryHeader, payload: [UInt8]) {
        self.header = header
        self.payload = payload
    }

    public var position: Position { header.position }
    public var subject: SubjectID { header.subject }
}

/// What stands at one position: a readable entry, one whose key was lawfully destroyed, or a damaged one.
public enum Recorded: Hashable, Sendable {
    case entry(Entry)
    case erased(EntryHeader)
    case damaged(Position, Damage)

    public var position: Position {
        switch self {
        case .entry(let entry): entry.position
        case .erased(let header): header.position
        case .damaged(let position, _): position
        }
    }
}

/// Why an entry cannot be read.
public enum Damage: String, Hashable, Sendable {
    /// No entry stands at a position that must have one.
    case missing
    /// The store cannot read the entry, or its fields have impossible values.
    case unreadable
    /// The seal does not open: entry, header or key were altered.
    case sealBroken = "seal-broken"
    /// The subject's key is not there.
    case keyMissing = "key-missing"
    /// The subject's wrapped key does not unwrap.
    case keyBroken = "key-broken"
    /// Sealed in a form this version does not know.
    case unknownFormat = "unknown-format"
}
