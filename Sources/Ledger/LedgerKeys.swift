// SPDX-License-Identifier: MIT

extension Ledger {
    /// Destroys a subject's key, lawfully: its entries can never be opened again, and the chain stays verifiable.
    ///
    /// `instant` is in seconds since 1 January 1970 00:00 UTC. The snapshot at `path` is removed first, and none that
    /// was made before can be used afterwards. Entries go on being appended meanwhile, but none of this subject's:
    /// whoever decides must know before it calls this. When it returns, no file of the ledger holds the wrapped key
    /// any more. Backups made before still hold what they held: they are for the caller to destroy.
    ///
    /// Refuses with `.notFound` where the subject has no key. Throws `.locked` where the key is destroyed but a reader
    /// keeps its old bytes on disk; calling it again clears them away, and keeps the instant of the first call.
    public func erase(_ subject: SubjectID, at instant: Int64, snapshot path: String? = nil) async throws(LedgerFault) {
        try await exclusively { () throws(LedgerFault) in
            guard let known = try self.ring.key(of: subject) else { throw .notFound("key of \(subject)") }
            if let path { try OwnerOnlyFile.remove(path) }
            let erased = known.isErased ? known : SubjectKey.erased(at: instant)
            guard let wrapped = erased.wrapped(for: subject, identity: self.identity, derived: self.ring.derived)
            else { throw .damaged("key of \(subject)") }
            // Nothing of the subject is opened from here on, whatever becomes of the files.
            self.ring.admit([subject: erased])
            try self.store.replaceKeys([wrapped], founding: nil, head: nil)
        }
    }

    /// Wraps every key anew under another master key, all or none. Afterwards this ledger takes no more appends: it is
    /// to be opened again with the new key. Refuses with `.damaged` while a key is broken.
    public func rotate(to master: MasterKey) async throws(LedgerFault) {
        try await exclusively { () throws(LedgerFault) in try self.wrapAnew(under: master) }
    }

    /// The same, blocking the calling thread.
    public func rotateNow(to master: MasterKey) throws(LedgerFault) {
        let outcome = writer.sync { Result { () throws(LedgerFault) in try wrapAnew(under: master) } }
        try outcome.get()
    }

    private func wrapAnew(under master: MasterKey) throws(LedgerFault) {
        let derived = DerivedKeys(master: master, identity: identity)
        var wrapped: [WrappedKey] = []
        for (subject, key) in ring.all() {
            guard let anew = key.wrapped(for: subject, identity: identity, derived: derived) else {
                throw .damaged("key of \(subject)")
            }
            wrapped.append(anew)
        }
        let founding = Founding(
            identity: identity,
            foundedAt: foundedAt,
            seal: derived.seal(identity: identity, foundedAt: foundedAt)
        )
        try store.replaceKeys(wrapped, founding: founding, head: derived.seal(try store.head().head))
        store.take(derived.file)
        state.withLock { $0.fault = .masterKeyWrong }
    }

    /// The ledger in `store`; nothing where it is sealed with another master key.
    public static func opened(
        over store: any LedgerStore, ifSealedWith masterKey: MasterKey
    ) throws(LedgerFault) -> Ledger? {
        do throws(LedgerFault) {
            return try Ledger(opening: store, masterKey: masterKey)
        } catch {
            guard error == .masterKeyWrong else { throw error }
            return nil
        }
    }

    /// How many subjects have a key, usable or destroyed.
    public var subjectCount: Int { ring.all().count }

    /// The subjects whose key does not unwrap.
    public var brokenKeys: [SubjectID] {
        ring.all().compactMap { subject, key in if case .broken = key { subject } else { nil } }
            .sorted { $0.rawValue < $1.rawValue }
    }

    /// Runs `work` on the writer's queue, between two appends.
    private func exclusively(_ work: @escaping @Sendable () throws(LedgerFault) -> Void) async throws(LedgerFault) {
        let outcome: Result<Void, LedgerFault> = await withCheckedContinuation { continuation in
            writer.async {
                continuation.resume(returning: Result { () throws(LedgerFault) in try work() })
            }
        }
        try outcome.get()
    }
}
