// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Synchronization

/// One process's way to the disk, which fails when it is told to.
final class SimulatedStore: LedgerStore {
    /// What goes wrong with the next append.
    struct Failure: Hashable, Sendable {
        let fault: LedgerFault
        /// Whether it is written all the same: a sync whose answer got lost. Else nothing of it is: a full disk.
        let isKept: Bool
        /// So many reads after it fail as well, among them those by which a process finds out where it stands.
        let failingReads: Int
    }

    let isShared: Bool
    private let disk: SimulatedDisk
    private let coming = Mutex<[Failure]>([])
    private let failingReads = Mutex(0)

    init(_ disk: SimulatedDisk, isShared: Bool) { (self.disk, self.isShared) = (disk, isShared) }

    /// Lets a later append fail.
    func fail(_ failure: Failure) { coming.withLock { $0.append(failure) } }

    /// Lets so many of the next reads fail.
    func failReads(_ count: Int) { failingReads.withLock { $0 = max($0, count) } }

    /// From here on nothing fails that was to.
    func heal() {
        coming.withLock { $0.removeAll() }
        failingReads.withLock { $0 = 0 }
    }

    func founding() throws(LedgerFault) -> Founding? { try reading().founding }
    func found(_ founding: Founding, head: SealedHead) throws(LedgerFault) { try disk.found(founding, head: head) }

    func head() throws(LedgerFault) -> SealedHead {
        guard let head = try reading().head else { throw .notFound("founding") }
        return head
    }

    func append(_ batch: SealedBatch) throws(LedgerFault) {
        let failure = coming.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        guard let failure else { return try disk.append(batch) }
        failReads(failure.failingReads)
        if failure.isKept { try disk.append(batch) }
        throw failure.fault
    }

    func lastPosition() throws(LedgerFault) -> Position {
        try reading().entries.last?.header.position ?? .beginning
    }

    func rows(from position: Position, limit: Int) throws(LedgerFault) -> [StoredRow] {
        let entries = try reading().entries
        // Without a gap an entry stands where its number says; where there is one, it stands before.
        var place = min(max(0, Int(position.number) - 1), entries.count)
        while 0 < place, position <= entries[place - 1].header.position { place -= 1 }
        return entries[place...].drop { $0.header.position < position }.prefix(limit).map { .entry($0) }
    }

    func rows(at positions: [Position]) throws(LedgerFault) -> [StoredRow] {
        var rows: [StoredRow] = []
        for position in positions {
            let found = try self.rows(from: position, limit: 1)
            if found.first?.position == position { rows += found }
        }
        return rows
    }

    func positions(of subject: SubjectID) throws(LedgerFault) -> [Position] {
        try reading().entries.filter { $0.header.subject == subject }.map(\.header.position)
    }

    func keys() throws(LedgerFault) -> [WrappedKey] {
        try reading().keys.values.sorted { $0.subject.rawValue < $1.subject.rawValue }
    }

    func key(of subject: SubjectID) throws(LedgerFault) -> WrappedKey? { try reading().keys[subject] }

    func replaceKeys(_ keys: [WrappedKey], founding: Founding?, head: SealedHead?) throws(LedgerFault) {
        disk.replaceKeys(keys, founding: founding, head: head)
    }

    func keyChanges() throws(LedgerFault) -> Int64 { try reading().keyChanges }
    func examine() throws(LedgerFault) -> [Finding] { [] }
    func take(_ sealer: FileSealer) {}

    func compareFile(_ progress: ProgressReport) throws(LedgerFault) -> FileComparison {
        .notCompared(.hasNoFile, [])
    }

    func close() throws(LedgerFault) {}

    private func reading() throws(LedgerFault) -> SimulatedDisk.Contents {
        let fails = failingReads.withLock { left -> Bool in
            defer { left = max(0, left - 1) }
            return 0 < left
        }
        if fails { throw .unreachable("simulated") }
        return disk.now
    }
}
