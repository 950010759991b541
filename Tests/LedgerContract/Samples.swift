// SPDX-License-Identifier: MIT
import Casework
import Ledger

/// Bytes that look like what a ledger hands to a store, made without any key.
enum Samples {
    static func hash(_ seed: Int) -> Hash {
        let bytes = (0..<Hash.byteCount).map { UInt8(truncatingIfNeeded: seed &* 31 &+ $0) }
        guard let hash = Hash(bytes) else { preconditionFailure("32 bytes make a hash") }
        return hash
    }

    static let founding = Founding(identity: Array(1...16), foundedAt: 1_800_000_000, seal: hash(7))

    static func head(_ position: Int64) -> SealedHead {
        SealedHead(
            head: LedgerHead(position: Position(position), hash: hash(Int(position))),
            seal: hash(Int(position) + 1_000)
        )
    }

    static func entry(_ position: Int64, of subject: SubjectID) -> SealedEntry {
        SealedEntry(
            header: EntryHeader(position: Position(position), subject: subject, recordedAt: 1_800_000_000 + position),
            hash: hash(Int(position)),
            sealed: (0..<Int(position % 300 + 29)).map { UInt8(truncatingIfNeeded: $0) }
        )
    }

    static func batch(
        from first: Int64,
        of subjects: [SubjectID],
        keys: [WrappedKey] = []
    ) -> SealedBatch {
        let entries = subjects.enumerated().map { entry(first + Int64($0.offset), of: $0.element) }
        return SealedBatch(
            expected: Position(first - 1),
            entries: entries,
            newKeys: keys,
            head: head(first + Int64(subjects.count) - 1)
        )
    }

    static func key(of subject: SubjectID, _ seed: UInt8) -> WrappedKey {
        WrappedKey(subject: subject, wrapped: (0..<61).map { seed &+ $0 })
    }
}
