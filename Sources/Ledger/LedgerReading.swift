// SPDX-License-Identifier: MIT
import Casework
import Dispatch
import Synchronization

extension Ledger {
    /// Rows fetched and opened at a time.
    static let readLimitInRows = 4_096

    /// Reads everything from `position` through `last` (the head when not given), in order, a batch at a time.
    ///
    /// Blocks the calling thread; opens on all cores while the next batch is fetched. Damaged entries come out as
    /// `.damaged` in their place and stop nothing.
    public func replay(
        from position: Position = .first,
        through last: Position? = nil,
        _ body: ([Recorded]) throws -> Void
    ) throws {
        let end = try last ?? endForReading()
        let keys = ring.all()
        var next = max(position, .first)
        guard next <= end else { return }
        var current = fetch(from: next, through: end)
        while true {
            let rows = try current.get()
            let batchEnd = rows.count < Self.readLimitInRows ? end : rows[rows.count - 1].position
            let following = batchEnd.next
            let results = openWhileFetching(rows, keys, next: following <= end ? following : nil, end: end)
            try body(Self.filled(results.opened, from: next, through: batchEnd))
            guard let fetched = results.fetched else { return }
            (next, current) = (following, fetched)
        }
    }

    /// The entries at `positions`, in that order; positions that no entry can have come as `.damaged(_, .missing)`.
    public func entries(at positions: [Position]) async throws(LedgerFault) -> [Recorded] {
        let outcome = await offload { () throws(LedgerFault) in
            let keys = self.ring.all()
            let rows = try self.store.rows(at: positions)
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

    private func fetch(from next: Position, through end: Position) -> Result<[StoredRow], LedgerFault> {
        Result { () throws(LedgerFault) in
            try store.rows(from: next, limit: Self.readLimitInRows).filter { $0.position <= end }
        }
    }

    private typealias Round = (opened: [Recorded], fetched: Result<[StoredRow], LedgerFault>?)

    private func openWhileFetching(
        _ rows: [StoredRow],
        _ keys: [SubjectID: SubjectKey],
        next: Position?,
        end: Position
    ) -> Round {
        let chunk = 512
        let chunks = (rows.count + chunk - 1) / chunk
        let opened = Mutex([[Recorded]](repeating: [], count: chunks))
        let fetched = Mutex<Result<[StoredRow], LedgerFault>?>(nil)
        DispatchQueue.concurrentPerform(iterations: chunks + 1) { index in
            if index == 0 {
                guard let next else { return }
                let result = fetch(from: next, through: end)
                fetched.withLock { $0 = result }
            } else {
                let start = (index - 1) * chunk
                let part = rows[start..<min(start + chunk, rows.count)].map { open($0, keys) }
                opened.withLock { $0[index - 1] = part }
            }
        }
        return (opened.withLock { $0.flatMap { $0 } }, fetched.withLock { $0 })
    }

    /// Puts `.damaged(_, .missing)` where no row stands.
    private static func filled(_ found: [Recorded], from first: Position, through last: Position) -> [Recorded] {
        let expected = Int(last.number - first.number + 1)
        guard found.count != expected else { return found }
        var all: [Recorded] = []
        var next = first
        for recorded in found {
            while next < recorded.position {
                all.append(.damaged(next, .missing))
                next = next.next
            }
            all.append(recorded)
            next = recorded.position.next
        }
        while next <= last {
            all.append(.damaged(next, .missing))
            next = next.next
        }
        return all
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
