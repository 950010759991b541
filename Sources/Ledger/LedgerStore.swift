// SPDX-License-Identifier: MIT

import Casework

/// Where sealed entries are kept. A store knows positions and bytes; it holds no master key and opens no seal.
///
/// Calls block until done and may come from several threads at once. Every store passes `LedgerContract`.
public protocol LedgerStore: Sendable {
    /// How this ledger began; nothing if it has not been founded.
    func founding() throws(LedgerFault) -> Founding?

    /// Writes the founding and the head of the empty ledger, durably. Refuses with `.alreadyFounded`.
    func found(_ founding: Founding, head: SealedHead) throws(LedgerFault)

    /// The head that the last durable batch left.
    func head() throws(LedgerFault) -> SealedHead

    /// Appends all of `batch`, or none, and returns when it is durable. Refuses with `.positionTaken` when the
    /// ledger's head is not the one that the batch expects.
    func append(_ batch: SealedBatch) throws(LedgerFault)

    /// The position of the last row that stands there, whatever the head says.
    func lastPosition() throws(LedgerFault) -> Position

    /// At most `limit` rows from `position` on, in order. Rows that cannot be read come as `.unreadable`; missing
    /// ones are left out; empty past the end.
    func rows(from position: Position, limit: Int) throws(LedgerFault) -> [StoredRow]

    /// The rows at `positions`, in the order asked for, missing ones left out.
    func rows(at positions: [Position]) throws(LedgerFault) -> [StoredRow]

    /// Where a subject's entries stand, in order.
    func positions(of subject: SubjectID) throws(LedgerFault) -> [Position]

    /// All wrapped keys, in order of subject.
    func keys() throws(LedgerFault) -> [WrappedKey]

    /// One subject's wrapped key.
    func key(of subject: SubjectID) throws(LedgerFault) -> WrappedKey?

    /// Puts these wrapped keys in place of the ones there, all or none, durably: for rotation and erasure.
    /// A new founding and head come along when the master key itself changes.
    func replaceKeys(_ keys: [WrappedKey], founding: Founding?, head: SealedHead?) throws(LedgerFault)

    /// The store's own examination of itself: structure, definitions, protections.
    func examine() throws(LedgerFault) -> [Finding]

    /// Hands over what the store is to seal its file with when it is closed or copied.
    func take(_ sealer: FileSealer)

    /// Compares the store's file with its seal, byte for byte, where it has one that belongs to its present state.
    func compareFile(_ progress: ProgressReport) throws(LedgerFault) -> FileComparison

    /// Whether other processes may append too, so that the head may move by itself.
    var isShared: Bool { get }

    /// A number that grows whenever ``replaceKeys(_:founding:head:)`` did something.
    func keyChanges() throws(LedgerFault) -> Int64

    /// Lets go of everything; the store is of no use afterwards.
    func close() throws(LedgerFault)
}

extension LedgerStore {
    public var isShared: Bool { false }

    /// Where nobody else writes, nobody else replaces a key.
    public func keyChanges() throws(LedgerFault) -> Int64 { 0 }
}

/// What one durable append writes.
public struct SealedBatch: Sendable {
    /// The head before the first entry.
    public let expected: Position
    public let entries: [SealedEntry]
    /// The keys of subjects that have their first entry in this batch.
    public let newKeys: [WrappedKey]
    /// The head after the last entry.
    public let head: SealedHead

    public init(expected: Position, entries: [SealedEntry], newKeys: [WrappedKey], head: SealedHead) {
        self.expected = expected
        self.entries = entries
        self.newKeys = newKeys
        self.head = head
    }
}
