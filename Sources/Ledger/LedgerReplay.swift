// SPDX-License-Identifier: MIT
import Casework
import Dispatch
import Synchronization

extension Ledger {
    /// Rows fetched and opened at a time.
    static let readLimitInRows = 4_096
    private static let chunkInRows = 512

    /// Reads everything from `position` through `last` (the head when not given), in order, a batch at a time.
    ///
    /// Blocks the calling thread; opens on all cores while the next batch is fetched and `body` takes the one before.
    /// Damaged entries come out as `.damaged` in their place and stop nothing.
    public func replay(
        from position: Position = .first,
        through last: Position? = nil,
        _ body: ([Recorded]) throws -> Void
    ) throws {
        try replay(from: position, through: last, as: { $0 }, body)
    }

    /// The same, with each entry first turned into a `Reading` on all cores.
    public func replay<Reading: Sendable>(
        from position: Position = .first,
        through last: Position? = nil,
        as reading: @escaping @Sendable (Recorded) -> Reading,
        _ body: ([Reading]) throws -> Void
    ) throws {
        let end = try last ?? endForReading()
        let first = max(position, .first)
        guard first <= end else { return }
        let relay = Relay<Result<[Reading], LedgerFault>?>(holding: 3)
        DispatchQueue.global(qos: .userInitiated).async {
            self.produce(from: first, through: end, as: reading) { relay.give($0) }
        }
        defer { relay.giveUp() }
        while let batch = relay.take() {
            try body(try batch.get())
        }
    }

    /// Gives all batches, then nil; stops early when `give` answers false.
    private func produce<Reading: Sendable>(
        from first: Position,
        through end: Position,
        as reading: @escaping @Sendable (Recorded) -> Reading,
        _ give: (Result<[Reading], LedgerFault>?) -> Bool
    ) {
        var next = first
        var fetched: Result<[StoredRow], LedgerFault>? = fetch(from: next, through: end)
        while let current = fetched {
            let rows: [StoredRow]
            let keys: [SubjectID: SubjectKey]
            do throws(LedgerFault) {
                rows = try current.get()
                keys = try ring.all(forOpening: rows)
            } catch {
                _ = give(.failure(error)) && give(nil)
                return
            }
            let batchEnd = rows.count < Self.readLimitInRows ? end : rows[rows.count - 1].position
            let slots = Self.slots(of: rows, from: next, through: batchEnd)
            let following = batchEnd.next
            let results = Mutex([[Reading]](repeating: [], count: Self.chunks(of: slots.count)))
            let ahead = Mutex<Result<[StoredRow], LedgerFault>?>(nil)
            DispatchQueue.concurrentPerform(iterations: Self.chunks(of: slots.count) + 1) { [next] index in
                if index == 0 {
                    guard following <= end else { return }
                    let rows = fetch(from: following, through: end)
                    ahead.withLock { $0 = rows }
                } else {
                    let start = (index - 1) * Self.chunkInRows
                    let part = (start..<min(start + Self.chunkInRows, slots.count)).map { place in
                        reading(slots[place].map { open($0, keys) } ?? .damaged(next.advanced(by: place), .missing))
                    }
                    results.withLock { $0[index - 1] = part }
                }
            }
            guard give(.success(results.withLock { $0.flatMap { $0 } })) else { return }
            next = following
            fetched = ahead.withLock { $0 }
        }
        _ = give(nil)
    }

    private func fetch(from next: Position, through end: Position) -> Result<[StoredRow], LedgerFault> {
        Result { () throws(LedgerFault) in
            try store.rows(from: next, limit: Self.readLimitInRows).filter { $0.position <= end }
        }
    }

    private static func chunks(of count: Int) -> Int { (count + chunkInRows - 1) / chunkInRows }

    /// One slot for each position, empty where no row stands.
    private static func slots(of rows: [StoredRow], from first: Position, through last: Position) -> [StoredRow?] {
        let count = Int(last.number - first.number + 1)
        guard rows.count != count else { return rows }
        var slots = [StoredRow?](repeating: nil, count: count)
        for row in rows { slots[Int(row.position.number - first.number)] = row }
        return slots
    }
}
