// SPDX-License-Identifier: MIT
import Casework

/// A ledger to which other processes append too.
extension Ledger {
    /// Whether other processes may append to it.
    public var isShared: Bool { store.isShared }

    /// The head in the store, where somebody else appended since ``head``; nothing where nobody did, and while anything
    /// of this process is under way, which will meet whatever was appended.
    public func headElsewhere() throws(LedgerFault) -> LedgerHead? {
        guard store.isShared else { return nil }
        let known = state.withLock { $0.isIdle ? $0.durable : nil }
        guard let known else { return nil }
        let there = try Self.soundHead(of: store, derived: ring.derived, beginning: beginning)
        return known.position < there.position ? there : nil
    }

    /// Goes on from `head`, which ``headElsewhere()`` gave. False where something was enqueued or appended meanwhile.
    public func adopt(_ head: LedgerHead) -> Bool {
        state.withLock { state in
            guard state.isIdle, state.durable.position < head.position else { return false }
            state.durable = head
            state.assigned = head.position
            return true
        }
    }

    /// Reads all keys anew where another process replaced any, as it does when it erases somebody. True where it did.
    public func refreshKeys() throws(LedgerFault) -> Bool {
        guard store.isShared else { return false }
        return try ring.refresh()
    }
}

extension Ledger {
    /// The subjects whose key was lawfully destroyed, as far as is known here.
    public var erasedSubjects: [SubjectID] { ring.all().compactMap { $1.isErased ? $0 : nil } }
}

extension WriterState {
    /// Whether nothing waits, is being written or has failed. What is being written was given positions beyond the durable
    /// one; that the writer has yet to find out that nothing more waits stands against nothing.
    fileprivate var isIdle: Bool { fault == nil && pending.isEmpty && assigned == durable.position }
}
