// SPDX-License-Identifier: MIT

import Casework

/// Entries that have their positions but are not yet durable: decided, enqueued, still to be acknowledged.
///
/// Where other processes append too, entries that were enqueued without expecting a position may come to stand further on.
public struct Ticket: Hashable, Sendable {
    /// The position of the first entry.
    public let first: Position
    /// The position of the last entry.
    public let last: Position
    /// Which run of appends the positions belong to; a failed append ends a run.
    let run: Int
    /// The how manieth submission it is of all there were.
    let number: Int
}

struct Submission: Sendable {
    let drafts: [EntryDraft]
    /// What it was decided against, so that it may stand nowhere else; nothing where it may stand anywhere.
    let expected: Position?
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
    /// How many submissions there were, and how many of them are on disk.
    var submitted = 0
    var kept = 0
    var waiters: [Waiter] = []
    var isWriting = false
    /// Why nothing can be appended until a reload.
    var fault: LedgerFault?
    var run = 0
    /// For each ended run: how many submissions were on disk, and what ended it.
    var ended: [(kept: Int, fault: LedgerFault)] = []

    /// The outcome of `ticket`, if it is known.
    func outcome(of ticket: Ticket) -> Result<Void, LedgerFault>? {
        if ticket.run < run {
            let end = ended[ticket.run]
            return ticket.number <= end.kept ? .success(()) : .failure(end.fault)
        }
        if ticket.number <= kept { return .success(()) }
        return fault.map { .failure($0) }
    }
}
