// SPDX-License-Identifier: MIT
import Crypto
import Synchronization

/// The subjects' keys, unwrapped and in memory.
final class KeyRing: Sendable {
    let identity: [UInt8]
    let derived: DerivedKeys
    let store: any LedgerStore
    private let keys: Mutex<[SubjectID: SubjectKey]>

    init(store: any LedgerStore, identity: [UInt8], derived: DerivedKeys) throws(LedgerFault) {
        self.store = store
        self.identity = identity
        self.derived = derived
        var keys: [SubjectID: SubjectKey] = [:]
        for wrapped in try store.keys() {
            keys[wrapped.subject] = SubjectKey(wrapped, identity: identity, derived: derived)
        }
        self.keys = Mutex(keys)
    }

    /// All keys known now: a value that can be read without a lock.
    func all() -> [SubjectID: SubjectKey] { keys.withLock { $0 } }

    /// One subject's key, asked of the store when it is not yet known: another process may have made it.
    func key(of subject: SubjectID) throws(LedgerFault) -> SubjectKey? {
        if let key = keys.withLock({ $0[subject] }) { return key }
        guard let wrapped = try store.key(of: subject) else { return nil }
        let key = SubjectKey(wrapped, identity: identity, derived: derived)
        admit([subject: key])
        return key
    }

    /// Takes in keys that are durable.
    func admit(_ new: [SubjectID: SubjectKey]) {
        guard !new.isEmpty else { return }
        keys.withLock { $0.merge(new) { _, new in new } }
    }

    /// Opens one sealed entry, or says why it cannot be.
    func open(_ sealed: SealedEntry, with keys: [SubjectID: SubjectKey]) -> Recorded {
        let header = sealed.header
        guard header.format == EntryHeader.currentFormat else { return .damaged(header.position, .unknownFormat) }
        let key: SubjectKey?
        if let known = keys[header.subject] { key = known } else { key = try? self.key(of: header.subject) }
        switch key {
        case .usable(let key):
            let context = Seal.context(identity: identity, header)
            guard let payload = Seal.open(sealed.sealed, with: key, binding: context) else {
                return .damaged(header.position, .sealBroken)
            }
            return .entry(Entry(header: header, payload: payload))
        case .erased: return .erased(header)
        case .broken: return .damaged(header.position, .keyBroken)
        case nil: return .damaged(header.position, .keyMissing)
        }
    }
}
