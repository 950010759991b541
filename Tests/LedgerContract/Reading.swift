// SPDX-License-Identifier: MIT
import Casework
import Ledger

extension LedgerContract {
    private static func filled(_ store: any LedgerStore) throws {
        try store.found(Samples.founding, head: Samples.head(0))
        try store.append(Samples.batch(from: 1, of: (0..<100).map { .child($0 % 7) }))
        try store.append(Samples.batch(from: 101, of: (0..<100).map { .child($0 % 5) }))
    }

    static let reading = [
        LedgerContract("rows come in order from any position, as many as asked for") { store in
            try filled(store)
            let rows = try store.rows(from: Position(90), limit: 20)
            try expect(rows.map(\.position.number) == Array(90..<110), "positions")
            try expect(try store.rows(from: Position(195), limit: 20).count == 6, "up to the end")
            try expect(try store.rows(from: Position(201), limit: 20).isEmpty, "empty past the end")
        },
        LedgerContract("rows at positions come in the order asked for, missing ones left out") { store in
            try filled(store)
            let rows = try store.rows(at: [Position(150), Position(999), Position(3)])
            try expect(rows.map(\.position.number) == [150, 3], "positions")
        },
        LedgerContract("a subject's positions come in order") { store in
            try filled(store)
            let first = (0..<100).filter { $0 % 7 == 6 }.map { Int64($0 + 1) }
            try expect(try store.positions(of: .child(6)).map(\.number) == first, "positions of one")
            try expect(try store.positions(of: .child(8)).isEmpty, "a subject without entries has none")
        },
        LedgerContract("readers see whole batches while a writer appends") { store in
            try store.found(Samples.founding, head: Samples.head(0))
            let writing = Task {
                for batch in 0..<40 {
                    try store.append(Samples.batch(from: Int64(batch * 5 + 1), of: (0..<5).map { .child($0) }))
                }
            }
            var seen = 0
            while seen < 200 {
                let count = try store.rows(from: .first, limit: 1_000).count
                try expect(count % 5 == 0 && seen <= count, "\(count) rows after \(seen)")
                seen = count
                await Task.yield()
            }
            try await writing.value
        },
        LedgerContract("a sound store finds nothing wrong with itself") { store in
            try filled(store)
            let findings = try store.examine()
            try expect(findings.isEmpty, "\(findings)")
        },
    ]
}
