// SPDX-License-Identifier: MIT
import Casework
import Crypto

/// Turns drafts into a sealed, chained batch that a store can append at once.
struct BatchSealer {
    let ring: KeyRing
    private(set) var newKeys: [SubjectID: SubjectKey] = [:]
    private var wrapped: [WrappedKey] = []

    init(ring: KeyRing) {
        self.ring = ring
    }

    /// Seals `drafts` behind `head`. New keys are not admitted to the ring: they first have to be durable.
    mutating func seal(_ drafts: [EntryDraft], after head: LedgerHead) throws(LedgerFault) -> SealedBatch {
        var entries: [SealedEntry] = []
        entries.reserveCapacity(drafts.count)
        var last = head
        for draft in drafts {
            let header = EntryHeader(
                position: last.position.next,
                subject: draft.subject,
                recordedAt: draft.recordedAt
            )
            let key = try key(of: draft.subject)
            let context = Seal.context(identity: ring.identity, header)
            let sealed = Seal.seal(draft.payload, with: key, binding: context)
            let hash = Chain.hash(after: last.hash, header, sealed: sealed)
            entries.append(SealedEntry(header: header, hash: hash, sealed: sealed))
            last = LedgerHead(position: header.position, hash: hash)
        }
        return SealedBatch(
            expected: head.position,
            entries: entries,
            newKeys: wrapped,
            head: ring.derived.seal(last)
        )
    }

    private mutating func key(of subject: SubjectID) throws(LedgerFault) -> SymmetricKey {
        let known: SubjectKey?
        if let new = newKeys[subject] { known = new } else { known = try ring.key(of: subject) }
        switch known {
        case .usable(let key): return key
        case .erased: throw .subjectErased(subject)
        case .broken: throw .damaged("key of \(subject)")
        case nil: return make(keyOf: subject)
        }
    }

    private mutating func make(keyOf subject: SubjectID) -> SymmetricKey {
        let key = SymmetricKey(size: .bits256)
        let made = SubjectKey.usable(key)
        newKeys[subject] = made
        if let wrapping = made.wrapped(for: subject, identity: ring.identity, derived: ring.derived) {
            wrapped.append(wrapping)
        }
        return key
    }
}
