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
            state.submitted += 1
            let ticket = Ticket(
                first: state.assigned.next, last: last, run: state.run, number: state.submitted)
            state.pending.append(Submission(drafts: drafts, expected: expected))
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

    /// Whether the ticket's entries are known to be on disk.
    public func isKept(_ ticket: Ticket) -> Bool {
        if case .success? = state.withLock({ $0.outcome(of: ticket) }) { true } else { false }
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
        while let batch = takeBatch() {
            do throws(LedgerFault) {
                try put(batch)
            } catch {
                fail(error)
                return
            }
        }
    }

    /// What is written together.
    private struct Batch {
        var drafts: [EntryDraft] = []
        var submissions = 0
        /// Whether any of it was decided against what stands before it.
        var isBound = false
        /// Whether something else came to stand there.
        var isDisplaced = false
        let head: LedgerHead
    }

    /// How often somebody else may come first before what may stand anywhere is given up.
    private static let triesBehindOthers = 100

    private func put(_ batch: Batch) throws(LedgerFault) {
        var head = batch.head
        if batch.isDisplaced { throw .positionTaken(head: head.position) }
        for remaining in (0..<Self.triesBehindOthers).reversed() {
            var sealer = BatchSealer(ring: ring)
            let sealed = try sealer.seal(batch.drafts, after: head)
            do throws(LedgerFault) {
                try store.append(sealed)
                ring.admit(sealer.newKeys)
                succeed(sealed.head.head, batch.submissions)
                return
            } catch .positionTaken(let there) {
                guard store.isShared, !batch.isBound, 0 < remaining else { throw .positionTaken(head: there) }
                // It may as well stand behind what somebody else appended.
                head = try Self.soundHead(of: store, derived: ring.derived, beginning: beginning)
            }
        }
    }

    /// Whole submissions, in order; nothing when nothing waits.
    private func takeBatch() -> Batch? {
        state.withLock { state in
            guard !state.pending.isEmpty else {
                state.isWriting = false
                return nil
            }
            var batch = Batch(head: state.durable)
            for submission in state.pending {
                let isFull = Self.batchLimitInEntries < batch.drafts.count + submission.drafts.count
                if 0 < batch.submissions, isFull { break }
                if let expected = submission.expected {
                    batch.isBound = true
                    if expected != state.durable.position.advanced(by: batch.drafts.count) { batch.isDisplaced = true }
                }
                batch.drafts.append(contentsOf: submission.drafts)
                batch.submissions += 1
            }
            if batch.submissions == state.pending.count {
                state.pending.removeAll(keepingCapacity: true)
            } else {
                state.pending.removeFirst(batch.submissions)
            }
            state.pendingEntries -= batch.drafts.count
            return batch
        }
    }

    private func succeed(_ head: LedgerHead, _ submissions: Int) {
        let done = state.withLock { state -> [Waiter] in
            state.durable = head
            state.kept += submissions
            // What may stand anywhere came to stand further on than it was meant to: so does what waits behind it.
            state.assigned = head.position.advanced(by: state.pendingEntries)
            let kept = state.kept
            let split = state.waiters.partition { $0.ticket.number <= kept }
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
