// SPDX-License-Identifier: MIT
import Casework
import Dispatch
import Synchronization

/// Goes through every row in order, works on all cores while the next batch is fetched, and hashes each on the way.
struct RowsInParallel {
    private static let batchInRows = 4_096
    private static let piecesOfBatch = 8

    let store: any LedgerStore
    /// The hash before the first entry.
    let beginning: Hash

    /// Does `work` with each row through `last` and the hash that it should have after the row before it (nothing where
    /// none stands there), and hands what came of it to `body`, a batch at a time.
    func goThrough<Worked: Sendable>(
        through last: Position, _ work: @escaping @Sendable (StoredRow, ChainLink?) -> Worked,
        _ body: ([Worked]) -> Void
    ) throws(LedgerFault) {
        var before: StoredRow?
        var rows = try fetch(from: .first, through: last)
        while let reached = rows.last?.position {
            let size = (rows.count + Self.piecesOfBatch - 1) / Self.piecesOfBatch
            let pieces = Mutex([[Worked]](repeating: [], count: Self.piecesOfBatch))
            let ahead = Mutex<Result<[StoredRow], LedgerFault>>(.success([]))
            let isLast = rows.count < Self.batchInRows
            DispatchQueue.concurrentPerform(iterations: Self.piecesOfBatch + 1) { [before, rows] index in
                if index == 0 {
                    guard !isLast else { return }
                    let following = Result { () throws(LedgerFault) in try fetch(from: reached.next, through: last) }
                    ahead.withLock { $0 = following }
                } else {
                    let start = min(rows.count, (index - 1) * size)
                    let piece = (start..<min(rows.count, start + size)).map { place in
                        work(rows[place], link(of: rows[place], after: place == 0 ? before : rows[place - 1]))
                    }
                    pieces.withLock { $0[index - 1] = piece }
                }
            }
            body(pieces.withLock { $0.flatMap { $0 } })
            before = rows.last
            rows = try ahead.withLock { $0 }.get()
        }
    }

    private func fetch(from next: Position, through last: Position) throws(LedgerFault) -> [StoredRow] {
        guard next <= last else { return [] }
        return try store.rows(from: next, limit: Self.batchInRows).filter { $0.position <= last }
    }

    private func link(of row: StoredRow, after before: StoredRow?) -> ChainLink? {
        guard case .entry(let sealed) = row else { return nil }
        let hash: Hash
        if row.position == .first {
            hash = beginning
        } else if case .entry(let earlier) = before, earlier.header.position.next == row.position {
            hash = earlier.hash
        } else {
            return nil
        }
        return ChainLink(before: hash, hash: Chain.hash(after: hash, sealed.header, sealed: sealed.sealed))
    }
}
