// SPDX-License-Identifier: MIT
import Casework
import Crypto
import Dispatch
import Synchronization

/// The append-only history: sealed under each subject's key, chained by hash, durable before it is acknowledged.
///
/// Writing goes: decide → `enqueue` (positions are given) → written and synced together with all that waits →
/// `durable` returns. One owner decides; it may have many submissions in flight, which share one durable append.
public final class Ledger: Sendable {
    /// Sixteen bytes that no other ledger has.
    public let identity: [UInt8]
    /// Seconds since 1 January 1970 00:00 UTC.
    public let foundedAt: Int64

    let store: any LedgerStore
    let ring: KeyRing
    let beginning: Hash
    let writer = DispatchQueue(label: "homeward.ledger.writer", qos: .userInitiated)
    let state: Mutex<WriterState>

    /// Writes the beginning of a new ledger into an empty store. Refuses with `.alreadyFounded`.
    public static func found(
        in store: any LedgerStore,
        masterKey: MasterKey,
        foundedAt: Int64
    ) throws(LedgerFault) -> Ledger {
        let identity = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        let derived = DerivedKeys(master: masterKey, identity: identity)
        let founding = Founding(
            identity: identity,
            foundedAt: foundedAt,
            seal: derived.seal(identity: identity, foundedAt: foundedAt)
        )
        let hash = Chain.beginning(identity: identity, foundedAt: foundedAt)
        try store.found(founding, head: derived.seal(LedgerHead(position: .beginning, hash: hash)))
        return try Ledger(opening: store, masterKey: masterKey)
    }

    /// Opens a founded ledger. Throws `.notFound` when there is none, `.masterKeyWrong` when the key is another's.
    ///
    /// Damage to entries or to the head does not stop the opening: what can be read is read, and appends are refused
    /// while the head is damaged.
    public init(opening store: any LedgerStore, masterKey: MasterKey) throws(LedgerFault) {
        guard let founding = try store.founding() else { throw .notFound("founding") }
        let derived = DerivedKeys(master: masterKey, identity: founding.identity)
        guard derived.seal(identity: founding.identity, foundedAt: founding.foundedAt) == founding.seal else {
            throw .masterKeyWrong
        }
        self.store = store
        store.take(derived.file)
        identity = founding.identity
        foundedAt = founding.foundedAt
        beginning = Chain.beginning(identity: founding.identity, foundedAt: founding.foundedAt)
        ring = try KeyRing(store: store, identity: founding.identity, derived: derived)
        let unread = LedgerHead(position: .beginning, hash: beginning)
        var opened = WriterState(assigned: .beginning, durable: unread)
        do throws(LedgerFault) {
            opened.durable = try Self.soundHead(of: store, derived: derived, beginning: beginning)
            opened.assigned = opened.durable.position
        } catch {
            opened.fault = error
        }
        state = Mutex(opened)
    }

    /// The last entry on disk.
    public var head: LedgerHead { state.withLock { $0.durable } }

    /// Why nothing can be appended now; nothing when all is well.
    public var fault: LedgerFault? { state.withLock { $0.fault } }

    /// Reads the head again after a failed append. What was in flight is void unless it stands at or before this head.
    @discardableResult
    public func reload() throws(LedgerFault) -> LedgerHead {
        let head = try headAfterFault()
        resume(at: head)
        return head
    }

    /// The head in the store. Until ``resume(at:)`` a ledger that failed appends nothing.
    public func headAfterFault() throws(LedgerFault) -> LedgerHead {
        // Goes through the writer's queue, so that no append is under way.
        let outcome: Result<LedgerHead, LedgerFault> = writer.sync {
            do throws(LedgerFault) {
                return .success(try Self.soundHead(of: store, derived: ring.derived, beginning: beginning))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    /// Goes on from `head` after a failed append; does nothing where none failed.
    public func resume(at head: LedgerHead) {
        state.withLock { state in
            guard let fault = state.fault else { return }
            // What was not known to be durable when the run ended may be somebody else's entry by now.
            state.ended.append((kept: state.kept, fault: fault))
            state.run += 1
            state.submitted = state.kept
            state.fault = nil
            state.durable = head
            state.assigned = head.position
        }
    }

    static func soundHead(
        of store: any LedgerStore,
        derived: DerivedKeys,
        beginning: Hash
    ) throws(LedgerFault) -> LedgerHead {
        let sealed = try store.head()
        guard derived.seal(sealed.head) == sealed else { throw .damaged("head") }
        if sealed.head.position == .beginning {
            guard sealed.head.hash == beginning else { throw .damaged("head") }
        } else {
            guard case .entry(let last)? = try store.rows(at: [sealed.head.position]).first,
                last.hash == sealed.head.hash
            else { throw .damaged("last entry") }
        }
        return sealed.head
    }
}
