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
        try await exclusively { () throws(LedgerFault) in
            let derived = DerivedKeys(master: master, identity: self.identity)
            var wrapped: [WrappedKey] = []
            for (subject, key) in self.ring.all() {
                guard let anew = key.wrapped(for: subject, identity: self.identity, derived: derived) else {
                    throw .damaged("key of \(subject)")
                }
                wrapped.append(anew)
            }
            let founding = Founding(
                identity: self.identity,
                foundedAt: self.foundedAt,
                seal: derived.seal(identity: self.identity, foundedAt: self.foundedAt)
            )
            let head = derived.seal(try self.store.head().head)
            try self.store.replaceKeys(wrapped, founding: founding, head: head)
            self.state.withLock { $0.fault = .masterKeyWrong }
        }
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
