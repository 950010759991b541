// SPDX-License-Identifier: MIT

import Casework

/// Entries that have their positions but are not yet durable: decided, enqueued, still to be acknowledged.
public struct Ticket: Hashable, Sendable {
    /// The position of the first entry.
    public let first: Position
    /// The position of the last entry.
    public let last: Position
    /// Which run of appends the positions belong to; a failed append ends a run.
    let run: Int
}

struct Submission: Sendable {
    let drafts: [EntryDraft]
    let last: Position
}

struct Waiter: Sendable {
    let ticket: Ticket
    let continuation: CheckedContinuation<Result<Void, LedgerFault>, Never>
}

/// What the writer knows, under one lock.
struct WriterState: Sendable {
    /// The last position given out.
    var assigned: Position
    /// The last position that is on disk, with its hash.
    var durable: LedgerHead
    var pending: [Submission] = []
    var pendingEntries = 0
    var waiters: [Waiter] = []
    var isWriting = false
    /// Why nothing can be appended until a reload.
    var fault: LedgerFault?
    var run = 0
    /// For each ended run: how far it became durable, and what ended it.
    var ended: [(last: Position, fault: LedgerFault)] = []

    /// The outcome of `ticket`, if it is known.
    func outcome(of ticket: Ticket) -> Result<Void, LedgerFault>? {
        if ticket.run < run {
            let end = ended[ticket.run]
            return ticket.last <= end.last ? .success(()) : .failure(end.fault)
        }
        if ticket.last <= durable.position { return .success(()) }
        return fault.map { .failure($0) }
    }
}
