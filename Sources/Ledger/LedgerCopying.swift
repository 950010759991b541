// SPDX-License-Identifier: MIT
import Casework

extension Ledger {
    private static let copyLimitInRows = 2_048

    /// Copies everything up to the head, as it stands, to an empty store of any kind: the same founding, chain, seals
    /// and keys. Whoever goes on with the copy leaves this one alone from then on: two that go on are two histories.
    ///
    /// Entries may be appended meanwhile; they are not copied. Refuses with `.alreadyFounded`, and with `.damaged` where
    /// an entry cannot be copied as it was. A copy that was interrupted ends sound at an earlier entry.
    @discardableResult
    public func copy(
        to target: any LedgerStore, progress: ProgressReport = { _ in }
    ) throws(LedgerFault) -> LedgerHead {
        guard let founding = try store.founding() else { throw .notFound("founding") }
        let end = try Self.soundHead(of: store, derived: ring.derived, beginning: beginning)
        try target.found(
            founding, head: ring.derived.seal(LedgerHead(position: .beginning, hash: beginning)))
        var wrapped = Dictionary(try store.keys().map { ($0.subject, $0) }) { first, _ in first }
        var last = LedgerHead(position: .beginning, hash: beginning)
        while last.position < end.position {
            let rows = try store.rows(from: last.position.next, limit: Self.copyLimitInRows)
                .filter { $0.position <= end.position }
            var entries: [SealedEntry] = []
            var keys: [WrappedKey] = []
            var before = last
            for row in rows {
                guard case .entry(let entry) = row, row.position == before.position.next,
                    entry.hash == Chain.hash(after: before.hash, entry.header, sealed: entry.sealed)
                else { throw .damaged("entry \(before.position.next)") }
                if let key = wrapped.removeValue(forKey: entry.header.subject) { keys.append(key) }
                entries.append(entry)
                before = LedgerHead(position: entry.header.position, hash: entry.hash)
            }
            guard !entries.isEmpty else { throw .damaged("entry \(last.position.next)") }
            try target.append(
                SealedBatch(
                    expected: last.position, entries: entries, newKeys: keys, head: ring.derived.seal(before)))
            last = before
            progress(Double(last.position.number) / Double(max(1, end.position.number)))
        }
        return last
    }
}
