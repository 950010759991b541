// SPDX-License-Identifier: MIT

import Casework
import Dispatch
import Synchronization

/// One row as `verify` looks at it.
struct ExaminedRow: Sendable {
    let row: StoredRow
    let opened: Recorded
    /// The hash it has after the row that stands before it; nothing where none stands there.
    let link: ChainLink?
}

extension Ledger {
    private static let piecesOfBatch = 8

    /// Opens every row through `last` and hashes it, on all cores while the next batch is fetched, a batch at a time.
    func openAll(
        through last: Position, with keys: [SubjectID: SubjectKey], _ body: ([ExaminedRow]) -> Void
    ) throws(LedgerFault) {
        var before: StoredRow?
        var fetched = try fetchForVerifying(from: .first, through: last)
        while let reached = fetched.last?.position {
            let rows = fetched
            let size = (rows.count + Self.piecesOfBatch - 1) / Self.piecesOfBatch
            let pieces = Mutex([[ExaminedRow]](repeating: [], count: Self.piecesOfBatch))
            let ahead = Mutex<Result<[StoredRow], LedgerFault>>(.success([]))
            let isLast = rows.count < Self.readLimitInRows
            DispatchQueue.concurrentPerform(iterations: Self.piecesOfBatch + 1) { [before] index in
                if index == 0 {
                    guard !isLast else { return }
                    let following = Result { () throws(LedgerFault) in
                        try fetchForVerifying(from: reached.next, through: last)
                    }
                    ahead.withLock { $0 = following }
                } else {
                    let start = min(rows.count, (index - 1) * size)
                    let piece = (start..<min(rows.count, start + size)).map { place in
                        examine(rows[place], after: place == 0 ? before : rows[place - 1], keys)
                    }
                    pieces.withLock { $0[index - 1] = piece }
                }
            }
            body(pieces.withLock { $0.flatMap { $0 } })
            before = rows.last
            fetched = try ahead.withLock { $0 }.get()
        }
    }

    private func fetchForVerifying(from next: Position, through last: Position) throws(LedgerFault) -> [StoredRow] {
        guard next <= last else { return [] }
        return try store.rows(from: next, limit: Self.readLimitInRows).filter { $0.position <= last }
    }

    private func examine(
        _ row: StoredRow, after before: StoredRow?, _ keys: [SubjectID: SubjectKey]
    ) -> ExaminedRow {
        guard case .entry(let sealed) = row else {
            return ExaminedRow(row: row, opened: .damaged(row.position, .unreadable), link: nil)
        }
        let opened = openForVerifying(sealed, with: keys)
        let hash: Hash
        if row.position == .first {
            hash = beginning
        } else if case .entry(let earlier) = before, earlier.header.position.next == row.position {
            hash = earlier.hash
        } else {
            return ExaminedRow(row: row, opened: opened, link: nil)
        }
        let link = ChainLink(before: hash, hash: Chain.hash(after: hash, sealed.header, sealed: sealed.sealed))
        return ExaminedRow(row: row, opened: opened, link: link)
    }

    /// Opens with exactly the keys on disk; a key made since then is asked of the store.
    private func openForVerifying(_ sealed: SealedEntry, with keys: [SubjectID: SubjectKey]) -> Recorded {
        let subject = sealed.header.subject
        if keys[subject] != nil { return ring.open(sealed, with: keys) }
        guard let wrapped = try? store.key(of: subject) else {
            return .damaged(sealed.header.position, .keyMissing)
        }
        let key = SubjectKey(wrapped, identity: identity, derived: ring.derived)
        return ring.open(sealed, with: [subject: key])
    }
}
