// SPDX-License-Identifier: MIT
import Casework
import Dispatch

extension Ledger {
    /// The entries at `positions`, in that order; positions that no entry can have come as `.damaged(_, .missing)`.
    public func entries(at positions: [Position]) async throws(LedgerFault) -> [Recorded] {
        let outcome = await offload { () throws(LedgerFault) in
            let rows = try self.store.rows(at: positions)
            let keys = try self.ring.all(forOpening: rows)
            let found = Dictionary(rows.map { ($0.position, self.open($0, keys)) }) { first, _ in first }
            return positions.map { found[$0] ?? .damaged($0, .missing) }
        }
        return try outcome.get()
    }

    /// All entries of one subject, in order.
    public func entries(of subject: SubjectID) async throws(LedgerFault) -> [Recorded] {
        let outcome = await offload { () throws(LedgerFault) in try self.store.positions(of: subject) }
        return try await entries(at: try outcome.get())
    }

    func open(_ row: StoredRow, _ keys: [SubjectID: SubjectKey]) -> Recorded {
        switch row {
        case .entry(let sealed): ring.open(sealed, with: keys)
        case .unreadable(let position, _): .damaged(position, .unreadable)
        }
    }

    /// The head on disk; when it is damaged, the last position that still has a row.
    func endForReading() throws(LedgerFault) -> Position {
        let (fault, durable) = state.withLock { ($0.fault, $0.durable.position) }
        if fault == nil { return durable }
        return try store.lastPosition()
    }

    /// Runs blocking work away from the threads that tasks run on.
    func offload<T: Sendable>(
        _ work: @escaping @Sendable () throws(LedgerFault) -> T
    ) async -> Result<T, LedgerFault> {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(returning: Result { () throws(LedgerFault) in try work() })
            }
        }
    }
}
