// SPDX-License-Identifier: MIT

import Casework

extension Ledger {
    /// The most entries that may wait to be written.
    public static let queueLimitInEntries = 200_000
    /// The most entries written in one transaction, unless one submission alone has more.
    static let batchLimitInEntries = 8_192

    /// Gives `drafts` their positions and hands them to the writer; returns at once.
    ///
    /// They become durable in order, all or none. Refuses with `.positionTaken` when `expected` is not the last
    /// position given out, `.needsReload` after a failed append, `.overloaded` and `.payloadTooLarge`.
    public func enqueue(
        _ drafts: [EntryDraft],
        expecting expected: Position? = nil
    ) throws(LedgerFault) -> Ticket {
        precondition(!drafts.isEmpty, "an append has at least one entry")
        for draft in drafts where EntryDraft.payloadLimitInBytes < draft.payload.count {
            throw .payloadTooLarge(bytes: draft.payload.count)
        }
        let (ticket, mustWake) = try state.withLock { (state: inout WriterState) throws(LedgerFault) in
            if state.fault != nil { throw .needsReload }
            if let expected, expected != state.assigned { throw .positionTaken(head: state.assigned) }
            guard state.pendingEntries + drafts.count <= Self.queueLimitInEntries || state.pending.isEmpty else {
                throw .overloaded
            }
            let last = state.assigned.advanced(by: drafts.count)
            let ticket = Ticket(first: state.assigned.next, last: last, run: state.run)
            state.pending.append(Submission(drafts: drafts, last: last))
            state.pendingEntries += drafts.count
            state.assigned = last
            let mustWake = !state.isWriting
            state.isWriting = true
            return (ticket, mustWake)
        }
        if mustWake { writer.async { self.write() } }
        return ticket
    }

    /// Returns when the ticket's entries are on disk.
    ///
    /// Throws what stopped them. They may then still have reached the disk unacknowledged (a sync that failed after
    /// writing): `reload()` tells, and until then nothing more is appended.
    public func durable(_ ticket: Ticket) async throws(LedgerFault) {
        let outcome = await withCheckedContinuation { continuation in
            let known = state.withLock { state -> Result<Void, LedgerFault>? in
                if let outcome = state.outcome(of: ticket) { return outcome }
                state.waiters.append(Waiter(ticket: ticket, continuation: continuation))
                return nil
            }
            if let known { continuation.resume(returning: known) }
        }
        try outcome.get()
    }

    /// Appends all of `drafts`, or none, and returns when they are on disk.
    @discardableResult
    public func append(
        _ drafts: [EntryDraft],
        expecting expected: Position? = nil
    ) async throws(LedgerFault) -> Ticket {
        let ticket = try enqueue(drafts, expecting: expected)
        try await durable(ticket)
        return ticket
    }

    private func write() {
        while let (drafts, head) = takeBatch() {
            do throws(LedgerFault) {
                var sealer = BatchSealer(ring: ring)
                let batch = try sealer.seal(drafts, after: head)
                try store.append(batch)
                ring.admit(sealer.newKeys)
                succeed(batch.head.head)
            } catch {
                fail(error)
                return
            }
        }
    }

    /// Whole submissions, in order; nothing when nothing waits.
    private func takeBatch() -> ([EntryDraft], LedgerHead)? {
        state.withLock { state in
            guard !state.pending.isEmpty else {
                state.isWriting = false
                return nil
            }
            var drafts: [EntryDraft] = []
            var taken = 0
            for submission in state.pending {
                if 0 < taken, Self.batchLimitInEntries < drafts.count + submission.drafts.count { break }
                drafts.append(contentsOf: submission.drafts)
                taken += 1
            }
            if taken == state.pending.count {
                state.pending.removeAll(keepingCapacity: true)
            } else {
                state.pending.removeFirst(taken)
            }
            state.pendingEntries -= drafts.count
            return (drafts, state.durable)
        }
    }

    private func succeed(_ head: LedgerHead) {
        let done = state.withLock { state -> [Waiter] in
            state.durable = head
            let split = state.waiters.partition { $0.ticket.last <= head.position }
            let done = Array(state.waiters[split...])
            state.waiters.removeSubrange(split...)
            return done
        }
        for waiter in done { waiter.continuation.resume(returning: .success(())) }
    }

    private func fail(_ fault: LedgerFault) {
        let failed = state.withLock { state -> [Waiter] in
            state.fault = fault
            state.pending.removeAll()
            state.pendingEntries = 0
            state.isWriting = false
            let failed = state.waiters
            state.waiters.removeAll()
            return failed
        }
        for waiter in failed { waiter.continuation.resume(returning: .failure(fault)) }
    }
}
