// SPDX-License-Identifier: MIT
import Crypto
import Synchronization

/// The subjects' keys, unwrapped and in memory.
final class KeyRing: Sendable {
    let identity: [UInt8]
    let derived: DerivedKeys
    let store: any LedgerStore
    private let keys: Mutex<[SubjectID: SubjectKey]>
    /// How many changes of keys these include.
    private let changes: Mutex<Int64>

    init(store: any LedgerStore, identity: [UInt8], derived: DerivedKeys) throws(LedgerFault) {
        self.store = store
        self.identity = identity
        self.derived = derived
        // Asked first: what is replaced between the two is read again later.
        changes = Mutex(try store.keyChanges())
        keys = Mutex(try Self.read(store, identity, derived))
    }

    private static func read(
        _ store: any LedgerStore, _ identity: [UInt8], _ derived: DerivedKeys
    ) throws(LedgerFault) -> [SubjectID: SubjectKey] {
        var keys: [SubjectID: SubjectKey] = [:]
        for wrapped in try store.keys() {
            keys[wrapped.subject] = SubjectKey(wrapped, identity: identity, derived: derived)
        }
        return keys
    }

    /// Reads all keys anew where any was replaced since they were read. True where one was.
    func refresh() throws(LedgerFault) -> Bool {
        let now = try store.keyChanges()
        guard changes.withLock({ $0 != now }) else { return false }
        admit(try Self.read(store, identity, derived))
        changes.withLock { $0 = now }
        return true
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

    /// All keys known now, and those of the rows' subjects which another process may have made. A store that can't be
    /// asked is no lost key: what could be read later would be taken for damaged.
    func all(forOpening rows: [StoredRow]) throws(LedgerFault) -> [SubjectID: SubjectKey] {
        var keys = all()
        for case .entry(let sealed) in rows where keys[sealed.header.subject] == nil {
            keys[sealed.header.subject] = try key(of: sealed.header.subject)
        }
        return keys
    }

    /// Takes in keys that are durable.
    func admit(_ new: [SubjectID: SubjectKey]) {
        guard !new.isEmpty else { return }
        keys.withLock { $0.merge(new) { _, new in new } }
    }

    /// Tells what has been erased so far; empty while nothing was. A snapshot is bound to it, so that none from before
    /// an erasure brings back what was erased.
    func erasures() -> [UInt8] {
        let erased = all().compactMap { subject, key -> (UInt64, Int64)? in
            if case .erased(let instant) = key { (subject.rawValue, instant) } else { nil }
        }
        guard !erased.isEmpty else { return [] }
        var told: [UInt8] = []
        for (subject, instant) in erased.sorted(by: { $0.0 < $1.0 }) {
            told.append(bigEndian: subject)
            told.append(bigEndian: UInt64(bitPattern: instant))
        }
        return Hash(SHA256.hash(data: told)).bytes
    }

    /// Opens one sealed entry, or says why it cannot be.
    func open(_ sealed: SealedEntry, with keys: [SubjectID: SubjectKey]) -> Recorded {
        let header = sealed.header
        guard header.format == EntryHeader.currentFormat else { return .damaged(header.position, .unknownFormat) }
        switch keys[header.subject] {
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
