// SPDX-License-Identifier: MIT

import Casework

/// One row as `verify` looks at it.
struct ExaminedRow: Sendable {
    let row: StoredRow
    let opened: Recorded
    /// The hash it has after the row that stands before it; nothing where none stands there.
    let link: ChainLink?
}

extension Ledger {
    /// Opens every row through `last` and hashes it, on all cores, a batch at a time.
    func openAll(
        through last: Position, with keys: [SubjectID: SubjectKey], _ body: ([ExaminedRow]) -> Void
    ) throws(LedgerFault) {
        try RowsInParallel(store: store, beginning: beginning).goThrough(
            through: last,
            { row, link in
                switch row {
                case .unreadable(let position, _):
                    ExaminedRow(row: row, opened: .damaged(position, .unreadable), link: link)
                case .entry(let sealed):
                    ExaminedRow(row: row, opened: self.openForVerifying(sealed, with: keys), link: link)
                }
            }, body)
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
