// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Synchronization

/// What a partnership has on disk, as every process of it would find it: what was synced, and nothing else.
final class SimulatedDisk: Sendable {
    struct Contents: Sendable {
        var founding: Founding?
        var head: SealedHead?
        var entries: [SealedEntry] = []
        var keys: [SubjectID: WrappedKey] = [:]
        var keyChanges: Int64 = 0
    }

    /// Something wrong with a store that has to be found out: what the simulation is tried with.
    enum Flaw: Sendable {
        /// Says that a batch is kept, and keeps nothing of it; every so many appends.
        case forgetsAcknowledged(every: Int)
        /// Keeps a batch, and a later one in its place; every so many appends.
        case losesAnEntry(every: Int)
        /// Does not replace the key of whom somebody erases.
        case keepsErasedKeys
    }

    private let contents = Mutex(Contents())
    private let appends = Mutex(0)
    let flaw: Flaw?

    init(flaw: Flaw? = nil) { self.flaw = flaw }

    var now: Contents { contents.withLock { $0 } }

    func found(_ founding: Founding, head: SealedHead) throws(LedgerFault) {
        try contents.withLock { (contents) throws(LedgerFault) in
            if contents.founding != nil { throw .alreadyFounded }
            (contents.founding, contents.head) = (founding, head)
        }
    }

    func append(_ batch: SealedBatch) throws(LedgerFault) {
        let number = appends.withLock { number in
            number += 1
            return number
        }
        if case .forgetsAcknowledged(let every) = flaw, number % every == 0 { return }
        try contents.withLock { (contents) throws(LedgerFault) in
            guard let head = contents.head else { throw .notFound("founding") }
            guard head.head.position == batch.expected else { throw .positionTaken(head: head.head.position) }
            var position = batch.expected
            for entry in batch.entries {
                guard entry.header.position == position.next else { throw .damaged("order") }
                position = position.next
            }
            contents.entries += batch.entries
            for key in batch.newKeys where contents.keys[key.subject] == nil { contents.keys[key.subject] = key }
            contents.head = batch.head
            if case .losesAnEntry(let every) = flaw, number % every == 0, 2 < contents.entries.count {
                contents.entries.remove(at: contents.entries.count - 2)
            }
        }
    }

    func replaceKeys(_ keys: [WrappedKey], founding: Founding?, head: SealedHead?) {
        contents.withLock { contents in
            if case .keepsErasedKeys = flaw { return }
            for key in keys { contents.keys[key.subject] = key }
            contents.founding = founding ?? contents.founding
            contents.head = head ?? contents.head
            contents.keyChanges += 1
        }
    }
}
