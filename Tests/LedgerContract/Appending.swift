// SPDX-License-Identifier: MIT
import Casework
import Ledger

extension LedgerContract {
    static let appending = [
        LedgerContract("an append is read back byte for byte, and moves the head") { store in
            try store.found(Samples.founding, head: Samples.head(0))
            let batch = Samples.batch(from: 1, of: [.child(1), .partnership, .child(1)])
            try store.append(batch)
            try expect(try store.head() == batch.head, "head")
            try expect(try store.lastPosition() == Position(3), "last position")
            try expect(try store.rows(from: .first, limit: 10) == batch.entries.map { .entry($0) }, "rows")
        },
        LedgerContract("an append at a taken position is refused and names the head") { store in
            try store.found(Samples.founding, head: Samples.head(0))
            try store.append(Samples.batch(from: 1, of: [.child(1), .child(2)]))
            try expectFault(.positionTaken(head: Position(2))) {
                try store.append(Samples.batch(from: 2, of: [.child(3)]))
            }
            try expectFault(.positionTaken(head: Position(2))) {
                try store.append(Samples.batch(from: 4, of: [.child(3)]))
            }
            try expect(try store.lastPosition() == Position(2), "nothing was added")
        },
        LedgerContract("an append that fails in its middle leaves nothing") { store in
            try store.found(Samples.founding, head: Samples.head(0))
            let good = Samples.batch(from: 1, of: [.child(1), .child(2)])
            let broken = SealedBatch(
                expected: .beginning,
                entries: good.entries + [good.entries[0]],
                newKeys: [Samples.key(of: .child(1), 5)],
                head: Samples.head(3)
            )
            var failed = false
            do { try store.append(broken) } catch { failed = true }
            try expect(failed, "the same position twice is refused")
            try expect(try store.rows(from: .first, limit: 10).isEmpty, "no rows")
            try expect(try store.keys().isEmpty, "no keys")
            try expect(try store.head() == Samples.head(0), "head")
            try store.append(good)
            try expect(try store.lastPosition() == Position(2), "the store goes on")
        },
        LedgerContract("of many appends that expect the same position one wins") { store in
            try store.found(Samples.founding, head: Samples.head(0))
            let wins = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<16 {
                    group.addTask { (try? store.append(Samples.batch(from: 1, of: [.child(1)]))) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try expect(wins == 1, "\(wins) won")
            try expect(try store.rows(from: .first, limit: 10).count == 1, "one row")
        },
    ]
}
